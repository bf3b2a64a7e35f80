using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TechAssist.Reports.Docx;

/// <summary>The styles of the Word document: people who go on writing in it find real headings, captions and notes.</summary>
internal static class DocxStyles
{
    public const string Accent = "124E5B";
    public const string Muted = "58666B";
    public const string Tint = "ECF2F3";
    public const string Rule = "CDD6D8";
    private const string Ink = "1C2528";
    private const string Serif = "Georgia";
    private const string Sans = "Calibri";

    public static Styles All(string language, bool numbered)
    {
        var styles = new Styles(Defaults(language));
        styles.Append(
            Paragraph("Normal", "Normal", null, Spacing(0, 140, 276), Font(Sans, 21, Ink)),
            Heading(1, 36, 480, 140, numbered),
            Heading(2, 26, 320, 80, numbered),
            Heading(3, 21, 240, 40, numbered),
            Paragraph("Title", "Title", "Normal", Spacing(0, 200, 252), Font(Serif, 60, Accent, true)),
            Paragraph("Subtitle", "Subtitle", "Normal", Spacing(0, 500, 276), Font(Sans, 27, Muted)),
            Paragraph("Organisation", "Organisation", "Normal", Spacing(0, 2600, 240), Font(Serif, 27, Accent, true)),
            Paragraph("Kind", "Kind", "Normal", Spacing(0, 120, 240), Font(Serif, 23, Accent, true)),
            Paragraph("Letterhead", "Letterhead", "Organisation", Edge(new BottomBorder(), 160, 6), null),
            Paragraph("Address", "Address", "Normal", Spacing(0, 0, 264), null),
            Paragraph("TOCHeading", "TOC Heading", "Normal", [new KeepNext(), .. Spacing(0, 240, 252)], Font(Serif, 36, Accent, true)),
            Toc(1, 0, 120, true),
            Toc(2, 400, 20, false),
            Paragraph("Caption", "caption", "Normal", [new KeepNext(), .. Spacing(240, 80, 240)], Font(Sans, 18, Muted)),
            Paragraph("FigureCaption", "Figure Caption", "Normal", Spacing(80, 280, 240), Font(Sans, 18, Muted)),
            Paragraph("TableText", "Table Text", "Normal", Spacing(40, 40, 252), Font(Sans, 19, Ink)),
            Paragraph("TableHeader", "Table Header", "TableText", [new KeepNext()], Font(Sans, 19, Accent, true)),
            Paragraph("TableLabel", "Table Label", "TableText", [], Font(Sans, 19, Muted)),
            Paragraph("ListParagraph", "List Paragraph", "Normal", [.. Spacing(0, 60, 276), new ContextualSpacing { Val = false }], null),
            Paragraph("Note", "Note", "Normal", Note(), null),
            Paragraph("NoteTitle", "Note Title", "Note", [new KeepNext()], Font(Sans, 21, Accent, true)),
            Paragraph("Quote", "Quote", "Normal", Edge(new LeftBorder(), 0, 12), Font(Sans, 23, Accent, false, true)),
            Paragraph("QuoteSource", "Quote Source", "Normal", Edge(new LeftBorder(), 240, 12), Font(Sans, 18, Muted)),
            Paragraph("Header", "header", "Normal", Spacing(0, 0, 240), Font(Sans, 16, Muted)),
            Paragraph("Footer", "footer", "Normal", Spacing(0, 0, 240), Font(Sans, 16, Muted)),
            Hyperlink());
        return styles;
    }

    private static DocDefaults Defaults(string language) => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = Sans, HighAnsi = Sans, ComplexScript = Sans, EastAsia = Sans },
            new FontSize { Val = "21" },
            new FontSizeComplexScript { Val = "21" },
            new Languages { Val = language, EastAsia = language, Bidi = "ar-SA" })),
        new ParagraphPropertiesDefault());

    private static Style Heading(int level, int size, int before, int after, bool numbered)
    {
        OpenXmlElement[] numbering = numbered
            ? [new NumberingProperties(new NumberingLevelReference { Val = level - 1 }, new NumberingId { Val = DocxNumbering.Headings })]
            : [];
        var style = Paragraph(
            $"Heading{level}",
            $"heading {level}",
            "Normal",
            [new KeepNext(), new KeepLines(), .. numbering, .. Spacing(before, after, 252), new OutlineLevel { Val = level - 1 }],
            Font(level < 3 ? Serif : Sans, size, level < 3 ? Accent : Ink, true));
        style.StyleParagraphProperties!.InsertBeforeSelf(new NextParagraphStyle { Val = "Normal" });
        style.StyleParagraphProperties!.InsertBeforeSelf(new PrimaryStyle());
        return style;
    }

    private static Style Toc(int level, int indent, int before, bool bold) => Paragraph(
        $"TOC{level}",
        $"toc {level}",
        "Normal",
        [
            new Tabs(new TabStop { Val = TabStopValues.Right, Position = DocxFrame.TextWidth, Leader = TabStopLeaderCharValues.Dot }),
            .. Spacing(before, 20, 252),
            new Indentation { Left = DocxFrame.Number(indent) },
        ],
        bold ? [new Bold()] : null);

    private static OpenXmlElement[] Note() =>
    [
        new KeepLines(),
        new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 20, Space = 10, Color = Accent }),
        new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Tint },
        .. Spacing(0, 0, 276),
        new Indentation { Left = "260", Right = "200" },
    ];

    private static OpenXmlElement[] Edge(BorderType border, int after, uint space)
    {
        (border.Val, border.Size, border.Space, border.Color) = (BorderValues.Single, border is LeftBorder ? 20u : 8u, space, Accent);
        return [new ParagraphBorders(border), .. Spacing(0, after, 264), .. border is LeftBorder ? [new Indentation { Left = "260" }] : Array.Empty<OpenXmlElement>()];
    }

    private static OpenXmlElement[] Spacing(int before, int after, int line) =>
    [
        new SpacingBetweenLines
        {
            Before = DocxFrame.Number(before),
            After = DocxFrame.Number(after),
            Line = DocxFrame.Number(line),
            LineRule = LineSpacingRuleValues.Auto,
        },
    ];

    private static OpenXmlElement[] Font(string font, int halfPoints, string color, bool bold = false, bool italic = false) =>
    [
        new RunFonts { Ascii = font, HighAnsi = font, ComplexScript = font },
        .. bold ? [new Bold()] : Array.Empty<OpenXmlElement>(),
        .. italic ? [new Italic()] : Array.Empty<OpenXmlElement>(),
        new Color { Val = color },
        new FontSize { Val = DocxFrame.Number(halfPoints) },
        new FontSizeComplexScript { Val = DocxFrame.Number(halfPoints) },
    ];

    private static Style Paragraph(string id, string name, string? basedOn, OpenXmlElement[] paragraph, OpenXmlElement[]? run)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = basedOn is null ? true : null };
        if (basedOn is not null)
        {
            style.Append(new BasedOn { Val = basedOn });
        }

        style.Append(new StyleParagraphProperties(paragraph));
        if (run is not null)
        {
            style.Append(new StyleRunProperties(run));
        }

        return style;
    }

    private static Style Hyperlink() => new(
        new StyleName { Val = "Hyperlink" },
        new StyleRunProperties(new Color { Val = Accent }, new Underline { Val = UnderlineValues.Single }))
    {
        Type = StyleValues.Character,
        StyleId = "Hyperlink",
    };
}
