using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Experts.Tables;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Imports;

public enum TableFormat { Csv, Xlsx }

/// <summary>The experts a search finds, all of them, as a table that an import reads again. Only those whose consent holds, as in
/// the search. Who took personal data out stands in the history. The secretariat's act.</summary>
public sealed class ExportRoster(TechAssistDb db, ReferenceCatalog reference, TimelineWriter timeline, TimeProvider clock)
{
    /// <param name="language">Of the names of columns, countries and choices.</param>
    /// <returns>The bytes of the file, and how many experts are in it.</returns>
    public async Task<(byte[] File, int Count)> ExecuteAsync(RosterFilter filter, TableFormat format, string language, Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        InputCheck.ThrowIfInvalid(filter);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var words = new RosterWords(await reference.GetAsync(cancellationToken));
        var profiles = await SearchRoster.Filtered(db.Experts.AsNoTracking().VisibleTo(actor).Where(expert => expert.ConsentUntilOn > today), filter, today)
            .OrderBy(expert => expert.SortName).ThenBy(expert => expert.Id)
            .Select(expert => expert.Profile).ToListAsync(cancellationToken);
        var file = Write(profiles, words, format, language);
        await timeline.AddAsync(null, new TimelineLine("roster-exported") { Values = new Dictionary<string, string> { ["count"] = $"{profiles.Count}" } }, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return (file, profiles.Count);
    }

    internal static byte[] Write(IReadOnlyList<ExpertProfile> profiles, RosterWords words, TableFormat format, string language)
    {
        List<RosterColumn> columns = [.. RosterColumns.All.Where(column => column.Key != RosterColumns.FullName)];
        List<string> names = [.. columns.Select(column => column.Name(language))];
        var lines = profiles.Select(profile => (IReadOnlyList<string>)[.. columns.Select(column => column.Say(profile, words, language))]);
        using var file = new MemoryStream();
        if (format == TableFormat.Xlsx)
        {
            XlsxWriter.Write(file, Messages.Text("Import.Sheet", language), names, lines);
        }
        else
        {
            CsvTable.Write(file, names, lines, ListImportLines.SeparatorFor(language));
        }

        return file.ToArray();
    }
}
