using TechAssist.Core.Documents;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.EndOfMission.Publication;

/// <summary>Writes the public version of a report in one language. A section without anything to say is not there, so that nobody sees
/// where something was left out. Pure.</summary>
internal sealed class PublicReportText(PublicPaper paper, PublicCover cover, ReportTables tables, ReportFigures figures, DocumentWords words)
{
    private readonly ReportContent content = paper.Content;
    private readonly ReportCharts charts = new(paper.Content, null, words);

    public Paper Write() => cover.Of("Kind.PublicReport",
    [
        .. paper.IsDraft ? new[] { new Callout(words["Public.NotPublished"]) } : [],
        .. words.Note(paper.Wording),
        .. Summary(), .. Work(), .. Results(), .. Lessons(),
    ]);

    private IEnumerable<Block> Summary() => Section(1, content.Summary.IsEmpty ? [] : [.. words.Markdown(content.Summary)]);

    private IEnumerable<Block> Work() =>
    [
        .. Section(2, [.. Typed(null, content.Purpose), .. When(content.Deviations.Count > 0, () => [new Heading(2, words["Report.2.Deviations"]), tables.Deviations()])]),
        .. Section(3, [.. Typed(null, content.Approach), .. When(content.Activities.Count > 0, () => [tables.Activities()])]),
        .. Section(5, [.. content.Findings.SelectMany(Finding)]),
    ];

    private IEnumerable<Block> Results() =>
    [
        .. Section(6, [.. When(content.Deliverables.Count > 0, () => [tables.Deliverables(), .. charts.Planned()])]),
        .. Section(7, [.. When(content.Results.Count > 0, () => [tables.Results()])]),
        .. Section(8, content.Initiatives.Count > 0 ? [.. content.Initiatives.SelectMany(tables.Initiative)] : content.NoInitiatives ? [new Paragraph(words["Report.8.None"])] : []),
        .. Section(9, [.. When(content.Recommendations.Count > 0, () => [tables.Recommendations()])]),
        .. Section(10, content.Training is { } training ? [tables.Training(training), .. charts.Training(training), .. charts.Evaluation()] : []),
    ];

    private IEnumerable<Block> Lessons() =>
    [
        .. Section(11,
        [
            .. Typed("Report.11.Positive", content.Positive), .. Typed("Report.11.Difficulties", content.Difficulties), .. Typed("Report.11.Lessons", content.Lessons),
        ]),
        .. Section(12, [.. Typed(null, content.GenderAndRights)]),
        .. Section(13, [.. Typed(null, content.Sustainability)]),
        .. Titled("Report.14", [.. Typed(null, content.Acknowledgements)]),
        .. Titled("Report.14.Annexes", [.. Typed(null, content.Annexes)]),
        .. Titled("Photos", [.. figures.Of(14)]),
    ];

    private IEnumerable<Block> Finding(Finding finding) =>
    [
        new Heading(2, words.Text("Report.5.Objective", finding.Objective)), .. finding.Text.IsEmpty ? [] : new[] { new Quote(words.Of(finding.Text)) }, .. words.Markdown(finding.Answer),
    ];

    private IEnumerable<Block> Section(int number, IReadOnlyList<Block> blocks) => Titled($"Report.{number}", [.. blocks, .. figures.Of(number)]);

    private IEnumerable<Block> Titled(string title, IReadOnlyList<Block> blocks) => blocks.Count == 0 ? [] : [new Heading(1, words[title]), .. blocks];

    private IEnumerable<Block> Typed(string? title, string? text) =>
        string.IsNullOrWhiteSpace(text) ? [] : [.. title is null ? [] : new[] { new Heading(2, words[title]) }, .. words.Markdown(text)];

    private static IEnumerable<Block> When(bool isThere, Func<IEnumerable<Block>> blocks) => isThere ? blocks() : [];
}
