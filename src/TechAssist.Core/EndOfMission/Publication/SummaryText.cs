using TechAssist.Core.Documents;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.EndOfMission.Publication;

/// <summary>Writes a report on a page: the key facts, the summary, the recommendations in short. Pure.</summary>
internal sealed class SummaryText(PublicPaper paper, PublicCover cover, DocumentWords words)
{
    private readonly ReportContent content = paper.Content;

    public Paper Write()
    {
        var whole = cover.Of("Kind.Summary",
        [
            .. paper.IsDraft ? new[] { new Callout(words["Report.NotFinal"]) } : [],
            new Facts([.. cover.Facts(), .. Figures()]),
            new Heading(1, words["Report.1"]), .. words.Markdown(content.Summary), .. Recommendations(),
        ]);
        // A letter has no cover and no contents: all of it is the page itself.
        return whole with { CoverFacts = [], NumberHeadings = false, Letter = new Letter([words["Kind.Summary"]], []) };
    }

    private IEnumerable<Fact> Figures()
    {
        if (content.Deliverables.Count > 0)
        {
            yield return new Fact(words["Report.6"], words.Text("Summary.Delivered", content.Deliverables.Count(row => row.State == DeliverableState.Delivered), content.Deliverables.Count));
        }

        if (content.Training is { Women: var women, Men: var men } && (women ?? 0) + (men ?? 0) > 0)
        {
            yield return new Fact(words["Report.Participants"], words.Text("Report.WomenAndMen", (women ?? 0) + (men ?? 0), women ?? 0, men ?? 0));
        }
    }

    private IEnumerable<Block> Recommendations() => content.Recommendations.Count == 0 ? [] :
    [
        new Heading(1, words["Report.9"]),
        new NumberedList([.. content.Recommendations.Select(row => new ListItem(RichText.Of(
            [.. words.Of(row.Text), Inline.Italic($" ({string.Join(", ", new[] { Blank.ToNull(row.Addressee), words.ShortDay(row.DueOn) }.OfType<string>())})")])))]),
    ];
}
