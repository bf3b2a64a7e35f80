using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Recommendations;

/// <summary>What the published reports recommend, the earliest due first; also as a table.</summary>
public sealed class IndexModel(ListRecommendations listRecommendations, GetCaseHead getCaseHead, ReferenceChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public RecommendationFilter Filter { get; set; } = new();

    /// <summary>Only those of this case.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Reference { get; set; }

    public ReferenceChoices Choices => choices;

    public Page<RecommendationRow> Rows { get; private set; } = new([], null);

    public string TableHref => TableDownload.Address(Request);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Rows = await listRecommendations.ExecuteAsync(Filter, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnGetTableAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var rows = await listRecommendations.AllAsync(Filter, Actor, cancellationToken);
        string[] columns =
        [
            T["Afterwards.Case"], T["Afterwards.Number"], T["Recommendations.Country"], T["Afterwards.Text"], T["Report.Type"], T["Afterwards.Addressee"], T["Afterwards.Priority"],
            T["Afterwards.Due"], T["Report.Strategic"], T["Report.Means"], T["Recommendations.Response"], T["Recommendations.Status"], T["Recommendations.Age"], T["Recommendations.VerifiedOn"],
        ];
        return TableDownload.Of(T["Recommendations.Title"], columns, rows.Select(row => (IReadOnlyList<string>)
        [
            row.Reference ?? "", row.Number.ToString(CultureInfo.InvariantCulture), choices.Country(row.Country), row.Text.In(Languages.Current), choices.Word(row.Type), row.Addressee,
            choices.Word(row.Priority), TableDownload.Day(row.DueOn), row.Objective is null ? "" : choices.Objective(row.Objective), row.Means ?? "",
            row.Response is { } response ? choices.Word(response) : "", choices.Word(row.Status), row.Age == AgeWarning.None ? "" : choices.Word(row.Age), TableDownload.Day(row.VerifiedAt),
        ]));
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        if (!string.IsNullOrWhiteSpace(Reference))
        {
            Filter = Filter with { RequestId = (await getCaseHead.ExecuteAsync(Reference.Trim(), Actor, cancellationToken)).Id };
        }
    }
}
