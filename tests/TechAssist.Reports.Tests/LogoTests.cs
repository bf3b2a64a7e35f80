using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using NUnit.Framework;
using SkiaSharp;
using TechAssist.Reports.Docx;
using TechAssist.Reports.Html;
using TechAssist.Reports.Pdf;
using UglyToad.PdfPig;

namespace TechAssist.Reports.Tests;

/// <summary>The issuer's mark at the head of what is issued.</summary>
public sealed class LogoTests
{
    private static readonly Document Report = Documents.Of(new Heading(1, "Une partie"), new Paragraph("Un texte.")) with { Logo = SamplePictures.Plain(600, 200, SKEncodedImageFormat.Png) };

    private static readonly Document Letter = Report with { Letter = new Letter(["Madame"], ["Secrétariat"], "Bruxelles") };

    private static readonly Document Certificates = Report with { Layout = PageLayout.Bare, Blocks = [new Paragraph("Une."), new PageBreak(), new Paragraph("Deux.")] };

    [Test]
    public void It_stands_on_the_first_page_of_a_report_and_of_a_letter_and_on_each_certificate()
    {
        Assert.That(PicturesByPage(Report), Is.EqualTo(new[] { 1, 0, 0 }));
        Assert.That(PicturesByPage(Letter), Is.EqualTo(new[] { 1 }));
        Assert.That(PicturesByPage(Certificates), Is.EqualTo(new[] { 1, 1 }));
        Assert.That(PicturesByPage(Report with { Logo = null }), Is.EqualTo(new[] { 0, 0, 0 }));
    }

    [Test]
    public void Word_takes_it_in_the_header_and_a_page_shows_it_beside_the_name()
    {
        foreach (var document in new[] { Report, Letter, Certificates })
        {
            using var package = WordprocessingDocument.Open(new MemoryStream(DocxRenderer.Render(document)), false);

            Assert.That(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(error => error.Description), Is.Empty);
            Assert.That(package.MainDocumentPart!.HeaderParts.Sum(part => part.ImageParts.Count()), Is.GreaterThan(0));
            Assert.That(HtmlRenderer.Render(document), Does.Contain("class=\"logo\""));
        }
    }

    private static int[] PicturesByPage(Document document)
    {
        using var pdf = PdfDocument.Open(PdfRenderer.Render(document));
        return [.. pdf.GetPages().Select(page => page.GetImages().Count())];
    }
}
