using System.Text.Json;

namespace TechAssist.Workflow.Definitions;

/// <summary>Lenient reading of JSON: what is absent or of another kind reads as nothing.</summary>
internal static class JsonReading
{
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>The member whose name matches in any case; an exact match wins.</summary>
    public static JsonElement MemberAnyCase(this JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        if (element.TryGetProperty(name, out var exact))
        {
            return exact;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return default;
    }

    public static string? TextOf(this JsonElement element, string name) => element.Member(name).AsText();

    public static string? AsText(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    public static bool AsBool(this JsonElement element) => element.ValueKind == JsonValueKind.True
        || (element.ValueKind == JsonValueKind.String && string.Equals(element.GetString(), "true", StringComparison.OrdinalIgnoreCase));

    public static int? AsInt(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) ? number : null;

    /// <summary>The items of an array; a <c>{ "$values": [...] }</c> wrapper and a single object count as lists too.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray(),
        JsonValueKind.Object when element.Member("$values").ValueKind == JsonValueKind.Array => element.Member("$values").EnumerateArray(),
        JsonValueKind.Object => [element],
        _ => [],
    };
}
