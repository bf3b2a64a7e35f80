using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.Experts.Tables;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Imports;

/// <summary>Takes a file in, to be put on the roster later: nothing on the roster changes yet. The secretariat's act.</summary>
public sealed class StartImport(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <returns>The import, to say which column is what.</returns>
    /// <exception cref="InvalidInputException">file: what <see cref="TableFile.ReadAsync"/> finds wrong with it.</exception>
    public async Task<Guid> ExecuteAsync(string? fileName, Stream content, Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        var name = FileName.Clean(fileName) ?? throw new InvalidInputException("file", "required");
        var now = clock.GetUtcNow().UtcDateTime;
        var table = await RefusedFile.NotedAsync(
            db, timeline, null, new TimelineLine("import-refused"), name, actor, now, () => TableFile.ReadAsync(content, cancellationToken), cancellationToken);
        var import = RosterImport.Of(name, table, actor, now);
        db.RosterImports.Add(import);
        db.RosterImportLines.AddRange(table.Lines.Select(line => new RosterImportLine(import.Id, line)));
        await timeline.AddAsync(null, ImportLine.Of("import-started", import), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return import.Id;
    }
}

/// <summary>What the history says about an import.</summary>
internal static class ImportLine
{
    public static TimelineLine Of(string kind, RosterImport import, params (string Name, int Value)[] counts) => new(kind)
    {
        Values = counts.ToDictionary(count => count.Name, count => count.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Append(KeyValuePair.Create("file", import.FileName)).Append(KeyValuePair.Create("lines", import.LineCount.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .ToDictionary(),
    };
}
