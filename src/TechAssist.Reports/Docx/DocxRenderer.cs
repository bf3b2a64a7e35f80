using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TechAssist.Reports.Pdf;
using TechAssist.Reports.Pdf.Typesetting;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace TechAssist.Reports.Docx;

/// <summary>
/// Renders a document for Word, to go on writing in it: real styles, numbering, contents, captions and page numbers
/// as fields. Word computes the fields when it opens the file. The same document gives the same bytes.
/// </summary>
public static class DocxRenderer
{
    /// <exception cref="BlockException">A picture is no picture, or a block cannot be rendered.</exception>
    public static byte[] Render(Document document)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            package.ChangeIdOfPart(main, "rIdMain");
            Write(document, main);
            CoreProperties.Write(package.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rIdCore"), new FileProperties(
                document.Title, document.Kind, document.Author ?? document.Organisation, document.Reference, document.Language, document.CreatedOrIssuedAt()));
        }

        return FixedZip.Repack(stream, document.CreatedOrIssuedAt());
    }

    private static void Write(Document document, MainDocumentPart main)
    {
        var words = Words.In(document.Language);
        var numbering = new Numbering(document);
        var text = new DocxText(main, numbering);
        var tables = new DocxTables(text, new TableFlow(new Typesetter(numbering.Target), words), words);
        var frame = new DocxFrame(document, numbering, text, tables, words);
        var blocks = new DocxBlocks(document, numbering, new DocxNumbering(main), text, tables, new DocxPictures(main), words);
        main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles =
            DocxStyles.All(words.Culture.Name, document.NumberHeadings && document.Letter is null);
        main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = new Settings(
            new EvenAndOddHeaders { Val = false },
            new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
            new ThemeFontLanguages { Val = words.Culture.Name });
        var body = new Body();
        body.Append(document switch
        {
            { Letter: { } letter } => frame.LetterHead(letter),
            { Layout: PageLayout.Report } => [.. frame.Cover(), .. frame.Contents()],
            { Layout: PageLayout.Sheet } => frame.Head(),
            _ => [],
        });
        body.Append(blocks.Elements());
        body.Append(document.Letter is null ? [] : frame.LetterFoot(document.Letter));
        if (body.LastChild is W.Table)
        {
            body.Append(DocxTables.After());
        }

        body.Append(frame.Section(main));
        main.Document = new W.Document(body);
    }
}
