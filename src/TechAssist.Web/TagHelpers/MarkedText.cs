using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Review;

namespace TechAssist.Web.TagHelpers;

/// <summary>A text that is written piece by piece, in which the words that remarks are about are marked and lead to them.</summary>
/// <param name="text">All of it, as it is read.</param>
/// <param name="remarks">On words of this text; each is marked once.</param>
public sealed class MarkedText(string text, IEnumerable<CommentRow> remarks)
{
    private readonly List<(int From, int To, CommentRow Remark)> marks =
    [
        .. remarks.Select(remark => (Remark: remark, Found: Passages.Find(text, remark.On!)))
            .Where(mark => mark.Found is not null)
            .Select(mark => (mark.Found!.Value.Start, mark.Found.Value.Start + mark.Found.Value.Length, mark.Remark)),
    ];

    private readonly HashSet<Guid> named = [];

    private int at;

    /// <summary>Between two lines stands one break.</summary>
    public void NextLine() => at++;

    /// <summary>The next piece of the text.</summary>
    /// <param name="isInLink">Marks inside a link lead nowhere else.</param>
    public IHtmlContent Write(string piece, bool isInLink)
    {
        var content = new HtmlContentBuilder();
        var end = at + piece.Length;
        int[] cuts = [.. marks.SelectMany(mark => new[] { mark.From, mark.To }).Where(cut => cut > at && cut < end).Append(at).Append(end).Distinct().Order()];
        foreach (var (from, to) in cuts.Zip(cuts.Skip(1)))
        {
            var words = piece[(from - at)..(to - at)];
            var over = marks.Find(mark => mark.From <= from && mark.To >= to).Remark;
            content.AppendHtml(over is null ? new HtmlContentBuilder().Append(words) : Mark(words, over, isInLink));
        }

        at = end;
        return content;
    }

    private TagBuilder Mark(string words, CommentRow remark, bool isInLink)
    {
        var mark = new TagBuilder("mark");
        mark.AddCssClass(remark.Status == CommentStatus.Open ? "passage passage-open" : "passage");
        if (named.Add(remark.Id))
        {
            mark.MergeAttribute("id", $"passage-{remark.Id}");
        }

        if (isInLink)
        {
            mark.InnerHtml.Append(words);
            return mark;
        }

        var link = new TagBuilder("a");
        link.MergeAttribute("href", $"#comment-{remark.Id}");
        link.InnerHtml.Append(words);
        mark.InnerHtml.AppendHtml(link);
        return mark;
    }
}
