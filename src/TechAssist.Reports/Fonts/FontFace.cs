using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using HarfBuzzSharp;
using SkiaSharp;

namespace TechAssist.Reports.Fonts;

/// <summary>One embedded face: what it can show, and the glyphs of a word. Loaded once, safe from many threads.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The four faces live as long as the process.")]
internal sealed class FontFace
{
    /// <summary>Shown for a character no embedded face has: visible, and the same on every machine.</summary>
    public const char Missing = '◊';

    private const int CachedWords = 20_000;
    private const int LongestCachedWord = 32;

    // A glyph for two letters, or for another form of a digit, has no character in the file: search and copy would
    // lose it. So no ligatures, and no tabular digits either.
    private static readonly Feature[] Features = [Off("liga"), Off("clig"), Off("dlig")];

    /// <summary>HarfBuzz prepares its tables at the first use; two documents drawn at once must not do that together.</summary>
    private static readonly Lock Shaping = new();

    private readonly SKData _file;
    private readonly Font _font;

    // Of the basic plane: asked for every character that is set, and a call into Skia each takes longer than to set it.
    private readonly ushort[] _glyphs;
    private readonly ConcurrentDictionary<string, GlyphRun> _words = new(StringComparer.Ordinal);

    private FontFace(string resource)
    {
        using var stream = typeof(FontFace).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is not embedded.");
        // HarfBuzz reads the file where it lies; Blob.FromStream would leave it a managed array that the collector moves.
        _file = SKData.Create(stream);
        Typeface = SKTypeface.FromData(_file);
        _glyphs = Typeface.GetGlyphs([.. Enumerable.Range(0, char.MaxValue + 1)]);
        using var blob = new Blob(_file.Data, (int)_file.Size, MemoryMode.ReadOnly);
        using var face = new Face(blob, 0) { UnitsPerEm = Typeface.UnitsPerEm };
        _font = new Font(face);
        _font.SetScale(Typeface.UnitsPerEm, Typeface.UnitsPerEm);
        _font.SetFunctionsOpenType();
        using var measure = new SKFont(Typeface, 1);
        (Ascent, Descent) = (-measure.Metrics.Ascent, measure.Metrics.Descent);
    }

    public static FontFace Regular { get; } = new("PublicSans-Regular.ttf");

    public static FontFace Italic { get; } = new("PublicSans-Italic.ttf");

    public static FontFace SemiBold { get; } = new("PublicSans-SemiBold.ttf");

    /// <summary>Titles and headings.</summary>
    public static FontFace Serif { get; } = new("Lora-SemiBold.ttf");

    /// <summary>Lends arrows, and letters of African languages, to the others; in the file only where it does.</summary>
    public static FontFace Lender { get; } = new("Gelasio-Regular.ttf");

    public SKTypeface Typeface { get; }

    /// <summary>Above the baseline, in em.</summary>
    public float Ascent { get; }

    /// <summary>Below the baseline, in em, positive.</summary>
    public float Descent { get; }

    public bool Has(int codePoint) => codePoint < _glyphs.Length ? _glyphs[codePoint] != 0 : Typeface.GetGlyph(codePoint) != 0;

    /// <summary>Glyphs and positions of text this face has, kerned, in em.</summary>
    public GlyphRun Shape(ReadOnlySpan<char> text)
    {
        if (_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var known))
        {
            return known;
        }

        var run = ShapeAnew(text);
        if (text.Length <= LongestCachedWord)
        {
            if (_words.Count >= CachedWords)
            {
                _words.Clear();
            }

            _words[run.Text] = run;
        }

        return run;
    }

    private static Feature Off(string tag) => new(Tag.Parse(tag), 0, 0, uint.MaxValue);

    private GlyphRun ShapeAnew(ReadOnlySpan<char> text)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text);
        buffer.Direction = Direction.LeftToRight;
        buffer.GuessSegmentProperties();
        lock (Shaping)
        {
            _font.Shape(buffer, Features);
        }

        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var em = 1f / Typeface.UnitsPerEm;
        var run = new GlyphRun(new ushort[infos.Length], new SKPoint[infos.Length], text.ToString());
        var x = 0f;
        for (var i = 0; i < infos.Length; i++)
        {
            run.Glyphs[i] = (ushort)infos[i].Codepoint;
            run.Positions[i] = new SKPoint(x + (positions[i].XOffset * em), -positions[i].YOffset * em);
            x += positions[i].XAdvance * em;
        }

        return run with { Advance = x };
    }
}

/// <summary>Shaped text at size 1: scale by the size of the text.</summary>
internal sealed record GlyphRun(ushort[] Glyphs, SKPoint[] Positions, string Text, float Advance = 0);
