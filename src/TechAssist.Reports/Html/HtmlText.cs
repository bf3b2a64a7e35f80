using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace TechAssist.Reports.Html;

/// <summary>Collects markup; whatever comes from a document passes through the encoder here.</summary>
internal sealed class HtmlText(Numbering numbering)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    /// <summary>Markup of our own, as it is.</summary>
    public HtmlText Raw(string markup)
    {
        _html.Append(markup);
        return this;
    }

    public HtmlText Line(string markup) => Raw(markup).Raw("\n");

    /// <summary>Text of the document on one line.</summary>
    public HtmlText Text(string text) => Raw(Encoder.Encode(CleanText.Line(text)));

    public HtmlText Text(RichText text)
    {
        foreach (var inline in text)
        {
            var target = numbering.Target(inline.Href);
            Raw(target is null ? string.Empty : $"<a href=\"{Attribute(target)}\">");
            Raw(inline.Style.HasFlag(InlineStyle.Bold) ? "<strong>" : string.Empty);
            Raw(inline.Style.HasFlag(InlineStyle.Italic) ? "<em>" : string.Empty);
            Raw(string.Join("<br>", CleanText.Of(inline.Text).Split('\n').Select(Encoder.Encode)));
            Raw(inline.Style.HasFlag(InlineStyle.Italic) ? "</em>" : string.Empty);
            Raw(inline.Style.HasFlag(InlineStyle.Bold) ? "</strong>" : string.Empty);
            Raw(target is null ? string.Empty : "</a>");
        }

        return this;
    }

    /// <summary>An element with text in it; nothing when there is no text.</summary>
    public HtmlText Element(string tag, RichText? text, string? className = null)
    {
        if (text is null || text.Count == 0)
        {
            return this;
        }

        return Raw(className is null ? $"<{tag}>" : $"<{tag} class=\"{className}\">").Text(text).Line($"</{tag}>");
    }

    public static string Attribute(string value) => Encoder.Encode(CleanText.Line(value));

    public override string ToString() => _html.ToString();
}
