using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.VariantTypes;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>What a form says of itself: which report, which revision of its text, in which language, and what its first lines
/// are. It is written twice, as document
/// properties (every program keeps those) and as a part of its own (no dialogue changes it).</summary>
internal sealed record WordMark(Guid ReportId, int Revision, string Language, string Head)
{
    private const string Space = "urn:techassist:report-form:1";

    private static readonly string[] Names = ["TechAssistReport", "TechAssistRevision", "TechAssistLanguage", "TechAssistHead"];

    public void Write(WordprocessingDocument document)
    {
        string[] values = [ReportId.ToString(), Revision.ToString(CultureInfo.InvariantCulture), Language, Head];
        document.AddCustomFilePropertiesPart().Properties = new Properties(Names.Select((name, index) => new CustomDocumentProperty(new VTLPWSTR(values[index]))
        {
            FormatId = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
            PropertyId = index + 2,
            Name = name,
        }));
        var part = document.MainDocumentPart!.AddCustomXmlPart(CustomXmlPartType.CustomXml);
        using var stream = part.GetStream(FileMode.Create);
        new XElement(XName.Get("report", Space), Names.Select((name, index) => new XElement(XName.Get(name, Space), values[index]))).Save(stream);
    }

    /// <returns>Null when the file says nothing of the kind.</returns>
    public static WordMark? Read(WordprocessingDocument document)
    {
        var found = document.CustomFilePropertiesPart?.Properties?.Elements<CustomDocumentProperty>()
            .Where(property => property.Name?.Value is not null).GroupBy(property => property.Name!.Value!).ToDictionary(group => group.Key, group => group.First().InnerText.Trim());
        return Read(found) ?? document.MainDocumentPart?.CustomXmlParts.Select(part => Read(ValuesOf(part))).FirstOrDefault(mark => mark is not null);
    }

    private static WordMark? Read(Dictionary<string, string>? found) =>
        found is not null && Guid.TryParse(found.GetValueOrDefault(Names[0]), out var id)
        && int.TryParse(found.GetValueOrDefault(Names[1]), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? new WordMark(id, revision, found.GetValueOrDefault(Names[2]) == "en" ? "en" : "fr", found.GetValueOrDefault(Names[3], ""))
            : null;

    private static Dictionary<string, string>? ValuesOf(CustomXmlPart part)
    {
        using var stream = part.GetStream();
        var root = XElement.Load(stream);
        return root.Name == XName.Get("report", Space)
            ? root.Elements().GroupBy(element => element.Name.LocalName).ToDictionary(group => group.Key, group => group.First().Value.Trim())
            : null;
    }
}
