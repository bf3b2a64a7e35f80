using System.Collections;
using System.Runtime.CompilerServices;

namespace TechAssist.Reports;

/// <summary>How a stretch of text is set apart from its surroundings.</summary>
[Flags]
public enum InlineStyle
{
    Plain = 0,
    Bold = 1,
    Italic = 2,
}

/// <summary>
/// A stretch of text in one style. A new line in <paramref name="Text"/> is a line break.
/// </summary>
/// <param name="Text">The text; characters no format can hold are replaced when it is rendered.</param>
/// <param name="Style">Bold, italic, both or neither.</param>
/// <param name="Href">
/// Where the text leads: an absolute <c>http</c>, <c>https</c>, <c>mailto</c> or <c>tel</c> address, or
/// <c>#anchor</c> for the heading with that <see cref="Heading.Anchor"/>. Anything else stays plain text.
/// </param>
public sealed record Inline(string Text, InlineStyle Style = InlineStyle.Plain, string? Href = null)
{
    public static Inline Bold(string text) => new(text, InlineStyle.Bold);

    public static Inline Italic(string text) => new(text, InlineStyle.Italic);

    public static Inline Link(string text, string href) => new(text, InlineStyle.Plain, href);

    public static implicit operator Inline(string text) => new(text);
}

/// <summary>Text of several stretches, written <c>"plain"</c> or <c>["plain ", Inline.Bold("bold")]</c>.</summary>
[CollectionBuilder(typeof(RichText), nameof(Of))]
public sealed class RichText : IReadOnlyList<Inline>
{
    private readonly Inline[] _inlines;

    private RichText(Inline[] inlines) => _inlines = inlines;

    public static RichText Empty { get; } = new([]);

    public int Count => _inlines.Length;

    /// <summary>The text without its styles.</summary>
    public string Plain => string.Concat(_inlines.Select(inline => inline.Text));

    public Inline this[int index] => _inlines[index];

    public static RichText Of(params ReadOnlySpan<Inline> inlines) => new(inlines.ToArray());

    public static implicit operator RichText(string? text) => string.IsNullOrEmpty(text) ? Empty : new([new Inline(text)]);

    public static implicit operator RichText(Inline inline) => new([inline]);

    public IEnumerator<Inline> GetEnumerator() => ((IEnumerable<Inline>)_inlines).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
