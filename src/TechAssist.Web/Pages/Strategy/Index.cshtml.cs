using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Reference;
using TechAssist.Core.Strategy;
using TechAssist.Core.Strategy.Dossiers;
using TechAssist.Reports;
using TechAssist.Reports.Charts;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Strategy;

/// <summary>The committee's follow-up of the strategy: coverage with its gaps, what is on its way, what came of it, who is reached.</summary>
public sealed class IndexModel(GetStrategy getStrategy, ReferenceCatalog reference, TimeProvider clock) : StrategyPage(reference, clock)
{
    [BindProperty(SupportsGet = true, Name = "")]
    public StrategyFilter Filter { get; set; } = new();

    public StrategyFigures Figures { get; private set; } = null!;

    public StrategyNames Names { get; private set; } = null!;

    public StrategyCharts Charts { get; private set; } = null!;

    /// <summary>What was asked for, also where it could not be.</summary>
    public StrategyFilter Typed { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Typed = Filter;
        try
        {
            await LoadAsync(cancellationToken);
        }
        catch (InvalidInputException invalid)
        {
            foreach (var error in invalid.Errors)
            {
                ModelState.AddModelError(FieldNames.Key(error.Field), Messages.Text(error, Languages.Current));
            }

            // The figures of no filter, with what was typed still in the fields.
            Filter = new StrategyFilter();
            await LoadAsync(cancellationToken);
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Figures = await getStrategy.ExecuteAsync(Filter, Actor, cancellationToken);
        Names = new StrategyNames(Figures, Data, W);
        Charts = new StrategyCharts(Figures, Names);
    }

    /// <summary>The cases behind a figure of this page.</summary>
    public string Cases(params (string Key, object? Value)[] more) => With(Links.StrategyCases, Seen, more);

    public string Recommendations(params (string Key, object? Value)[] more) => With(Links.StrategyRecommendations, Seen, more);

    public string Dossier(string format, string language) => With(Links.StrategyDossier(format), Seen, ("lang", language));

    public HtmlString Drawing(Chart chart, string id) => new(ChartSvg.Render(chart, W.DocumentLanguage, id));

    public string Limit(DateTime at) => W.Limit(at, Data.Calendars.Secretariat);

    public string Day(DateTime at) => W.ShortDay(Data.Calendars.Secretariat.LocalDay(at));

    /// <summary>With the days that were filled in, so that a list opened tomorrow still shows this period.</summary>
    private StrategyFilter Seen => Filter with { FromOn = Figures.FromOn, ToOn = Figures.ToOn, Framework = Figures.Framework.Code };
}
