using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using TechAssist.Reports.Docx;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace TechAssist.Reports.Xlsx;

/// <summary>The looks of cells, by their place in the style sheet.</summary>
internal static class XlsxStyles
{
    public const uint Text = 0;
    public const uint Header = 1;
    public const uint Note = 2;
    public const uint Whole = 3;
    public const uint Decimal = 4;
    public const uint Share = 5;
    public const uint Day = 6;

    // Formats every program knows by these numbers (ECMA-376, 18.8.30): #,##0 and 0%; a day and one decimal are our own.
    private const uint WholeFormat = 3;
    private const uint ShareFormat = 9;
    private const uint DayFormat = 164;
    private const uint DecimalFormat = 165;

    public static Stylesheet All() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "yyyy-mm-dd" },
            new NumberingFormat { NumberFormatId = DecimalFormat, FormatCode = "#,##0.0" })
        { Count = 2 },
        new S.Fonts(Face(false, "1C2528"), Face(true, DocxStyles.Accent), Face(false, DocxStyles.Muted)) { Count = 3 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FF" + DocxStyles.Tint }) { PatternType = PatternValues.Solid }))
        { Count = 3 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())) { Count = 1 },
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(
            Format(0, 0, 0, new S.Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }),
            Format(0, 1, 2, new S.Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }),
            Format(0, 2, 0, null),
            Format(WholeFormat, 0, 0, Top()),
            Format(DecimalFormat, 0, 0, Top()),
            Format(ShareFormat, 0, 0, Top()),
            Format(DayFormat, 0, 0, Top()))
        { Count = 7 },
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 });

    private static S.Alignment Top() => new() { Vertical = VerticalAlignmentValues.Top };

    private static Font Face(bool bold, string color) => new(
        bold ? [new Bold(), new FontSize { Val = 11 }, new Color { Rgb = "FF" + color }, new FontName { Val = "Calibri" }]
            : new OpenXmlElement[] { new FontSize { Val = 11 }, new Color { Rgb = "FF" + color }, new FontName { Val = "Calibri" } });

    private static CellFormat Format(uint number, uint font, uint fill, S.Alignment? alignment)
    {
        var format = new CellFormat { NumberFormatId = number, FontId = font, FillId = fill, BorderId = 0, FormatId = 0, ApplyNumberFormat = true, ApplyFont = true, ApplyFill = true };
        if (alignment is not null)
        {
            format.Append(alignment);
            format.ApplyAlignment = true;
        }

        return format;
    }
}
