using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using NUnit.Framework;
using TechAssist.Reports.Docx;
using TechAssist.Reports.Html;
using TechAssist.Reports.Pdf;
using UglyToad.PdfPig;

namespace TechAssist.Reports.Tests;

public sealed class CertificateTests
{
    private static readonly Document Two = Documents.Of(Of("Aïssatou Bâ", DocumentLanguage.French), Of("Łukasz Żuraw", DocumentLanguage.English)) with { Layout = PageLayout.Bare };

    [Test]
    public void Each_stands_on_a_page_of_its_own_with_nothing_around_it()
    {
        using var pdf = PdfDocument.Open(PdfRenderer.Render(Two));

        Assert.That(pdf.NumberOfPages, Is.EqualTo(2));
        Assert.That(pdf.GetPage(1).Text, Does.Contain("Aïssatou").And.Contain("Clémence").And.Not.Contain("page 1"));
        Assert.That(pdf.GetPage(2).Text, Does.Contain("Łukasz").And.Not.Contain("Essai"), "no running title");
    }

    [Test]
    public void Office_finds_certificates_and_sheets_valid([Values(PageLayout.Bare, PageLayout.Sheet)] PageLayout layout)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(DocxRenderer.Render(Two with { Layout = layout })), false);

        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package);

        Assert.That(errors.Select(error => $"{error.Description} {error.Path?.XPath}"), Is.Empty);
    }

    [Test]
    public void A_page_of_the_web_says_the_language_of_each() =>
        Assert.That(HtmlRenderer.Render(Two), Does.Contain("<section class=\"certificate\" lang=\"fr\">").And.Contain("<section class=\"certificate\" lang=\"en\">"));

    [Test]
    public void A_sheet_begins_with_its_title_on_the_first_page()
    {
        using var pdf = PdfDocument.Open(PdfRenderer.Render(Documents.Of(new Paragraph("Contenu")) with { Layout = PageLayout.Sheet }));

        Assert.That((pdf.NumberOfPages, pdf.GetPage(1).Text.Contains("Contenu", StringComparison.Ordinal)), Is.EqualTo((1, true)));
    }

    private static Certificate Of(string name, DocumentLanguage language) => new("Attestation", name)
    {
        Language = language,
        Issuer = "Secrétariat",
        Above = "Il est attesté que",
        Text = ["a participé à ", Inline.Bold("l’atelier")],
        Facts = [new Fact("Dates", "juin")],
        Signatories = [new Signatory("Clémence")],
    };
}
