using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TechAssist.Core.EndOfMission;

/// <summary>Reads and writes one place of a record by its camel-case path, such as <c>findings[2].answer</c>.</summary>
internal static class JsonPlace
{
    public static JsonObject TreeOf(ReportContent content) => JsonSerializer.SerializeToNode(content, CoreJson.Options)!.AsObject();

    public static ReportContent ContentOf(JsonNode tree) => tree.Deserialize<ReportContent>(CoreJson.Options)!;

    /// <returns>Null where there is nothing.</returns>
    public static JsonNode? At(JsonNode? node, string path)
    {
        foreach (var (name, index) in path.Split('.').Select(Step))
        {
            node = (node as JsonObject)?[name];
            node = index is null ? node : (node as JsonArray)?.ElementAtOrDefault(index.Value);
        }

        return node;
    }

    /// <returns>Empty where there is nothing.</returns>
    public static string TextAt(JsonNode? node, string path) => At(node, path) switch
    {
        null => "",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var value => value.ToJsonString(CoreJson.Options),
    };

    /// <summary>Null takes out what stands there. A row that is not there is left alone.</summary>
    public static void Set(JsonObject holder, string path, JsonNode? value)
    {
        JsonNode? place = holder;
        var steps = path.Split('.');
        foreach (var (name, index) in steps.SkipLast(1).Select(Step))
        {
            if (place is null || (value is null && place[name] is null))
            {
                return;
            }

            place = index is null ? place[name] ??= new JsonObject() : (place[name] as JsonArray)?.ElementAtOrDefault(index.Value);
        }

        if (value is null)
        {
            place?.AsObject().Remove(steps[^1]);
        }
        else if (place is not null)
        {
            place[steps[^1]] = value;
        }
    }

    private static (string Name, int? Index) Step(string step)
    {
        var open = step.IndexOf('[', StringComparison.Ordinal);
        return open < 0 ? (step, null) : (step[..open], int.Parse(step.AsSpan(open + 1, step.Length - open - 2), NumberStyles.None, CultureInfo.InvariantCulture));
    }
}
