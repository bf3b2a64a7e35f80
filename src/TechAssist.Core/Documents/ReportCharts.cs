using TechAssist.Core.EndOfMission;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Reports;

namespace TechAssist.Core.Documents;

/// <summary>The charts of an end-of-mission report, each only where the report has the figures.</summary>
/// <param name="content">The text.</param>
/// <param name="said">What participants answered, put together; null where the reader is not told, or where too few did.</param>
/// <param name="words">In one language.</param>
public sealed class ReportCharts(ReportContent content, SurveyResults? said, DocumentWords words)
{
    private const int Whole = 100;
    private const int BestScore = 5;

    /// <summary>Sections 3 and 6: what was planned against what was done. What nobody said anything of is not charted.</summary>
    public IEnumerable<Block> Planned()
    {
        List<ReportActivity> planned = [.. content.Activities.Where(row => !string.IsNullOrWhiteSpace(row.Planned))];
        List<(string Name, decimal? Planned, decimal? Done, decimal? Partly)> rows = [];
        if (planned.Exists(row => row.State is not null))
        {
            rows.Add((words["Chart.Activities"], planned.Count, planned.Count(row => row.State == ActivityState.Done), planned.Count(row => row.State == ActivityState.PartlyDone)));
        }

        if (content.Deliverables.Any(row => row.State is not null))
        {
            rows.Add((words["Chart.Deliverables"], content.Deliverables.Count, StateOf(DeliverableState.Delivered), StateOf(DeliverableState.PartlyDelivered)));
        }

        if (rows.Count == 0)
        {
            yield break;
        }

        List<ChartSeries> series = [new(words["Chart.Planned"], [.. rows.Select(row => row.Planned)]), new(words["Chart.Done"], [.. rows.Select(row => row.Done)])];
        if (rows.Exists(row => row.Partly > 0))
        {
            series.Add(new(words["Chart.Partly"], [.. rows.Select(row => row.Partly)]));
        }

        yield return Of("Chart.PlannedDone", [.. rows.Select(row => row.Name)], series);
    }

    /// <summary>Section 10: the five questions to participants, or the mean that was typed where they were not asked.</summary>
    public IEnumerable<Block> Evaluation()
    {
        if (said is not null)
        {
            yield return Score(words.Text("Chart.ParticipantsSay", said.AnswerCount),
                [.. said.Questions.Select(row => (Messages.Text("Survey.Column." + row.Question, words.Language), (decimal?)Math.Round((decimal)row.Mean, 1, MidpointRounding.AwayFromZero)))]);
        }
        else if (content.Training?.Satisfaction is { } satisfaction)
        {
            yield return Score(words["Chart.Satisfaction"], [(words["Report.Satisfaction"], satisfaction)]);
        }
    }

    /// <summary>Section 10: participants by sex, tests before and after.</summary>
    public IEnumerable<Block> Training(TrainingData training)
    {
        if (training.Women is not null || training.Men is not null)
        {
            yield return Of("Chart.Sexes", [words["Chart.Participants"]], [new(words["Chart.Women"], [training.Women ?? 0]), new(words["Chart.Men"], [training.Men ?? 0])], ChartKind.Stacked);
        }

        if (training is { PreTest: { } before, PostTest: { } after })
        {
            yield return Of("Chart.Tests", [words["Chart.Before"], words["Chart.After"]], [new(words["Chart.Score"], [before, after])]) with { Most = Whole, Unit = words["Chart.Score"] };
        }
    }

    private Chart Score(string caption, IReadOnlyList<(string Name, decimal? Mean)> rows) =>
        DocumentCharts.Of(caption, [.. rows.Select(row => row.Name)], [new(words["Chart.OutOfFive"], [.. rows.Select(row => row.Mean)])], words) with
        {
            Most = BestScore,
            Decimals = 1,
            Unit = words["Chart.OutOfFive"],
        };

    private int StateOf(DeliverableState state) => content.Deliverables.Count(row => row.State == state);

    private Chart Of(string caption, List<string> categories, List<ChartSeries> series, ChartKind kind = ChartKind.Grouped) =>
        DocumentCharts.Of(words[caption], categories, series, words) with { Kind = kind };
}
