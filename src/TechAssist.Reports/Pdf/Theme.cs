using SkiaSharp;
using TechAssist.Reports.Fonts;
using TechAssist.Reports.Pdf.Typesetting;

namespace TechAssist.Reports.Pdf;

/// <summary>Page, colours and type of the PDF, in points. One accent colour; everything else is ink and paper.</summary>
internal static class Theme
{
    public const float PageWidth = 595.28f;
    public const float PageHeight = 841.89f;
    public const float Left = 96;
    public const float Right = PageWidth - 62;
    public const float Top = 92;
    public const float Bottom = PageHeight - 76;

    /// <summary>Where heading numbers and running lines start, in the margin left of the text.</summary>
    public const float Margin = 54;

    public const float TextWidth = Right - Left;
    public const float CellPaddingX = 7;
    public const float CellPaddingY = 4.5f;
    public const float ListIndent = 15;

    public static readonly SKColor Ink = new(0x1C, 0x25, 0x28);
    public static readonly SKColor Muted = new(0x58, 0x66, 0x6B);
    public static readonly SKColor Accent = new(0x12, 0x4E, 0x5B);
    public static readonly SKColor Tint = new(0xEC, 0xF2, 0xF3);
    public static readonly SKColor Rule = new(0xCD, 0xD6, 0xD8);

    public static readonly TextStyle Body = new(9.6f, 14.4f, Ink);
    public static readonly TextStyle BodyMuted = Body with { Color = Muted };
    public static readonly TextStyle Small = new(8.4f, 12, Muted);
    public static readonly TextStyle Running = new(7.6f, 10, Muted);
    public static readonly TextStyle Cell = new(8.6f, 12.2f, Ink);
    public static readonly TextStyle CellHeader = new(8.3f, 11.6f, Accent) { Face = FontFace.SemiBold, Italic = FontFace.SemiBold };
    public static readonly TextStyle Label = new(8.6f, 12.2f, Muted);
    public static readonly TextStyle Caption = new(8.6f, 12.2f, Muted);
    public static readonly TextStyle QuoteText = new(10.4f, 15.6f, Accent) { Face = FontFace.Italic };
    public static readonly TextStyle Strong = Body with { Face = FontFace.SemiBold, Color = Accent };
    public static readonly TextStyle Bullet = Strong with { Size = 10.8f };
    public static readonly TextStyle Overline = Serif(11.5f, 16, Accent);
    public static readonly TextStyle Subtitle = new(13.5f, 19.5f, Muted);

    public static TextStyle Title(float size) => Serif(size, size * 1.2f, Accent);

    public static TextStyle Heading(int level) => level switch
    {
        1 => Serif(18.5f, 24, Accent),
        2 => Serif(12.8f, 18, Accent),
        _ => new TextStyle(10, 14.4f, Ink) { Face = FontFace.SemiBold, Italic = FontFace.SemiBold },
    };

    private static TextStyle Serif(float size, float leading, SKColor color) =>
        new(size, leading, color) { Face = FontFace.Serif, Bold = FontFace.Serif, Italic = FontFace.Serif };
}
