using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using NUnit.Framework;
using TechAssist.Reports.Charts;
using TechAssist.Reports.Docx;
using TechAssist.Reports.Html;
using TechAssist.Reports.Pdf;
using UglyToad.PdfPig;

namespace TechAssist.Reports.Tests;

public sealed class ChartTests
{
    private const string Long = "Atelier de formation sur la gestion des données biométriques aux frontières et la protection des données à caractère personnel";

    private static readonly Chart Sexes = new(
        "Participants par sexe", "Participants par sexe : 14 femmes et 1 222 hommes", [Long, "Visite"], [new("Femmes", [14, 3]), new("Hommes", [1222, null])])
    { Kind = ChartKind.Stacked, Unit = "Participants" };

    private static readonly Chart Tests = new("Tests", "Tests avant et après", ["Moyenne"], [new("Avant", [41.5m]), new("Après", [78.2m])]) { Decimals = 1, Most = 100 };

    private static readonly Document Paper = Documents.Of(new Heading(1, "Chiffres"), Sexes, Tests, new Chart("Vide", "Rien", [], []));

    [Test]
    public void A_pdf_holds_drawings_and_no_picture_and_prints_every_value()
    {
        using var pdf = PdfDocument.Open(PdfRenderer.Render(Paper));
        var page = pdf.GetPages().Last();
        var text = Programs.Run("pdftotext", PdfRenderer.Render(Paper), "-layout", "FILE", "-").Output.Replace('\u00A0', ' ');

        Assert.That(page.GetImages(), Is.Empty);
        Assert.That(page.Paths, Has.Count.GreaterThan(40), "bars and their patterns are lines and areas");
        foreach (var said in new[] { "14 + 1 222 = 1 236", "41,5", "78,2", "Femmes", "Figure 1", "Participants par sexe", "Figure 3", "Pas encore de chiffres" })
        {
            Assert.That(text.Replace('\u202F', ' '), Does.Contain(said));
        }

        Assert.That(page.GetWords().Max(word => word.BoundingBox.Right), Is.LessThanOrEqualTo(Theme.Right + 1), "a long name breaks over lines");
        Assert.That(text, Does.Match(@"Atelier de formation[^\n]*\n[^\n]*données biométriques"));
    }

    [Test]
    public void The_same_chart_gives_the_same_bytes()
    {
        var (pdf, docx, html) = (PdfRenderer.Render(Paper), DocxRenderer.Render(Paper), HtmlRenderer.Render(Paper));

        Assert.That(PdfRenderer.Render(Paper), Is.EqualTo(pdf));
        Assert.That(DocxRenderer.Render(Paper), Is.EqualTo(docx));
        Assert.That(HtmlRenderer.Render(Paper), Is.EqualTo(html));
    }

    [Test]
    public void A_page_has_a_named_picture_and_its_numbers_as_a_table()
    {
        using var page = new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(HtmlRenderer.Render(Paper));
        var drawing = page.QuerySelector("svg")!;

        Assert.That(drawing.GetAttribute("role"), Is.EqualTo("img"));
        Assert.That(page.GetElementById(drawing.GetAttribute("aria-labelledby")!)!.TextContent, Is.EqualTo(Sexes.AltText));
        Assert.That(page.QuerySelectorAll("svg [style], svg script, svg image"), Is.Empty, "the strictest content policy shows it");
        Assert.That(page.QuerySelectorAll("figure details").Length, Is.EqualTo(2), "the empty one has no numbers");
        Assert.That(page.QuerySelectorAll("figure:first-of-type tbody tr:first-child > *").Select(cell => cell.TextContent.Replace('\u202F', ' ').Replace('\u00A0', ' ')), Is.EqualTo(new[] { Long, "14", "1 222" }));
        Assert.That(page.QuerySelectorAll("[id]").Select(element => element.Id), Is.Unique);
    }

    [Test]
    public void Word_gets_a_picture_of_300_dots_with_its_text()
    {
        using var stream = new MemoryStream(DocxRenderer.Render(Paper));
        using var word = WordprocessingDocument.Open(stream, false);
        var pictures = word.MainDocumentPart!.ImageParts.ToList();
        using var bytes = pictures[0].GetStream();
        using var bitmap = SkiaSharp.SKBitmap.Decode(bytes);

        Assert.That(pictures, Has.Count.EqualTo(3));
        Assert.That(bitmap.Width, Is.InRange(1700, 1900));
        Assert.That(word.MainDocumentPart.Document!.OuterXml, Does.Contain(Sexes.AltText).And.Contain("SEQ Figure"));
    }

    [Test]
    public void Series_and_categories_must_fit_and_nothing_is_negative()
    {
        Assert.Throws<ArgumentException>(() => new Chart("x", "x", ["a"], [new("s", [1, 2])]));
        Assert.Throws<ArgumentException>(() => new Chart("x", "x", ["a"], [new("s", [-1])]));
        Assert.That(ChartSvg.Render(new Chart("x", "<b>", ["<i>"], [new("s", [0])]), DocumentLanguage.English, "c"), Does.Not.Contain("<b>").And.Not.Contain("<i>"));
    }
}
