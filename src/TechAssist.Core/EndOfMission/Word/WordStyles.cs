using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>The looks of the form; headings carry Word's own names, so that its navigation shows the sections.</summary>
internal static class WordStyles
{
    /// <summary>A4 between its margins, in twentieths of a point.</summary>
    public const int TextWidth = 9638;

    private const string Accent = "124E5B";
    private const string Muted = "58666B";
    private const string Rule = "B9C5C8";

    public static Styles All(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" }, new FontSize { Val = "22" }, new DocumentFormat.OpenXml.Wordprocessing.Languages { Val = language == "fr" ? "fr-FR" : "en-GB" })),
            new ParagraphPropertiesDefault()),
        Paragraph("Normal", "Normal", null, Spacing(0, 120)),
        Paragraph("Title", "Title", "Normal", Spacing(0, 60), Font(40, Accent, isBold: true)),
        Heading(1, 30, 420, 100),
        Heading(2, 24, 240, 60),
        Paragraph("TextHeading", "Text Heading", "Normal", [new KeepNext(), .. Spacing(120, 60)], [new Bold()]),
        Paragraph("Quote", "Quote", "Normal", [new Indentation { Left = "360" }], [new Italic()]),
        Paragraph("ListParagraph", "List Paragraph", "Normal", Spacing(0, 40)),
        Paragraph("FormGuide", "Form Guide", "Normal", [new KeepNext(), .. Spacing(0, 80)], Font(19, Muted, isItalic: true)),
        Paragraph("TableText", "Table Text", "Normal", Spacing(30, 30), [new FontSize { Val = "20" }]),
        Paragraph("TableLabel", "Table Label", "TableText", [], Font(20, Accent, isBold: true)),
        Paragraph("Gap", "Gap", "Normal", Spacing(0, 0), [new FontSize { Val = "12" }]),
        Letters("PlaceholderText", "Placeholder Text", new Color { Val = "6B767A" }),
        Letters("Hyperlink", "Hyperlink", new Color { Val = Accent }, new Underline { Val = UnderlineValues.Single }),
        FormTable());

    private static Style FormTable() => new(
        new StyleName { Val = "Form Table" },
        new StyleTableProperties(
            new TableBorders([.. new BorderType[] { new TopBorder(), new LeftBorder(), new BottomBorder(), new RightBorder(), new InsideHorizontalBorder(), new InsideVerticalBorder() }.Select(Line)]),
            new TableCellMarginDefault(new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa })))
    {
        Type = StyleValues.Table,
        StyleId = "FormTable",
    };

    private static BorderType Line(BorderType border)
    {
        (border.Val, border.Size, border.Color) = (BorderValues.Single, 4, Rule);
        return border;
    }

    private static Style Heading(int level, int size, int before, int after)
    {
        var style = Paragraph(
            $"Heading{level}", $"heading {level}", "Normal", [new KeepNext(), new KeepLines(), .. Spacing(before, after), new OutlineLevel { Val = level - 1 }], Font(size, Accent, isBold: true));
        style.StyleParagraphProperties!.InsertBeforeSelf(new NextParagraphStyle { Val = "Normal" });
        style.StyleParagraphProperties!.InsertBeforeSelf(new PrimaryStyle());
        return style;
    }

    private static OpenXmlElement[] Spacing(int before, int after) => [new SpacingBetweenLines { Before = $"{before}", After = $"{after}", Line = "264", LineRule = LineSpacingRuleValues.Auto }];

    private static OpenXmlElement[] Font(int size, string color, bool isBold = false, bool isItalic = false) =>
    [
        .. isBold ? [new Bold()] : Array.Empty<OpenXmlElement>(),
        .. isItalic ? [new Italic()] : Array.Empty<OpenXmlElement>(),
        new Color { Val = color },
        new FontSize { Val = $"{size}" },
    ];

    private static Style Paragraph(string id, string name, string? basedOn, OpenXmlElement[] paragraph, OpenXmlElement[]? run = null)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = basedOn is null ? true : null };
        style.Append(basedOn is null ? [] : [new BasedOn { Val = basedOn }]);
        style.Append(new StyleParagraphProperties(paragraph));
        style.Append(run is null ? [] : [new StyleRunProperties(run)]);
        return style;
    }

    private static Style Letters(string id, string name, params OpenXmlElement[] run) =>
        new(new StyleName { Val = name }, new StyleRunProperties(run)) { Type = StyleValues.Character, StyleId = id };
}
