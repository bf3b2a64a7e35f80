using TechAssist.Reports.Fonts;

namespace TechAssist.Reports.Pdf.Typesetting;

/// <summary>
/// What a stretch of a line looks like and leads to: "#name" within the document, an address, or nowhere.
/// No face is both bold and italic: the bold one is slanted.
/// </summary>
internal sealed record Span(FontFace Face, bool Slanted, string? Target);

/// <summary>Glyphs of one span at a distance from the start of the line, in points.</summary>
internal readonly record struct Placed(GlyphRun Run, Span Span, float X);

/// <summary>A line of set text.</summary>
internal sealed record TextLine(TextStyle Style, IReadOnlyList<Placed> Runs, float Width)
{
    public float Height => Style.Leading;

    /// <summary>Its characters as they are shown.</summary>
    public string Text => string.Concat(Runs.Select(placed => placed.Run.Text));
}
