using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Missions.Field;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Deployed;

/// <summary>Who is away on a mission now, and who leaves within two weeks: on a map, by country, one by one.</summary>
[Authorize(Access.Internals)]
public sealed class IndexModel(ListDeployed listDeployed, ExportDeployed exportDeployed, ReferenceChoices choices, RegionMap map) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public DeployedFilter Input { get; set; } = new();

    public Core.Missions.Field.Deployed Deployed { get; private set; } = null!;

    public ReferenceChoices Choices => choices;

    public IReadOnlyList<CountryCount> Countries { get; private set; } = [];

    public MapSize Map => map.Size;

    public IReadOnlyList<Choice> CountryChoices => choices.Countries;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Deployed = await listDeployed.ExecuteAsync(Input, Actor, cancellationToken);
        Countries =
        [
            .. Deployed.All.Where(row => row.Country is not null).GroupBy(row => row.Country!).Select(rows => new CountryCount(
                rows.Key, choices.Country(rows.Key), rows.Count(row => row.StartOn <= Deployed.On), rows.Count(row => row.StartOn > Deployed.On),
                rows.Where(row => row.StartOn <= Deployed.On).Sum(row => row.Team.Count), rows.Max(row => row.Mood ?? SecurityMood.Normal), map.PlaceOf(rows.Key)))
                .OrderByDescending(count => count.UnderWay).ThenBy(count => count.Name, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Sent by a form: it leaves a line in the history.</summary>
    public async Task<IActionResult> OnPostCsvAsync(CancellationToken cancellationToken)
    {
        var file = await exportDeployed.ExecuteAsync(Input, Languages.Current, Actor, cancellationToken);
        return File(file, "text/csv; charset=utf-8", T["Deployed.FileName"] + ".csv");
    }

    /// <param name="Experts">Who is there on the day.</param>
    /// <param name="Mood">The worst of the last notes.</param>
    /// <param name="Place">On the map; null for a country that is not on it.</param>
    public sealed record CountryCount(string Code, string Name, int UnderWay, int Departing, int Experts, SecurityMood Mood, MapPlace? Place);
}
