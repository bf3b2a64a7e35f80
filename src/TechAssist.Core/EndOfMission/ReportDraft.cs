using TechAssist.Core.Terms;

namespace TechAssist.Core.EndOfMission;

/// <summary>The first draft of a report: what the terms promised, to be answered point by point.</summary>
internal static class ReportDraft
{
    public static ReportContent From(TermsContent? terms, string language) => terms is null
        ? new ReportContent()
        : new ReportContent
        {
            Purpose = terms.GeneralObjective.In(language),
            Activities = [.. terms.Activities.Select(activity => new ReportActivity { Planned = activity.Title.In(language) })],
            Findings = [.. terms.Objectives.Select((objective, index) => new Finding { Objective = index + 1, Text = objective })],
            Deliverables = [.. PromisedDeliverable.Of(terms).Select(promised => promised.ToRow())],
            Results = [.. terms.Indicators.Where(indicator => !string.IsNullOrWhiteSpace(indicator.Indicator)).Select(indicator => new ReportResult
            {
                Indicator = indicator.Indicator,
                Baseline = indicator.Baseline,
                Target = indicator.Target,
            })],
        };
}
