using TechAssist.Core.Documents;
using TechAssist.Reports;

namespace TechAssist.Core.Strategy.Dossiers;

/// <summary>The charts of the committee's page and dossier.</summary>
public sealed class StrategyCharts(StrategyFigures figures, StrategyNames names)
{
    private const int BestScore = 5;

    private readonly DocumentWords words = names.Words;

    public Chart Coverage() => Stacked(
        "Strategy.Chart.Coverage",
        [.. figures.ByObjective.Columns.Select(column => column.Label)],
        [
            new(words["CaseState.Open"], [.. ColumnSums(figures.ByObjective, cell => cell.Open)]),
            new(words["CaseState.Completed"], [.. ColumnSums(figures.ByObjective, cell => cell.Completed)]),
        ]) with
    { Unit = words["Strategy.CountryCases"] };

    public Chart Pipeline() => Stacked(
        "Strategy.Chart.Pipeline",
        [.. figures.Pipeline.Select(stage => names.Stage(stage.Stage))],
        [
            new(words["Strategy.InTime"], [.. figures.Pipeline.Select(stage => (decimal?)(stage.Cases - stage.Late))]),
            new(words["Strategy.LateNow"], [.. figures.Pipeline.Select(stage => (decimal?)stage.Late)]),
        ]);

    public Chart Recommendations() => Stacked(
        "Strategy.Chart.Recommendations",
        [.. figures.Recommendations.ByCountry.Select(row => names.Country(row.Key))],
        [
            new(words["Strategy.Implemented"], [.. figures.Recommendations.ByCountry.Select(row => (decimal?)row.Implemented)]),
            new(words["Strategy.Open"], [.. figures.Recommendations.ByCountry.Select(row => (decimal?)row.Open)]),
        ]);

    public Chart Satisfaction() => DocumentCharts.Of(
        words["Strategy.Chart.Satisfaction"],
        [.. figures.Satisfaction.Select(row => names.Question(row.Question))],
        [new(words["Chart.OutOfFive"], [.. figures.Satisfaction.Select(row => (decimal?)Math.Round((decimal)row.Mean, 2))])],
        words) with
    { Most = BestScore, Decimals = 1, Unit = words["Chart.OutOfFive"] };

    public Chart ParticipantsSay() => DocumentCharts.Of(
        words["Strategy.Chart.ParticipantsSay"],
        [.. figures.ParticipantsSay.Select(row => names.Asked(row.Question))],
        [new(words["Chart.OutOfFive"], [.. figures.ParticipantsSay.Select(row => (decimal?)Math.Round((decimal)row.Mean, 2))])],
        words) with
    { Most = BestScore, Decimals = 1, Unit = words["Chart.OutOfFive"] };

    public Chart Participants()
    {
        var told = figures.Participants;
        return told.Missions == 0
            ? DocumentCharts.Of(words["Chart.Sexes"], [], [], words)
            : Stacked("Chart.Sexes", [words["Chart.Participants"]], [new(words["Chart.Women"], [told.Women]), new(words["Chart.Men"], [told.Men])]);
    }

    private static IEnumerable<decimal?> ColumnSums(Coverage coverage, Func<CoverageCell, int> of) =>
        Enumerable.Range(0, coverage.Columns.Count).Select(at => (decimal?)coverage.Rows.Sum(row => of(row.Cells[at])));

    private Chart Stacked(string caption, List<string> categories, List<ChartSeries> series) =>
        DocumentCharts.Of(words[caption], categories, series, words) with { Kind = ChartKind.Stacked };
}
