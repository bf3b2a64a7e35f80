using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml.Packaging;

namespace TechAssist.Reports.Docx;

/// <summary>What stands in the properties of an Office file.</summary>
/// <param name="CreatedAt">UTC.</param>
internal sealed record FileProperties(string Title, string? Subject, string Author, string? Reference, DocumentLanguage Language, DateTime CreatedAt);

/// <summary>Writes the properties of an Office file.</summary>
internal static class CoreProperties
{
    public static void Write(CoreFilePropertiesPart part, FileProperties properties)
    {
        var created = properties.CreatedAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var author = Xml(properties.Author);
        var xml = $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{Xml(properties.Title)}</dc:title><dc:subject>{Xml(properties.Subject ?? string.Empty)}</dc:subject><dc:creator>{author}</dc:creator><dc:identifier>{Xml(properties.Reference ?? string.Empty)}</dc:identifier><dc:language>{Words.In(properties.Language).Culture.Name}</dc:language><cp:lastModifiedBy>{author}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{created}</dcterms:modified></cp:coreProperties>
            """;
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }

    private static string? Xml(string text) => SecurityElement.Escape(CleanText.Line(text));
}
