using AngleSharp.Html.Parser;
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

public sealed class BadInputTests
{
    private static readonly string[] Texts =
    [
        "nul \0 et \u0001 contrôle \u001b",
        "moitié \ud83d seule, \udc00 aussi",
        new string('w', 10_000),
        "🏳️‍🌈 drapeau 👩‍👩‍👧 famille, العربية, 日本語, ﷽",
        "<script>alert('x')</script> & \"guillemets\" ]]>",
        "a\u0301 compose\u0301, \u202ea l'envers\u202c, \u00adcoupe\u00adure, \ufeff\uffff\ufffe",
        "ligne\r\nligne\rligne\u2028ligne\u0085fin",
        " ",
        "",
        "\n\n\n",
        string.Concat(Enumerable.Repeat("e\u0301\u0323\u0308\u0308", 3000)),
        "«",
        "/CreationDate (D:20310301000000) <xmpMM:DocumentID>uuid: startxref trailer endobj",
        " : ; ! ? »",
    ];

    [TestCaseSource(nameof(Texts))]
    public void Any_text_renders_everywhere(string text)
    {
        var document = Everywhere(text);

        using var pdf = PdfDocument.Open(PdfRenderer.Render(document));
        using var letter = PdfDocument.Open(PdfRenderer.Render(document with { Letter = new Letter([text], [text], text) { YourReference = text, CopiesTo = [text] } }));
        Assert.That(pdf.NumberOfPages, Is.GreaterThan(1));
        Assert.That(new HtmlParser().ParseDocument(HtmlRenderer.Render(document)).Scripts, Is.Empty);
        AssertValid(DocxRenderer.Render(document));
    }

    [Test]
    public void A_character_no_font_has_is_visible_and_the_rest_stays()
    {
        using var pdf = PdfDocument.Open(PdfRenderer.Render(Documents.Of(new Paragraph("avant 🏳️‍🌈 après ع fin → ɛ"))));

        Assert.That(pdf.GetPages().Last().Text, Does.Contain("avant ◊ après ◊ fin → ɛ"));
    }

    [Test]
    public void A_word_without_end_breaks_and_keeps_its_letters()
    {
        using var pdf = PdfDocument.Open(PdfRenderer.Render(Documents.Of(new Paragraph(new string('w', 10_000)))));

        var pages = pdf.GetPages().ToList();
        Assert.That(pages.Sum(page => page.Letters.Count(letter => letter.Value == "w")), Is.EqualTo(10_000));
        Assert.That(pages.SelectMany(page => page.Letters), Has.All.Matches<UglyToad.PdfPig.Content.Letter>(letter => letter!.BoundingBox.Right < 595 - 55));
    }

    [Test]
    public void A_table_without_rows_says_so()
    {
        var document = Documents.Of(new Table(["Un", "Deux"], [], "Vide"));

        using var pdf = PdfDocument.Open(PdfRenderer.Render(document));
        Assert.That(pdf.GetPages().Last().Text, Does.Contain("Aucune entrée"));
        Assert.That(HtmlRenderer.Render(document), Does.Contain("Aucune entrée"));
        AssertValid(DocxRenderer.Render(document));
    }

    [Test]
    public void A_table_with_a_short_row_is_refused_with_its_number()
    {
        Assert.That(() => new Table(["Un", "Deux"], [["a", "b"], ["c"]]), Throws.ArgumentException.With.Message.Contains("Row 2"));
        Assert.That(() => new Table([], []), Throws.ArgumentException);
    }

    [Test]
    public void Bytes_that_are_no_picture_are_refused_with_the_block([Values("pdf", "html", "docx")] string format)
    {
        var document = Documents.Of(new Paragraph("Avant"), new Image("not a picture"u8.ToArray(), "Plan du poste"));

        var error = Assert.Throws<BlockException>(() => Render(document, format));

        Assert.That(error!.Message, Does.Contain("Block 2 (Image)").And.Contain("Plan du poste"));
        Assert.That(error.Index, Is.EqualTo(1));
    }

    [Test]
    public void A_cut_off_picture_and_an_empty_one_are_refused()
    {
        var whole = SamplePictures.Plain(400, 300, SKEncodedImageFormat.Png);

        Assert.That(() => PdfRenderer.Render(Documents.Of(new Image(whole[..(whole.Length / 2)], "coupée"))), Throws.TypeOf<BlockException>());
        Assert.That(() => PdfRenderer.Render(Documents.Of(new Image([], "vide"))), Throws.TypeOf<BlockException>());
        Assert.That(() => PdfRenderer.Render(Documents.Of(new Image(whole, "large", null, 1.5))), Throws.TypeOf<BlockException>());
    }

    [Test]
    public void Pictures_of_odd_proportions_stay_on_the_page()
    {
        var document = Documents.Of(
            new Image(SamplePictures.Plain(20, 4000, SKEncodedImageFormat.Jpeg), "haute", "Haute"),
            new Image(SamplePictures.Plain(4000, 20, SKEncodedImageFormat.Png), "large", "Large"));

        using var pdf = PdfDocument.Open(PdfRenderer.Render(document));

        Assert.That(pdf.GetPages().SelectMany(page => page.GetImages()).ToList(), Has.Count.EqualTo(2).And.All.Matches<UglyToad.PdfPig.Content.IPdfImage>(
            image => image!.BoundingBox.Bottom > 40 && image.BoundingBox.Right < 540));
    }

    [Test]
    public void A_list_in_a_list_in_a_list_is_refused()
    {
        var two = new BulletList([new ListItem("un", new BulletList(["deux"]))]);

        Assert.That(() => new ListItem("zéro", two), Throws.ArgumentException);
        Assert.That(() => new Heading(4, "Titre"), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_document_of_nothing_has_a_cover()
    {
        using var pdf = PdfDocument.Open(PdfRenderer.Render(Documents.Of()));

        Assert.That(pdf.GetPage(1).Text, Does.Contain("Essai"));
        AssertValid(DocxRenderer.Render(Documents.Of()));
    }

    private static object Render(Document document, string format) => format switch
    {
        "pdf" => PdfRenderer.Render(document),
        "html" => HtmlRenderer.Render(document),
        _ => DocxRenderer.Render(document),
    };

    private static void AssertValid(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), false);
        Assert.That(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(error => $"{error.Description} {error.Path?.XPath}"), Is.Empty);
    }

    private static Document Everywhere(string text) => new()
    {
        Title = text,
        Subtitle = text,
        Kind = text,
        Reference = text,
        Author = text,
        Organisation = text,
        Confidentiality = text,
        Language = DocumentLanguage.French,
        IssuedOn = new DateOnly(2031, 3, 1),
        CoverFacts = [new Fact(text, text)],
        Blocks =
        [
            new Heading(2, text),
            new Heading(1, text) { Anchor = text },
            new Paragraph([text, Inline.Bold(text), Inline.Italic(text), new Inline(text, InlineStyle.Bold | InlineStyle.Italic), Inline.Link(text, "#" + text), Inline.Link(text, text)]),
            new BulletList([new ListItem(text, new NumberedList([text]))]),
            new NumberedList([text, text]),
            new BulletList([]),
            new Table([text, new TableColumn(text, Alignment: Alignment.End), new TableColumn(text, Alignment: Alignment.Centre)], [[text, text, "x"]], text) { FirstColumnNamesRow = true },
            new Facts([new Fact(text, text)]),
            new Facts([]),
            new Callout(text, text),
            new Quote(text, text),
            new Image(SamplePictures.Plain(10, 10, SKEncodedImageFormat.Png), text, text),
            new Signature([new Signatory(text, text, text), new Signatory(text), new Signatory(text)]),
            new Signature([]),
            new Certificate(text, text) { Language = DocumentLanguage.English, Issuer = text, Above = text, Below = text, Text = text, Facts = [new Fact(text, text)], IssuedAt = text },
            new PageBreak(),
        ],
    };
}
