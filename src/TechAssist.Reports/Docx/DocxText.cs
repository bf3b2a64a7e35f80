using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace TechAssist.Reports.Docx;

/// <summary>Runs, links and fields of Word paragraphs.</summary>
internal sealed class DocxText(MainDocumentPart main, Numbering numbering)
{
    private int _links;

    public W.Paragraph Paragraph(string style, RichText text, params OpenXmlElement[] properties)
    {
        var paragraph = new W.Paragraph(new ParagraphProperties([new ParagraphStyleId { Val = style }, .. properties]));
        Append(paragraph, text);
        return paragraph;
    }

    public void Append(OpenXmlElement parent, RichText text)
    {
        foreach (var inline in text)
        {
            var target = numbering.Target(inline.Href);
            var run = Run(inline.Text, inline.Style, target is not null);
            parent.Append(target is null ? run : Link(target, run));
        }
    }

    public static W.Run Run(string text, InlineStyle style = InlineStyle.Plain, bool link = false)
    {
        var properties = new RunProperties();
        properties.Append(link ? [new RunStyle { Val = "Hyperlink" }] : Array.Empty<OpenXmlElement>());
        properties.Append(style.HasFlag(InlineStyle.Bold) ? [new Bold()] : Array.Empty<OpenXmlElement>());
        properties.Append(style.HasFlag(InlineStyle.Italic) ? [new Italic()] : Array.Empty<OpenXmlElement>());
        var run = properties.HasChildren ? new W.Run(properties) : new W.Run();
        var lines = CleanText.Of(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new W.Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    public static W.Run Tab() => new(new TabChar());

    /// <summary>A field Word computes; <paramref name="result"/> stands there until it does.</summary>
    public static IEnumerable<W.Run> Field(string code, string result, bool dirty = false) =>
    [
        new(new FieldChar { FieldCharType = FieldCharValues.Begin, Dirty = dirty ? true : null }),
        new(new FieldCode($" {code} ") { Space = SpaceProcessingModeValues.Preserve }),
        new(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        Run(result),
        new(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];

    private Hyperlink Link(string target, W.Run run)
    {
        if (target.StartsWith('#'))
        {
            return new Hyperlink(run) { Anchor = target[1..], History = true };
        }

        var id = $"rIdLink{++_links}";
        main.AddHyperlinkRelationship(new Uri(target), true, id);
        return new Hyperlink(run) { Id = id, History = true };
    }
}
