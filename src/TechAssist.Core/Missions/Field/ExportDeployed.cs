using System.Globalization;
using TechAssist.Core.Audit;
using TechAssist.Core.Experts.Imports;
using TechAssist.Core.Experts.Tables;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;

namespace TechAssist.Core.Missions.Field;

/// <summary>Who is deployed, as a table to take along when the portal cannot be reached. It holds telephone numbers: who took it out
/// stands in the history.</summary>
public sealed class ExportDeployed(TechAssistDb db, ListDeployed listDeployed, ReferenceCatalog reference, TimelineWriter timeline, TimeProvider clock)
{
    private static readonly string[] Columns =
        ["Reference", "Mission", "Country", "Places", "First", "Last", "Status", "Experts", "Phones", "Host", "Emergency", "LastNote", "Mood", "ReportDue"];

    /// <returns>The bytes of a CSV file with headings in the language.</returns>
    public async Task<byte[]> ExecuteAsync(DeployedFilter filter, string language, Actor actor, CancellationToken cancellationToken)
    {
        var deployed = await listDeployed.ExecuteAsync(filter, actor, cancellationToken);
        var known = await reference.GetAsync(cancellationToken);
        using var file = new MemoryStream();
        CsvTable.Write(
            file, [.. Columns.Select(column => Messages.Text("Deployed.Column." + column, language))],
            deployed.All.Select(row => Line(row, known.Country(row.Country)?.Name(language) ?? row.Country ?? "", language)), ListImportLines.SeparatorFor(language));
        var line = new TimelineLine("deployed-exported") { Values = new Dictionary<string, string> { ["on"] = Iso(deployed.On), ["count"] = $"{deployed.All.Count()}" } };
        await timeline.AddAsync(null, line, actor, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return file.ToArray();
    }

    private static IReadOnlyList<string> Line(DeployedRow row, string country, string language) =>
    [
        row.Reference, $"{row.Number}", country, row.Places ?? "", Iso(row.StartOn), Iso(row.EndOn), Messages.Text("Deployed.Status." + row.Status, language),
        string.Join(", ", row.Team.Select(expert => expert.Name)), string.Join(", ", row.Team.Select(expert => expert.Phone).Where(phone => phone is not null)),
        row.Host ?? "", row.EmergencyContact ?? "", row.LastNoteOn is { } on ? Iso(on) : "",
        row.Mood is { } mood ? Messages.Text("Timeline.state." + mood, language) : "", row.ReportDueOn is { } due ? Iso(due) : "",
    ];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
