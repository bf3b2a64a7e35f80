using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using NUnit.Framework;
using TechAssist.Reports.Docx;

namespace TechAssist.Reports.Tests;

public sealed class DocxRendererTests
{
    private static readonly byte[] Report = DocxRenderer.Render(SampleReport.French());

    [Test]
    public void Office_finds_the_file_valid([Values] bool letter, [Values] DocumentLanguage language)
    {
        var file = DocxRenderer.Render(letter ? SampleReport.Letter(language) : SampleReport.French() with { Language = language });
        using var package = WordprocessingDocument.Open(new MemoryStream(file), false);

        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package);

        Assert.That(errors.Select(error => $"{error.Description} {error.Part?.Uri} {error.Path?.XPath}"), Is.Empty);
    }

    [Test]
    public void Headings_are_styles_and_the_contents_a_field()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(Report), false);
        var body = package.MainDocumentPart!.Document!.Body!;
        var styles = body.Descendants<ParagraphStyleId>().Select(style => style.Val!.Value!).ToList();

        Assert.That(styles, Has.Exactly(SampleReport.French().Blocks.OfType<Heading>().Count(heading => heading.Level == 1)).EqualTo("Heading1"));
        Assert.That(styles, Does.Contain("Heading2").And.Contain("Heading3").And.Contain("Title").And.Contain("Caption"));
        Assert.That(body.Descendants<FieldCode>().Select(code => code.Text.Trim()), Has.Some.StartsWith("TOC").And.Some.StartsWith("SEQ Tableau"));
        var defined = package.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(style => style.StyleId!.Value!);
        Assert.That(styles.Distinct(), Is.SubsetOf(defined));
    }

    [Test]
    public void Footer_counts_pages_in_the_order_of_the_language()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(Report), false);
        var footer = ((FooterPart)package.MainDocumentPart!.GetPartById("rIdFooter")).Footer!;

        Assert.That(footer.InnerText, Does.Contain("page  PAGE 1 sur  NUMPAGES 1"));
    }

    [Test]
    public void Tables_repeat_their_header_and_pictures_have_their_texts()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(Report), false);
        var body = package.MainDocumentPart!.Document!.Body!;
        var tables = SampleReport.French().Blocks.OfType<Reports.Table>().Count();

        Assert.That(body.Descendants<TableHeader>().Count(), Is.EqualTo(tables));
        Assert.That(body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Single().Description!.Value, Does.StartWith("Diagramme"));
    }

    [Test]
    public void Language_and_properties_are_those_of_the_document()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(Report), false);
        var language = package.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single();

        Assert.That(language.Val!.Value, Is.EqualTo("fr-FR"));
        Assert.That(package.PackageProperties.Title, Is.EqualTo("Harmoniser les statistiques migratoires du Sénégal"));
        Assert.That(package.PackageProperties.Creator, Does.Contain("Inès Carvalho"));
        Assert.That(package.PackageProperties.Created!.Value.ToUniversalTime(), Is.EqualTo(new DateTime(2031, 6, 27, 14, 30, 0, DateTimeKind.Utc)));
    }

    [Test]
    public void Every_numbered_list_counts_from_one()
    {
        var document = Documents.Of(new NumberedList(["a", "b"]), new Paragraph("entre"), new NumberedList(["c"]));
        using var package = WordprocessingDocument.Open(new MemoryStream(DocxRenderer.Render(document)), false);

        var used = package.MainDocumentPart!.Document!.Body!.Descendants<NumberingId>().Select(id => id.Val!.Value).Distinct().ToList();

        Assert.That(used, Has.Count.EqualTo(2));
    }

    [Test]
    public void The_same_document_gives_the_same_bytes()
    {
        Assert.That(DocxRenderer.Render(SampleReport.French()), Is.EqualTo(Report));
    }
}
