using TechAssist.Core.Documents;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.EndOfMission.Publication;

/// <summary>Writes the public version of a report in one language. A section without anything to say is not there, so that nobody sees
/// where something was left out. Pure.</summary>
internal sealed class PublicReportText(PublicPaper paper, PublicCover cover, ReportTables tables, DocumentWords words)
{
    private readonly ReportContent content = paper.Content;

    public Paper Write() => cover.Of("Kind.PublicReport",
    [
        .. paper.IsDraft ? new[] { new Callout(words["Public.NotPublished"]) } : [],
        .. paper.WrittenIn == words.Language ? [] : new[] { new Callout(words["Report.OtherLanguage"]) },
        .. Summary(), .. Work(), .. Results(), .. Lessons(),
    ]);

    private IEnumerable<Block> Summary() => content.Summary.IsEmpty ? [] : [new Heading(1, words["Report.1"]), .. words.Markdown(content.Summary)];

    private IEnumerable<Block> Work() =>
    [
        .. Section("Report.2", [.. Typed(null, content.Purpose), .. When(content.Deviations.Count > 0, () => [new Heading(2, words["Report.2.Deviations"]), tables.Deviations()])]),
        .. Section("Report.3", [.. Typed(null, content.Approach), .. When(content.Activities.Count > 0, () => [tables.Activities()])]),
        .. Section("Report.5", [.. content.Findings.SelectMany(Finding)]),
    ];

    private IEnumerable<Block> Results() =>
    [
        .. Section("Report.6", [.. When(content.Deliverables.Count > 0, () => [tables.Deliverables()])]),
        .. Section("Report.7", [.. When(content.Results.Count > 0, () => [tables.Results()])]),
        .. Section("Report.8", content.Initiatives.Count > 0 ? [.. content.Initiatives.SelectMany(tables.Initiative)] : content.NoInitiatives ? [new Paragraph(words["Report.8.None"])] : []),
        .. Section("Report.9", [.. When(content.Recommendations.Count > 0, () => [tables.Recommendations()])]),
        .. Section("Report.10", content.Training is { } training ? [tables.Training(training)] : []),
    ];

    private IEnumerable<Block> Lessons() =>
    [
        .. Section("Report.11",
        [
            .. Typed("Report.11.Positive", content.Positive), .. Typed("Report.11.Difficulties", content.Difficulties), .. Typed("Report.11.Lessons", content.Lessons),
        ]),
        .. Section("Report.12", [.. Typed(null, content.GenderAndRights)]),
        .. Section("Report.13", [.. Typed(null, content.Sustainability)]),
        .. Section("Report.14", [.. Typed(null, content.Acknowledgements)]),
        .. Section("Report.14.Annexes", [.. Typed(null, content.Annexes)]),
    ];

    private IEnumerable<Block> Finding(Finding finding) =>
    [
        new Heading(2, words.Text("Report.5.Objective", finding.Objective)), .. finding.Text.IsEmpty ? [] : new[] { new Quote(words.Of(finding.Text)) }, .. words.Markdown(finding.Answer),
    ];

    private IEnumerable<Block> Section(string title, IReadOnlyList<Block> blocks) => blocks.Count == 0 ? [] : [new Heading(1, words[title]), .. blocks];

    private IEnumerable<Block> Typed(string? title, string? text) =>
        string.IsNullOrWhiteSpace(text) ? [] : [.. title is null ? [] : new[] { new Heading(2, words[title]) }, .. words.Markdown(text)];

    private static IEnumerable<Block> When(bool isThere, Func<IEnumerable<Block>> blocks) => isThere ? blocks() : [];
}
