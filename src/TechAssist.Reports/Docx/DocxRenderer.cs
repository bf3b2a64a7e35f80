using System.Globalization;
using System.Security;
using System.Text;
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
            Properties(document, package.AddNewPart<CoreFilePropertiesPart>("application/vnd.openxmlformats-package.core-properties+xml", "rIdCore"));
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
        body.Append(document.Letter is null ? [.. frame.Cover(), .. frame.Contents()] : frame.LetterHead(document.Letter));
        body.Append(blocks.Elements());
        body.Append(document.Letter is null ? [] : frame.LetterFoot(document.Letter));
        if (body.LastChild is W.Table)
        {
            body.Append(DocxTables.After());
        }

        body.Append(frame.Section(main));
        main.Document = new W.Document(body);
    }

    private static void Properties(Document document, CoreFilePropertiesPart part)
    {
        var created = document.CreatedOrIssuedAt().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var author = Xml(document.Author ?? document.Organisation);
        var xml = $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{Xml(document.Title)}</dc:title><dc:subject>{Xml(document.Kind ?? string.Empty)}</dc:subject><dc:creator>{author}</dc:creator><dc:identifier>{Xml(document.Reference ?? string.Empty)}</dc:identifier><dc:language>{Words.In(document.Language).Culture.Name}</dc:language><cp:lastModifiedBy>{author}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{created}</dcterms:modified></cp:coreProperties>
            """;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }

    private static string? Xml(string text) => SecurityElement.Escape(CleanText.Line(text));
}
