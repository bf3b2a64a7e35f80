using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts.Tables;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Imports;

/// <summary>An import with the counts of its lines.</summary>
public sealed record ImportView(RosterImport Import, ImportCounts Counts)
{
    public bool MayBeUndone(DateTime now) => Import.Status == ImportStatus.Done && now <= Import.CreatedAt.AddDays(RosterImport.KeptDays);
}

/// <param name="New">Lines that hold, of people who are not on the roster.</param>
/// <param name="Known">Lines that hold, of people who are.</param>
public sealed record ImportCounts(int New, int Known, int Faulty, int WithoutConsent, int Added, int Updated, int Skipped, int Undone, int Kept);

/// <summary>A column that a file's column can be, in the reader's language.</summary>
public sealed record ColumnChoice(string Key, string Name, string? Hint);

/// <summary>A column of a file with what stands in its first lines.</summary>
public sealed record FileColumn(string Name, string? Key, IReadOnlyList<string> Samples);

/// <summary>Imports, for the secretariat.</summary>
public sealed class GetImport(TechAssistDb db)
{
    private const int SampleLines = 3;

    public async Task<ImportView> ExecuteAsync(Guid importId, Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        var import = await db.RosterImports.AsNoTracking().SingleOrDefaultAsync(found => found.Id == importId, cancellationToken) ?? throw new NotFoundException("The import");
        var lines = db.RosterImportLines.Where(line => line.ImportId == importId);
        var counts = await lines.GroupBy(_ => 1).Select(all => new ImportCounts(
            all.Count(line => !line.HasFaults && line.SameAsId == null),
            all.Count(line => !line.HasFaults && line.SameAsId != null),
            all.Count(line => line.HasFaults),
            all.Count(line => !line.HasFaults && line.LacksConsent),
            all.Count(line => line.Result == LineResult.Added),
            all.Count(line => line.Result == LineResult.Updated),
            all.Count(line => line.Result == LineResult.Skipped),
            all.Count(line => line.Result == LineResult.Undone),
            all.Count(line => line.Result == LineResult.Kept))).SingleOrDefaultAsync(cancellationToken);
        return new ImportView(import, counts ?? new ImportCounts(0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    /// <summary>The columns with what they are taken for: as said, or else guessed.</summary>
    public async Task<IReadOnlyList<FileColumn>> ColumnsAsync(Guid importId, Actor actor, CancellationToken cancellationToken)
    {
        var import = (await ExecuteAsync(importId, actor, cancellationToken)).Import;
        var mapping = import.Mapping.Count > 0 ? import.Mapping : await ColumnGuess.OfAsync(db, import.Columns, cancellationToken);
        var first = await db.RosterImportLines.AsNoTracking().Where(line => line.ImportId == importId)
            .OrderBy(line => line.Number).Take(SampleLines).Select(line => line.Cells).ToListAsync(cancellationToken);
        return [.. import.Columns.Select((name, at) => new FileColumn(name, mapping[at], [.. first.Select(cells => cells[at]).Where(cell => cell.Length > 0)]))];
    }

    /// <summary>Everything a column can be.</summary>
    public static IReadOnlyList<ColumnChoice> Choices(string language) =>
        [.. RosterColumns.All.Select(column => new ColumnChoice(column.Key, column.Name(language), RosterColumn.Hint(column.Key, language)))];

    /// <summary>The latest twenty-five, newest first.</summary>
    public async Task<IReadOnlyList<RosterImport>> LatestAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        return await db.RosterImports.AsNoTracking().OrderByDescending(import => import.Id).Take(25).ToListAsync(cancellationToken);
    }
}
