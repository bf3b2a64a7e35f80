using System.Text.Json;
using System.Text.Json.Nodes;

namespace TechAssist.Core.EndOfMission.Review;

/// <summary>Every text of a report by its place, a camel-case path inside the content, in the order of the report. Pure.</summary>
public static class ReportTexts
{
    public static Dictionary<string, string> Of(ReportContent content)
    {
        var texts = new Dictionary<string, string>();
        Read(JsonSerializer.SerializeToNode(content, CoreJson.Options), "", texts);
        return texts;
    }

    private static void Read(JsonNode? node, string field, Dictionary<string, string> texts)
    {
        switch (node)
        {
            case JsonObject parts:
                foreach (var (name, value) in parts)
                {
                    Read(value, field.Length == 0 ? name : $"{field}.{name}", texts);
                }

                break;
            case JsonArray rows:
                for (var index = 0; index < rows.Count; index++)
                {
                    Read(rows[index], $"{field}[{index}]", texts);
                }

                break;
            // An id tells a reader nothing, nor does the number by which a row is known.
            case JsonValue when field.EndsWith("id", StringComparison.OrdinalIgnoreCase) || field.EndsWith(".number", StringComparison.Ordinal):
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                texts[field] = value.GetValue<string>().ReplaceLineEndings("\n");
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                texts[field] = value.ToJsonString();
                break;
        }
    }
}
