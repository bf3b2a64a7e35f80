using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck;
using FsCheck.Fluent;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Word;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace TechAssist.Core.Tests.EndOfMission.Word;

/// <summary>A report goes to Word as a form and comes back in its places.</summary>
[TestFixture]
public sealed class ReportInWordTests
{
    private static readonly Guid Id = Guid.Parse("0190a000-0000-7000-8000-000000000001");

    private static readonly ReportContent Report = WordSample.Report;

    [Property(MaxTest = 40)]
    public Property What_goes_to_Word_comes_back_as_it_was() => Prop.ForAll(WordTexts.Reports(), Gen.Elements("fr", "en").ToArbitrary(), (content, language) =>
    {
        // Against an empty form, so that every place has to come out of the file.
        var read = ReportInWord.Read(new MemoryStream(ReportInWord.Write(content, About(language))), Empty(content), About(language));
        var expected = content with { Deliverables = [.. content.Deliverables.Select(row => row with { DocumentId = null })] };
        return (CoreJson.Write(read.Content) == CoreJson.Write(expected)).Label(Difference(expected, read.Content)).And(read.Loose.Count == 0).And(read.Notes.Count == 0);
    });

    [Property(MaxTest = 15)]
    public Property A_file_nobody_touched_changes_nothing() => Prop.ForAll(WordTexts.Reports(), content =>
        CoreJson.Write(Read(ReportInWord.Write(content, About()), content).Content) == CoreJson.Write(content));

    [Test]
    public void The_form_is_a_valid_document_with_the_fifteen_sections_in_order([Values("fr", "en")] string language)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(ReportInWord.Write(Report, About(language))), isEditable: false);
        var faults = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Path?.XPath}: {fault.Description}").ToList();
        var sections = document.MainDocumentPart!.Document!.Body!.Elements<Paragraph>().Where(line => line.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1").Select(line => line.InnerText).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(faults, Is.Empty);
            Assert.That(sections.Select(section => section.Split('.')[0]), Is.EqualTo(Enumerable.Range(1, 15).Select(number => $"{number}")));
            Assert.That(ReportInWord.MarkOf(new MemoryStream(ReportInWord.Write(Report, About(language)))), Is.EqualTo((Id, 7, language)));
        });
    }

    [Test]
    public void Whoever_may_not_read_the_annex_gets_a_form_without_it_and_it_stays_as_it_is()
    {
        var about = About() with { HasInternal = false, HasPeople = false };
        var bytes = ReportInWord.Write(Report with { Internal = null, PersonsMet = [] }, about);
        var read = Read(bytes, Report);
        Assert.That(TextOf(bytes), Does.Not.Contain("À ne pas diffuser").And.Not.Contain("Ndiaye"));
        Assert.That(CoreJson.Write(read.Content), Is.EqualTo(CoreJson.Write(Report)));
    }

    [Test]
    public void Formatting_from_Word_becomes_Markdown_and_the_rest_stays_as_text()
    {
        var read = Edited(body => Replace(body, "purpose", new Paragraph(
            Run("Gras", new Bold()), Run(" et "), Run("rouge souligné", new Color { Val = "FF0000" }, new Underline { Val = UnderlineValues.Single }), Run(" et "), Run("penché", new Italic())), new Paragraph(Run("1. n’est pas une liste"))));
        Assert.That(read.Content.Purpose, Is.EqualTo("**Gras** et rouge souligné et *penché*\n\n1\\. n’est pas une liste"));
    }

    [Test]
    public void Rows_added_removed_and_copied_in_Word_are_rows_of_the_report()
    {
        var read = Edited(body =>
        {
            var activities = TableOf(body, "activities[0].planned");
            var rows = activities.Elements<TableRow>().ToList();
            rows[1].Remove();
            activities.Append(new TableRow(new TableCell(new Paragraph(Run("Neuve"))), new TableCell(new Paragraph(Run("Faite"))), new TableCell(new Paragraph())));
            var card = TableOf(body, "recommendations[0].text.fr");
            var copy = (Table)card.CloneNode(deep: true);
            SetCell(copy, "recommendations[0].text.fr", "Une copie changée");
            card.InsertAfterSelf(new Paragraph()).InsertAfterSelf(copy);
            SetCell(body, "recommendations[2].dueOn", "1er mars 2034");
            SetCell(body, "recommendations[2].priority", "haute");
            SetCell(body, "training.women", "beaucoup");
        });
        Assert.Multiple(() =>
        {
            Assert.That(read.Content.Activities.Select(row => (row.Planned, row.Done)), Is.EqualTo(new[] { ("Visite", "Deux jours"), ("Neuve", "Faite") }));
            Assert.That(read.Content.Recommendations.Select(row => row.Text.Fr), Is.EqualTo(new[] { "Publier chaque année", "Une copie changée", "Relier les registres", "Former une équipe" }));
            Assert.That((read.Content.Recommendations[3].DueOn, read.Content.Recommendations[3].Priority), Is.EqualTo((new DateOnly(2034, 3, 1), RecommendationPriority.High)));
            Assert.That(read.Content.Recommendations[1].Addressee, Is.EqualTo("ANSD"), "a copy brings all of its row");
            Assert.That((read.Content.Training!.Women, read.Content.Deliverables[0].DocumentId), Is.EqualTo((12, Report.Deliverables[0].DocumentId)));
            Assert.That(read.Notes.Select(note => (note.Code, note.Field)), Is.EqualTo(new[] { ("value", "training.women") }));
            Assert.That(read.Loose.Single().Text, Does.Contain("beaucoup"), "what cannot be read is not lost");
        });
    }

    [Test]
    public void Tracked_changes_count_as_accepted_and_comments_are_told_not_taken()
    {
        var read = Edited(body => Replace(body, "lessons", new Paragraph(
            Run("Préparer "), new DeletedRun(new Run(new DeletedText("les données"))) { Author = "A" }, new InsertedRun(Run("tout")) { Author = "A" }, Run(" avant"))), main =>
        {
            var part = main.AddNewPart<WordprocessingCommentsPart>();
            part.Comments = new Comments(new Comment(new Paragraph(Run("Vraiment ?"))) { Id = "0", Author = "Awa" });
        });
        Assert.Multiple(() =>
        {
            Assert.That(read.Content.Lessons, Is.EqualTo("Préparer tout avant"));
            Assert.That(read.Notes.Select(note => note.Code), Is.EqualTo(new[] { "tracked" }));
            Assert.That(read.Remarks, Is.EqualTo(new[] { new WordRemark("Awa", "Vraiment ?") }));
        });
    }

    [Test]
    public void Without_any_control_the_headings_say_where_the_text_belongs()
    {
        var read = Edited(body =>
        {
            SetText(body, "positive", "Un accueil chaleureux");
            foreach (var control in body.Descendants<SdtElement>().Where(control => control.Descendants<SdtElement>().Any() is false).ToList())
            {
                Unwrap(control);
            }

            foreach (var control in body.Descendants<SdtElement>().ToList())
            {
                Unwrap(control);
            }
        });
        Assert.That(Difference(Report with { Positive = "Un accueil chaleureux" }, read.Content), Is.Empty);
    }

    [Test]
    public void What_stands_in_no_field_is_kept_apart_and_a_place_that_is_gone_stays_as_it_was()
    {
        var read = Edited(body =>
        {
            Control(body, "approach").Remove();
            Heading(body, "Démarche").Remove();
            body.PrependChild(new Paragraph(Run("Avant tout")));
            Heading(body, "11.").InsertAfterSelf(new Paragraph(Run("Sous le titre seul")));
            Heading(body, "12.").InsertBeforeSelf(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Heading2" }), Run("Un titre à moi"))).InsertAfterSelf(new Paragraph(Run("et son texte")));
            Control(body, "sustainability").InsertAfterSelf(new Paragraph(Run("Juste en dessous")));
        });
        Assert.Multiple(() =>
        {
            Assert.That((read.Content.Approach, read.Content.Lessons), Is.EqualTo((Report.Approach, Report.Lessons)));
            Assert.That(read.Content.Sustainability, Is.EqualTo(Report.Sustainability + "\n\nJuste en dessous"));
            Assert.That(read.Notes, Is.EqualTo(new[] { new WordNote("missing", "approach") }));
            Assert.That(read.Loose, Is.EqualTo(new[] { new LooseText(0, "Avant tout"), new LooseText(11, "Sous le titre seul"), new LooseText(11, "Un titre à moi"), new LooseText(11, "et son texte") }));
        });
    }

    [Test]
    public void A_form_saved_again_by_another_program_comes_back_the_same()
    {
        // Written by LibreOffice: soffice --headless --convert-to docx (docs/portal.md says how it is made anew).
        using var file = typeof(ReportInWordTests).Assembly.GetManifestResourceStream("TechAssist.Core.Tests.EndOfMission.Word.resaved.docx")!;
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        var read = Read(copy.ToArray(), Report);
        Assert.That(Difference(Report, read.Content), Is.Empty);
        Assert.That((ReportInWord.MarkOf(new MemoryStream(copy.ToArray())), read.Loose.Count), Is.EqualTo(((Id, 7, "fr"), 0)));
    }

    [Test, Explicit("Writes the form that another program is to save again.")]
    public void The_form_to_be_saved_again() => File.WriteAllBytes(Path.Combine(TestContext.CurrentContext.WorkDirectory, "report-form.docx"), ReportInWord.Write(Report, About()));

    private static WordFormInput About(string language = "fr") => new(Id, 7, language) { Objectives = [KeyValuePair.Create("dakar:1.1", "1.1 Données"), KeyValuePair.Create("dakar:2.3", "2.3 Retour")] };

    private static ReportContent Empty(ReportContent content) => new() { Findings = [.. content.Findings.Select(finding => finding with { Answer = null })] };

    private static WordResult Read(byte[] bytes, ReportContent origin) => ReportInWord.Read(new MemoryStream(bytes), origin, About());

    private static WordResult Edited(Action<Body> edit, Action<MainDocumentPart>? more = null)
    {
        using var stream = new MemoryStream();
        stream.Write(ReportInWord.Write(Report, About()));
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            edit(document.MainDocumentPart!.Document!.Body!);
            more?.Invoke(document.MainDocumentPart);
        }

        return Read(stream.ToArray(), Report);
    }

    private static string Difference(ReportContent expected, ReportContent read) => string.Join("\n", ReportDifferences.Between(expected, read)
        .Select(one => $"{one.Field}: {string.Concat(one.Before.Select(part => part.Text))} → {string.Concat(one.After.Select(part => part.Text))}"));

    private static string TextOf(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return document.MainDocumentPart!.Document!.InnerText;
    }

    private static Run Run(string text, params OpenXmlElement[] properties) =>
        new([.. properties.Length == 0 ? Array.Empty<OpenXmlElement>() : [new RunProperties(properties)], new Text(text) { Space = SpaceProcessingModeValues.Preserve }]);

    private static SdtElement Control(OpenXmlElement body, string tag) => body.Descendants<Tag>().First(known => known.Val?.Value == tag).Ancestors<SdtElement>().First();

    private static Paragraph Heading(Body body, string start) => body.Elements<Paragraph>().First(line => line.InnerText.StartsWith(start, StringComparison.Ordinal));

    private static Table TableOf(Body body, string tag) => Control(body, tag).Ancestors<Table>().First();

    private static void Replace(Body body, string tag, params Paragraph[] lines) =>
        ((SdtBlock)Control(body, tag)).SdtContentBlock = new SdtContentBlock(lines.Cast<OpenXmlElement>());

    private static void SetText(Body body, string tag, string text)
    {
        Control(body, tag).Descendants<ShowingPlaceholder>().ToList().ForEach(hint => hint.Remove());
        Replace(body, tag, new Paragraph(Run(text)));
    }

    private static void SetCell(OpenXmlElement body, string tag, string text)
    {
        var control = (SdtRun)Control(body, tag);
        control.Descendants<ShowingPlaceholder>().ToList().ForEach(hint => hint.Remove());
        control.SdtContentRun = new SdtContentRun(Run(text));
    }

    private static void Unwrap(SdtElement control)
    {
        var content = (OpenXmlElement?)control.Descendants<SdtContentBlock>().FirstOrDefault() ?? control.Descendants<SdtContentRun>().First();
        foreach (var child in content.ChildElements.ToList())
        {
            child.Remove();
            control.InsertBeforeSelf(child);
        }

        control.Remove();
    }
}
