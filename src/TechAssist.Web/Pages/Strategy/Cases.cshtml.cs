using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Reference;
using TechAssist.Core.Strategy;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Strategy;

/// <summary>The cases behind one of the committee's figures.</summary>
public sealed class CasesModel(ListStrategyCases listCases, ReferenceCatalog reference, TimeProvider clock) : StrategyPage(reference, clock)
{
    [BindProperty(SupportsGet = true, Name = "")]
    public StrategyCasesInput Input { get; set; } = new();

    public Page<StrategyCaseRow> Rows { get; private set; } = new([], null);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken) => Rows = await listCases.ExecuteAsync(Input, Actor, cancellationToken);

    public string Back => With(Links.Strategy, Input, ("country", null), ("theme", null));

    /// <summary>What is counted, in words.</summary>
    public IEnumerable<string> Said()
    {
        if (Input is { OpenNow: false, FromOn: { } from, ToOn: { } to })
        {
            yield return W.Text("Strategy.FromTo", W.Day(from), W.Day(to));
        }

        foreach (var said in new[]
        {
            Input.OpenNow ? T["Strategy.OpenNow"] : null, Blank.ToNull(Input.Country) is { } country ? CountryName(country) : null,
            Blank.ToNull(Input.Theme) is { } theme ? Data.Theme(theme)?.Name(Languages.Current) ?? theme : null, Blank.ToNull(Input.Objective) is { } objective ? ObjectiveName(objective) : null,
            Input.State is { } state ? W.Name(state) : null, Blank.ToNull(Input.Result) is { } result ? W["Result." + result] : null, Blank.ToNull(Input.Stage) is { } stage ? W["Stage." + stage] : null,
            Input.LateOnly ? T["Strategy.LateOnly"] : null, Input.LeastDeveloped ? T["Strategy.LeastDeveloped"] : null, Input.Unmapped ? T["Strategy.Unmapped"] : null, Input.Counting ? T["Strategy.Counting"] : null,
        }.OfType<string>())
        {
            yield return said;
        }
    }
}
