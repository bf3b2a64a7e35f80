using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using NUnit.Framework;
using TechAssist.Reports.Xlsx;

namespace TechAssist.Reports.Tests;

public sealed class XlsxRendererTests
{
    private static readonly Workbook Book = new("Dossier", "Secrétariat", DocumentLanguage.French, new DateTime(2031, 3, 3, 9, 0, 0, DateTimeKind.Utc),
    [
        new Sheet("Délais: [1/2]", ["Pays", "Part", "Jours", "Le"], [["=HYPERLINK(\"http://x\")", SheetCell.Share(0.25), SheetCell.Number(12.5, 1), new DateOnly(2031, 3, 1)], ["+33", 7, "", (DateOnly?)null]], "Note"),
        new Sheet("délais 12", ["A"], []),
        new Sheet("Délais: [1/2]", ["A"], []),
    ]);

    [Test]
    public void Cells_have_types_and_formats_and_a_text_is_never_a_formula()
    {
        using var stream = new MemoryStream(XlsxRenderer.Render(Book));
        using var file = SpreadsheetDocument.Open(stream, false);
        var sheet = ((WorksheetPart)file.WorkbookPart!.GetPartById("rIdSheet1")).Worksheet!;
        var rows = sheet.Descendants<Row>().Select(row => row.Elements<Cell>().ToList()).ToList();

        Assert.That(new OpenXmlValidator().Validate(file).Select(error => $"{error.Path?.XPath}: {error.Description}"), Is.Empty);
        Assert.That(sheet.Descendants<CellFormula>(), Is.Empty);
        Assert.That(rows[2][0].DataType!.Value, Is.EqualTo(CellValues.InlineString));
        Assert.That(rows[2][0].InnerText, Is.EqualTo("=HYPERLINK(\"http://x\")"));
        Assert.That(rows[2].Skip(1).Select(cell => cell.CellValue!.Text), Is.EqualTo(new[] { "0.25", "12.5", "47908" }), "1 March 2031 is day 47,908 of the workbook");
        var formats = file.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        Assert.That(rows[2].Skip(1).Select(cell => formats[(int)cell.StyleIndex!.Value].NumberFormatId!.Value), Is.EqualTo(new uint[] { 9, 165, 164 }));
        Assert.That(sheet.Descendants<Pane>().Single().VerticalSplit!.Value, Is.EqualTo(2), "the note and the header stay in view");
        Assert.That(file.WorkbookPart.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(one => one.Name!.Value), Is.EqualTo(new[] { "Délais 12", "délais 12 2", "Délais 12 3" }));
    }

    [Test]
    public void The_same_workbook_gives_the_same_bytes()
    {
        var once = XlsxRenderer.Render(Book);

        Assert.That(XlsxRenderer.Render(Book), Is.EqualTo(once));
    }
}
