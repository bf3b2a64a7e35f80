using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.FollowUp.Initiatives;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Initiatives;

/// <summary>The concrete initiatives that missions identified, the latest changed first; also as a table.</summary>
public sealed class IndexModel(ListInitiatives listInitiatives, GetCaseHead getCaseHead, ReferenceChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public InitiativeFilter Filter { get; set; } = new();

    /// <summary>Only those of this case.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Reference { get; set; }

    public ReferenceChoices Choices => choices;

    public Page<InitiativeRow> Rows { get; private set; } = new([], null);

    public string TableHref => TableDownload.Address(Request);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Rows = await listInitiatives.ExecuteAsync(Filter, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnGetTableAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var rows = await listInitiatives.AllAsync(Filter, Actor, cancellationToken);
        string[] columns =
        [
            T["Afterwards.Case"], T["Afterwards.Number"], T["Recommendations.Country"], T["Afterwards.Text"], T["Report.Description"], T["Afterwards.Lead"], T["Afterwards.Partners"],
            T["Afterwards.Cost"], T["Afterwards.NextStep"], T["Recommendations.Status"], T["Report.Strategic"], T["Initiatives.Changed"],
        ];
        return TableDownload.Of(T["Initiatives.Title"], columns, rows.Select(row => (IReadOnlyList<string>)
        [
            row.Reference, row.Number.ToString(CultureInfo.InvariantCulture), choices.Country(row.Country), row.Title, row.Description ?? "", row.Lead ?? "", row.Partners ?? "",
            row.CostRange ?? "", row.NextStep ?? "", choices.Word(row.Status), row.Objective is null ? "" : choices.Objective(row.Objective), TableDownload.Day(row.ChangedAt),
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
