using TechAssist.Core.EndOfMission;
using TechAssist.Reports;

namespace TechAssist.Core.Documents;

/// <summary>The tables of an end-of-mission report.</summary>
internal sealed class ReportTables(ReportContent content, CaseHeading heading, DocumentWords words)
{
    public Table Deviations() => new(
        [new(words["Report.Deviation"], 1), new(words["Reason"], 1)],
        [.. content.Deviations.Select(RichText[] (row) => [DocumentWords.OrDash(row.What), DocumentWords.OrDash(row.Reason)])],
        words["Report.2.Caption"]);

    public Table Activities() => new(
        [new(words["Report.Planned"], 1), new(words["State"], 0.6), new(words["Report.Done"], 1.2), new(words["Report.Difference"], 1)],
        [
            .. content.Activities.Select(RichText[] (row) =>
                [DocumentWords.OrDash(row.Planned), DocumentWords.OrDash(words.Name(row.State)), DocumentWords.OrDash(row.Done), DocumentWords.OrDash(row.Difference)]),
        ],
        words["Report.3.Caption"]);

    public Table PersonsMet() => new(
        [new(words["Name"], 1.2), new(words["Function"], 1.4), new(words["Institution"], 1.8)],
        [.. content.PersonsMet.Select(RichText[] (row) => [DocumentWords.OrDash(row.Name), DocumentWords.OrDash(row.Function), DocumentWords.OrDash(row.Institution)])],
        words["Report.4.Caption"])
    { FirstColumnNamesRow = true };

    public Table Deliverables() => new(
        [new(words["Deliverable"], 2), new(words["State"], 1), new(words["Note"], 2)],
        [.. content.Deliverables.Select(RichText[] (row) => [words.Of(row.Title), DocumentWords.OrDash(words.Name(row.State)), DocumentWords.OrDash(row.Note)])],
        words["Report.6.Caption"])
    { FirstColumnNamesRow = true };

    public Table Results() => new(
        [new(words["Indicator"], 2.2), new(words["Baseline"], 0.9), new(words["Target"], 0.9), new(words["Actual"], 1.6)],
        [.. content.Results.Select(RichText[] (row) => [DocumentWords.OrDash(row.Indicator), DocumentWords.OrDash(row.Baseline), DocumentWords.OrDash(row.Target), DocumentWords.OrDash(row.Actual)])],
        words["Report.7.Caption"])
    { FirstColumnNamesRow = true };

    public IEnumerable<Block> Initiative(Initiative initiative) =>
    [
        new Heading(2, Blank.ToNull(initiative.Title) ?? words["Report.Initiative"]),
        .. MarkdownBlocks.Of(initiative.Description),
        new Facts(
        [
            new Fact(words["Report.Lead"], DocumentWords.OrDash(initiative.Lead)),
            new Fact(words["Report.Partners"], DocumentWords.OrDash(initiative.Partners)),
            new Fact(words["Report.Cost"], DocumentWords.OrDash(initiative.CostRange)),
            new Fact(words["Report.NextStep"], DocumentWords.OrDash(initiative.NextStep)),
            .. Blank.ToNull(initiative.Objective) is { } objective ? new[] { new Fact(words["Report.Framework"], heading.Objective(objective)) } : [],
        ]),
    ];

    public Table Recommendations() => new(
        [
            new(words["Number"], 0.4), new(words["Recommendation"], 2.6), new(words["Addressee"], 1.4), new(words["Due"], 1), new(words["Priority"], 0.85),
        ],
        [
            .. content.Recommendations.Select(RichText[] (row, index) =>
                [words.Amount(index + 1), Recommendation(row), DocumentWords.OrDash(row.Addressee), words.ShortDay(row.DueOn), words.Name(row.Priority)]),
        ],
        words["Report.9.Caption"]);

    public Facts Training(TrainingData training) => new(
    [
        new Fact(words["Report.Participants"], words.Text("Report.WomenAndMen", (training.Women ?? 0) + (training.Men ?? 0), training.Women ?? 0, training.Men ?? 0)),
        .. training is { PreTest: { } before, PostTest: { } after } ? new[] { new Fact(words["Report.Tests"], words.Text("Report.BeforeAndAfter", before, after)) } : [],
        .. training.Satisfaction is { } satisfaction ? new[] { new Fact(words["Report.Satisfaction"], words.Text("Report.OutOfFive", satisfaction)) } : [],
    ]);

    private RichText Recommendation(ReportRecommendation row)
    {
        List<Inline> text = [.. words.Of(row.Text), Inline.Italic("\n" + words.Name(row.Type))];
        if (Blank.ToNull(row.Objective) is { } objective)
        {
            text.Add(Inline.Italic(" · " + heading.Objective(objective)));
        }

        if (Blank.ToNull(row.Means) is { } means)
        {
            text.Add("\n" + words.Text("Report.Means", means));
        }

        return RichText.Of([.. text]);
    }
}
