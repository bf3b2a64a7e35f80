using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts.Tables;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Imports;

public enum LinesShown { Faulty, Known, Kept }

/// <summary>A line in words.</summary>
/// <param name="Faults">Column and message, in the reader's language.</param>
public sealed record ImportLineRow(
    int Number, string? Name, IReadOnlyList<(string Column, string Message)> Faults, Guid? SameAsId, string? SameAsName, DuplicateChoice? Choice, Guid? ExpertId, string? KeptBecause);

/// <summary>The lines of an import that need a look, in pages; and as a file to mend and send again.</summary>
public sealed class ListImportLines(TechAssistDb db)
{
    private const int PageSize = 50;

    /// <param name="after">The number of the last line of the page before.</param>
    public async Task<Page<ImportLineRow>> ExecuteAsync(Guid importId, LinesShown shown, int after, string language, Actor actor, CancellationToken cancellationToken)
    {
        var rows = await Lines(importId, shown, actor).Where(line => line.Number > after).OrderBy(line => line.Number).Take(PageSize + 1).ToListAsync(cancellationToken);
        return new Page<ImportLineRow>(
            [
                .. rows.Take(PageSize).Select(line => new ImportLineRow(
                    line.Number, line.Name, [.. line.Faults.Select(fault => (ColumnOf(fault, language), MessageOf(fault, language)))],
                    line.SameAsId, line.SameAsName, line.Choice, line.ExpertId, line.KeptBecause)),
            ],
            rows.Count > PageSize ? rows[PageSize - 1].Number.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>The faulty lines as they were, with what is wrong in a last column, as CSV.</summary>
    public async Task<byte[]> FileAsync(Guid importId, string language, Actor actor, CancellationToken cancellationToken)
    {
        var columns = await db.RosterImports.AsNoTracking().Where(import => import.Id == importId).Select(import => import.Columns).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("The import");
        var lines = await Lines(importId, LinesShown.Faulty, actor).OrderBy(line => line.Number).ToListAsync(cancellationToken);
        using var file = new MemoryStream();
        CsvTable.Write(
            file, [.. columns, Messages.Text("Import.WhatIsWrong", language)],
            lines.Select(line => (IReadOnlyList<string>)[.. line.Cells, string.Join("; ", line.Faults.Select(fault => $"{ColumnOf(fault, language)}: {MessageOf(fault, language)}"))]),
            SeparatorFor(language));
        return file.ToArray();
    }

    /// <summary>Spreadsheets in French take the comma for the decimal sign.</summary>
    internal static char SeparatorFor(string language) => language == "fr" ? ';' : ',';

    private IQueryable<RosterImportLine> Lines(Guid importId, LinesShown shown, Actor actor)
    {
        actor.RequireSecretariat();
        var lines = db.RosterImportLines.AsNoTracking().Where(line => line.ImportId == importId);
        return shown switch
        {
            LinesShown.Faulty => lines.Where(line => line.HasFaults),
            LinesShown.Known => lines.Where(line => !line.HasFaults && line.SameAsId != null),
            _ => lines.Where(line => line.Result == LineResult.Kept),
        };
    }

    private static string ColumnOf(LineFault fault, string language) => fault.Column ?? RosterColumns.Find(fault.Key)?.Name(language) ?? fault.Key;

    private static string MessageOf(LineFault fault, string language) =>
        Messages.Text("Error." + fault.Code, language, [.. fault.Arguments]);
}
