using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;
using TechAssist.Reports.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Tokens;

namespace TechAssist.Reports.Tests;

public sealed class PdfRendererTests
{
    private static readonly byte[] Report = PdfRenderer.Render(SampleReport.French());

    private static readonly byte[] DocxReport = Docx.DocxRenderer.Render(SampleReport.French());

    private static string Text(byte[] pdf, params string[] arguments) =>
        Programs.Run("pdftotext", pdf, [.. arguments, "-layout", "FILE", "-"]).Output.Replace('\u00A0', ' ');

    [Test]
    public void Qpdf_finds_the_file_sound([Values] bool letter)
    {
        var pdf = letter ? PdfRenderer.Render(SampleReport.Letter(DocumentLanguage.English)) : Report;

        var (code, output) = Programs.Run("qpdf", pdf, "--check", "FILE");

        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.Contain("No syntax or stream encoding errors found"));
    }

    [Test]
    public void Every_font_is_embedded_and_has_its_characters()
    {
        var lines = Programs.Run("pdffonts", Report, "FILE").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();

        Assert.That(lines, Has.Count.InRange(3, 4));
        Assert.That(lines, Has.All.Match(@"yes\s+yes\s+yes\s+\d+\s+0\s*$"));
    }

    [Test]
    public void Accents_and_signs_survive()
    {
        const string signs = "éèêëàâçîïôùûü œŒæ ÀÉÈÇ ’ « » “ ” – — … ãõñÃÕÑ áíóú ºª € n° ł ş";

        var pdf = PdfRenderer.Render(Documents.Of(new Paragraph(signs)));

        Assert.That(Text(pdf), Does.Contain(signs));
    }

    [Test]
    public void French_spaces_stay_and_never_end_a_line()
    {
        var words = string.Concat(Enumerable.Repeat("Vraiment ? Oui : « non » ! ", 40));

        var lines = Text(PdfRenderer.Render(Documents.Of(new Paragraph(words)))).Split('\n').Select(line => line.Trim()).ToList();

        Assert.That(lines, Has.Some.Contains("Vraiment ? Oui : « non » !"));
        Assert.That(lines, Has.None.Match(@"^[?:!»]").And.None.Match("«$"));
    }

    [Test]
    public void Page_x_of_y_is_right_on_every_page_but_the_cover()
    {
        using var pdf = PdfDocument.Open(Report);

        for (var page = 2; page <= pdf.NumberOfPages; page++)
        {
            var text = Text(Report, "-f", Number(page), "-l", Number(page));
            Assert.That(text, Does.Contain($"page {page} sur {pdf.NumberOfPages}"));
        }

        Assert.That(Text(Report, "-f", "1", "-l", "1"), Does.Not.Contain("page 1"));
    }

    [Test]
    public void Contents_name_the_page_where_each_heading_stands()
    {
        var contents = Text(Report, "-f", "2", "-l", "2").Split('\n');

        var entries = contents.Select(line => Regex.Match(line, @"^\s*(?:[\d.]+\s+)?(\S.*?)\s{2,}(\d+)$")).Where(match => match.Success).ToList();

        Assert.That(entries, Has.Count.EqualTo(SampleReport.French().Blocks.OfType<Heading>().Count(heading => heading.Level < 3)));
        foreach (var entry in entries)
        {
            var page = entry.Groups[2].Value;
            Assert.That(Text(Report, "-f", page, "-l", page), Does.Contain(entry.Groups[1].Value));
        }
    }

    [Test]
    public void A_table_repeats_its_caption_and_header_on_each_page()
    {
        var rows = Enumerable.Range(1, 120).Select(i => (IReadOnlyList<RichText>)[$"ligne {i}", $"{i}"]).ToList();
        var pdf = PdfRenderer.Render(Documents.Of(new Table(["Intitulé", new TableColumn("Valeur", Alignment: Alignment.End)], rows, "Longue")));
        using var document = PdfDocument.Open(pdf);

        Assert.That(document.NumberOfPages, Is.GreaterThan(4));
        for (var page = 2; page <= document.NumberOfPages; page++)
        {
            var text = Text(pdf, "-f", Number(page), "-l", Number(page));
            Assert.That(text, Does.Match(@"Intitulé\s+Valeur"));
            Assert.That(text, Does.Match(page == 2 ? @"Tableau 1\s+Longue" : @"Tableau 1 \(suite\)"));
        }

        var all = Text(pdf);
        Assert.That(Enumerable.Range(1, 120), Has.All.Matches<int>(i => Regex.IsMatch(all, $@"ligne {i}\b")));
    }

    [Test]
    public void A_row_taller_than_a_page_goes_on_on_the_next()
    {
        var words = string.Join(' ', Enumerable.Range(1, 1500).Select(i => $"mot{i}"));
        var pdf = PdfRenderer.Render(Documents.Of(new Table(["A", "B"], [["court", words]])));

        var text = Text(pdf);

        Assert.That(Enumerable.Range(1, 1500), Has.All.Matches<int>(i => Regex.IsMatch(text, $@"\bmot{i}\b")));
        Assert.That(Regex.Count(text, @"^\s*A\s+B\s*$", RegexOptions.Multiline), Is.GreaterThan(1));
    }

    [Test]
    public void A_heading_is_never_the_last_on_a_page()
    {
        var blocks = Enumerable.Range(1, 60).SelectMany(i => (Block[])[new Heading(2, $"Titre {i}"), new Paragraph(string.Concat(Enumerable.Repeat($"Texte {i}. ", 3 + (i * 7 % 60))))]);
        var document = Documents.Of([.. blocks]) with { NumberHeadings = false };
        var pdf = PdfRenderer.Render(document);
        using var read = PdfDocument.Open(pdf);

        // After the cover and two pages of contents.
        for (var page = 4; page <= read.NumberOfPages; page++)
        {
            var lines = Text(pdf, "-f", Number(page), "-l", Number(page)).Split('\n').Where(line => line.Trim().Length > 0).ToList();
            Assert.That(lines[^2], Does.Not.Contain("Titre"), $"page {page}");
        }
    }

    [Test]
    public void What_is_quoted_is_never_the_last_on_a_page()
    {
        var pdf = PdfRenderer.Render(Documents.Of([.. Enumerable.Range(1, 60).SelectMany(i => (Block[])[new Quote($"Objectif {i}"), new Paragraph(string.Concat(Enumerable.Repeat($"Constat {i}. ", 3 + (i * 7 % 60))))])]));
        using var read = PdfDocument.Open(pdf);

        Assert.That(read.NumberOfPages, Is.GreaterThan(4));
        for (var page = 2; page <= read.NumberOfPages; page++)
        {
            var lines = Text(pdf, "-f", Number(page), "-l", Number(page)).Split('\n').Where(line => line.Trim().Length > 0).ToList();
            Assert.That(lines[^2], Does.Not.Contain("Objectif"), $"page {page}");
        }
    }

    [Test]
    public void Language_title_bookmarks_and_archive_flag_are_in_the_file()
    {
        using var pdf = PdfDocument.Open(Report);
        var catalog = pdf.Structure.Catalog.CatalogDictionary;

        Assert.That(catalog.Data["Lang"].ToString(), Does.Contain("fr-FR"));
        Assert.That(catalog.Data["ViewerPreferences"], Is.InstanceOf<DictionaryToken>());
        Assert.That(((DictionaryToken)catalog.Data["ViewerPreferences"]).Data["DisplayDocTitle"], Is.EqualTo(BooleanToken.True));
        Assert.That(pdf.Information.Title, Is.EqualTo("Harmoniser les statistiques migratoires du Sénégal"));
        Assert.That(pdf.Information.Author, Does.StartWith("Inès Carvalho"));
        Assert.That(pdf.Information.CreationDate, Does.StartWith("D:20310627143000"));
        Assert.That(System.Text.Encoding.Latin1.GetString(Report), Does.Contain("<pdfaid:part>2</pdfaid:part>"));
        Assert.That(pdf.TryGetBookmarks(out var bookmarks), Is.True);
        Assert.That(bookmarks!.Roots.Select(root => root.Title), Does.Contain("3  Constats par objectif").And.Contain("Résumé"));
        var findings = bookmarks!.Roots.Single(root => root.Title.EndsWith("Constats par objectif", StringComparison.Ordinal));
        Assert.That(findings.Children, Has.Count.EqualTo(4));
        Assert.That(findings.Children[0].Children, Has.Count.EqualTo(2));
    }

    [Test]
    public void Links_lead_out_and_within()
    {
        using var pdf = PdfDocument.Open(Report);
        var links = pdf.GetPages().SelectMany(page => page.GetAnnotations()).Where(annotation => annotation.Type == AnnotationType.Link).ToList();
        var raw = System.Text.Encoding.Latin1.GetString(Report);

        Assert.That(raw, Does.Contain("/URI (https://documentation.assistance.test/sn/decret-2029)"));
        Assert.That(links, Has.Count.GreaterThan(20));
    }

    [Test]
    public void An_address_that_could_run_something_is_plain_text()
    {
        var pdf = PdfRenderer.Render(Documents.Of(new Paragraph(Inline.Link("ici", "javascript:alert(1)"))));

        Assert.That(System.Text.Encoding.Latin1.GetString(pdf), Does.Not.Contain("javascript"));
        Assert.That(Text(pdf), Does.Contain("ici"));
    }

    [Test]
    public void The_same_document_gives_the_same_bytes()
    {
        Assert.That(PdfRenderer.Render(SampleReport.French()), Is.EqualTo(Report));
        Assert.That(PdfRenderer.Render(SampleReport.French() with { Subtitle = "Autre" }), Is.Not.EqualTo(Report));
    }

    [Test]
    public void The_time_zone_of_the_machine_changes_nothing([Values("America/New_York", "Asia/Kolkata")] string zone)
    {
        var before = Environment.GetEnvironmentVariable("TZ");
        Environment.SetEnvironmentVariable("TZ", zone);
        TimeZoneInfo.ClearCachedData();
        try
        {
            Assert.That(TimeZoneInfo.Local.Id, Is.EqualTo(zone));
            Assert.That(PdfRenderer.Render(SampleReport.French()), Is.EqualTo(Report));
            Assert.That(Docx.DocxRenderer.Render(SampleReport.French()), Is.EqualTo(DocxReport));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Test]
    public void Many_threads_render_the_same()
    {
        var all = new byte[8][];

        Parallel.For(0, all.Length, i => all[i] = PdfRenderer.Render(SampleReport.French()));

        Assert.That(all, Has.All.EqualTo(Report));
    }

    [Test]
    public void A_report_of_a_dozen_pages_stays_small()
    {
        using var pdf = PdfDocument.Open(Report);

        Assert.That(pdf.NumberOfPages, Is.GreaterThanOrEqualTo(11));
        Assert.That(Report, Has.Length.LessThan(300 * 1024));
    }

    [Test]
    public void A_short_letter_has_one_page_without_number_and_no_contents()
    {
        var pdf = PdfRenderer.Render(SampleReport.Letter(DocumentLanguage.French));
        using var read = PdfDocument.Open(pdf);
        var text = Text(pdf);

        Assert.That(read.NumberOfPages, Is.EqualTo(1));
        Assert.That(text, Does.Contain("Bruxelles, le 1er avril 2031").And.Contain("Notre référence").And.Contain("Objet"));
        Assert.That(text, Does.Not.Contain("Table des matières").And.Not.Contain("page 1"));
    }

    [Test]
    public void Generated_words_are_in_the_language_of_the_document()
    {
        var text = Text(PdfRenderer.Render(SampleReport.French() with { Language = DocumentLanguage.English }));

        Assert.That(text, Does.Contain("Contents").And.Contain("page 2 of").And.Contain("27 June 2031"));
        Assert.That(text, Does.Not.Contain("Table des matières").And.Not.Match(@"page \d+ sur"));
    }

    private static string Number(int page) => page.ToString(CultureInfo.InvariantCulture);
}
