using TechAssist.Reports.Fonts;

namespace TechAssist.Reports.Pdf.Typesetting;

/// <summary>Shaped text of one span that has not found its line yet.</summary>
internal readonly record struct Word(GlyphRun Run, Span Span)
{
    public string Text => Run.Text;

    public float Width(TextStyle style) => Run.Advance * style.Size;
}

/// <summary>Fills lines word by word; spaces at the end of a line fall away.</summary>
internal sealed class LineFiller(TextStyle style, float width)
{
    // A sum of widths may differ from the width it fills in the last bit.
    private const float Tolerance = 0.01f;

    private readonly List<TextLine> _lines = [];
    private readonly List<Placed> _spaces = [];
    private List<Placed> _runs = [];
    private float _x;
    private float _ink;

    public TextStyle Style => style;

    public float Width => width;

    /// <summary>Ends the line when what comes does not fit any more.</summary>
    public void BreakBefore(float next)
    {
        if (_runs.Count > 0 && _x + next > width + Tolerance)
        {
            Break();
        }
    }

    public void Add(Word part)
    {
        _runs.AddRange(_spaces);
        _spaces.Clear();
        _runs.Add(new Placed(part.Run, part.Span, _x));
        _x += part.Width(style);
        _ink = _x;
    }

    public void AddSpace(List<Word> words)
    {
        foreach (var part in words)
        {
            _spaces.Add(new Placed(part.Run, part.Span, _x));
            _x += part.Width(style);
        }
    }

    public void Break()
    {
        _lines.Add(new TextLine(style, _runs, _ink));
        _runs = [];
        _spaces.Clear();
        (_x, _ink) = (0, 0);
    }

    public TextLine[] Finish()
    {
        if (_runs.Count > 0)
        {
            Break();
        }

        return [.. _lines];
    }
}
