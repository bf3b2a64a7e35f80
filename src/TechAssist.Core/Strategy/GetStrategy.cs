using TechAssist.Core.Board;

namespace TechAssist.Core.Strategy;

/// <summary>The committee's follow-up of the strategy: which country is helped towards what and where the gaps are, what is on its way and
/// how long it takes, what came of it, and who is reached. For the secretariat, the committee and the auditor. The same number of queries
/// however many cases there are.</summary>
public sealed class GetStrategy(StrategyScope scope, StrategyCases strategyCases, StrategyOutcomes outcomes, FindInitiatives initiatives, CaseLegs legs)
{
    /// <summary>No stretch of a case is older.</summary>
    private static readonly DateTime Beginning = new(2006, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public async Task<StrategyFigures> ExecuteAsync(StrategyFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var window = await scope.OfAsync(filter, actor, cancellationToken);
        var cases = await strategyCases.ReadAsync(window.Cases, cancellationToken);
        var count = new CoverageCount(cases, window.Beneficiaries);
        var (pipeline, late) = await strategyCases.PipelineAsync(window, cancellationToken);
        return new StrategyFigures
        {
            Filter = filter,
            FromOn = window.FromOn,
            ToOn = window.ToOn,
            At = window.Now,
            Today = window.Today,
            Framework = window.Framework,
            Cases = cases.Count,
            Unmapped = cases.Count(one => one.Counts && !one.Objectives.Exists(code => window.Map.Targets(code).Count > 0)),
            ByObjective = count.ByObjective(window.Map),
            ByTheme = count.ByTheme(window.Data),
            Pipeline = pipeline,
            States = [.. cases.GroupBy(one => (one.State, Result: one.State == CaseState.Ended ? one.Result : null)).OrderBy(group => group.Key.State).ThenByDescending(group => group.Count())
                .Select(group => new StateCount(group.Key.State, group.Key.Result, group.Count()))],
            Legs = await legs.ReadAsync(window.Cases, Beginning, cancellationToken),
            Recommendations = await outcomes.RecommendationsAsync(window, cases.ToDictionary(one => one.Id), cancellationToken),
            Initiatives = await initiatives.ReadAsync(window, cancellationToken),
            Equity = await outcomes.EquityAsync(window, cases, cancellationToken),
            Satisfaction = await outcomes.SatisfactionAsync(window, cancellationToken),
            ParticipantsSay = await outcomes.ParticipantsSayAsync(window, cancellationToken),
            Participants = await outcomes.ParticipantsAsync(window, cancellationToken),
            Agenda = await strategyCases.AgendaAsync(window, cancellationToken),
            Late = late,
        };
    }
}
