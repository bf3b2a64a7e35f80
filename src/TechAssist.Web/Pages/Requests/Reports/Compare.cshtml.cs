using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Missions;

namespace TechAssist.Web.Pages.Requests.Reports;

/// <summary>Two texts of the report side by side, of which only what differs.</summary>
public sealed class CompareModel(GetReport getReport, GetMission getMission) : ReportPage(getReport, getMission)
{
    private readonly GetReport reports = getReport;

    /// <summary>The earlier version; null for the last but one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    /// <summary>The later version; null for the last.</summary>
    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    public IReadOnlyList<IGrouping<int, ReportDifference>> Differences { get; private set; } = [];

    /// <summary>A dash where nothing was chosen.</summary>
    public string Said(string field, IReadOnlyList<TextPart> parts) =>
        Blank.ToNull(ReportPlace.Said(field, string.Concat(parts.Select(part => part.Text)), Choices)) ?? "–";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Report is null)
        {
            throw new NotFoundException("The report");
        }

        To ??= Report.Versions.ElementAtOrDefault(0)?.Number;
        From ??= Report.Versions.FirstOrDefault(version => version.Number < To)?.Number;
        if (From is { } from && To is { } to)
        {
            var before = await reports.VersionAsync(Mission.Id, from, Actor, cancellationToken);
            var after = await reports.VersionAsync(Mission.Id, to, Actor, cancellationToken);
            Differences = [.. ReportDifferences.Between(before.Content, after.Content).GroupBy(difference => ReportPlace.Of(difference.Field).Section).OrderBy(group => group.Key)];
        }
    }
}
