using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TechAssist.Workflow.Definitions;

/// <summary>What a value is converted to when it is put into a variable.</summary>
public enum ValueShape
{
    Any,
    Text,
    Truth,
    Whole,
    Number,

    /// <summary>Arrays, dictionaries and other JSON.</summary>
    Json,
}

/// <summary>The type names of the format and the lenient conversions between them.</summary>
internal static class ValueShapes
{
    private static readonly Dictionary<string, ValueShape> _names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Object"] = ValueShape.Any,
        ["String"] = ValueShape.Text,
        ["Boolean"] = ValueShape.Truth,
        ["Int16"] = ValueShape.Whole,
        ["Int32"] = ValueShape.Whole,
        ["Int64"] = ValueShape.Whole,
        ["Long"] = ValueShape.Whole,
        ["Single"] = ValueShape.Number,
        ["Double"] = ValueShape.Number,
        ["Decimal"] = ValueShape.Number,
        ["Guid"] = ValueShape.Text,
        ["DateTime"] = ValueShape.Text,
        ["DateTimeOffset"] = ValueShape.Text,
        ["TimeSpan"] = ValueShape.Text,
        ["ByteArray"] = ValueShape.Text,
        ["Stream"] = ValueShape.Json,
        ["JSON"] = ValueShape.Json,
        ["JsonElement"] = ValueShape.Json,
        ["JsonNode"] = ValueShape.Json,
        ["JsonObject"] = ValueShape.Json,
        ["StringDictionary"] = ValueShape.Json,
        ["ObjectDictionary"] = ValueShape.Json,
        ["StringMap"] = ValueShape.Json,
        ["ObjectMap"] = ValueShape.Json,
    };

    /// <summary>The type behind a name; null when there is none. An absent name is Object.</summary>
    public static ValueShape? Resolve(string? typeName, bool isArray)
    {
        var name = (typeName ?? "Object").Trim().TrimEnd('?');
        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            return Resolve(name[..^2], isArray: true) is null ? null : ValueShape.Json;
        }

        if (name.StartsWith("List<", StringComparison.OrdinalIgnoreCase) && name.EndsWith('>'))
        {
            return Resolve(name[5..^1], isArray: true) is null ? null : ValueShape.Json;
        }

        // "System.String, System.Private.CoreLib" and the like: only the framework's own simple types are known here.
        var bare = name.Split(',')[0].Trim();
        bare = bare.StartsWith("System.", StringComparison.Ordinal) ? bare["System.".Length..] : bare;
        return _names.TryGetValue(bare, out var type) ? (isArray ? ValueShape.Json : type) : null;
    }

    public static JsonNode? ToNode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        _ => JsonValue.Create(element),
    };

    /// <summary>Strings become numbers, truth values or JSON and the other way round; what cannot be converted throws <see cref="FormatException"/>.</summary>
    public static JsonNode? Convert(JsonNode? value, ValueShape type) => type switch
    {
        _ when value is null => null,
        ValueShape.Text => JsonValue.Create(ToText(value)),
        ValueShape.Truth => ToBool(value),
        ValueShape.Whole => ToNumber(value, whole: true),
        ValueShape.Number => ToNumber(value, whole: false),
        ValueShape.Json => ToJson(value),
        _ => value,
    };

    public static string ToText(JsonNode? value) => value switch
    {
        null => "",
        JsonValue v when v.GetValueKind() == JsonValueKind.String => v.GetValue<string>(),
        JsonValue v when v.GetValueKind() == JsonValueKind.True => "True",
        JsonValue v when v.GetValueKind() == JsonValueKind.False => "False",
        _ => value.ToJsonString(),
    };

    public static bool ToBool(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.False or JsonValueKind.Null => false,
        JsonValueKind.True => true,
        JsonValueKind.Number => ToDouble(value) != 0,
        JsonValueKind.String => ParseBool(value.GetValue<string>()),
        _ => throw new FormatException("An object is not a truth value."),
    };

    /// <summary>A JSON number as a double, whatever .NET type the node was made from.</summary>
    public static double ToDouble(JsonNode value) =>
        double.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static bool ParseBool(string text) => bool.TryParse(text, out var truth) ? truth
        : string.IsNullOrWhiteSpace(text) ? false
        : throw new FormatException($"'{text}' is not a truth value.");

    private static JsonNode? ToNumber(JsonNode value, bool whole)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.Number when !whole:
                return value;
            case JsonValueKind.Number:
                return JsonValue.Create((long)Math.Round(ToDouble(value)));
            case JsonValueKind.True or JsonValueKind.False:
                return JsonValue.Create(ToBool(value) ? 1L : 0L);
            default:
                var text = ToText(value);
                return string.IsNullOrWhiteSpace(text) ? null
                    : whole && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var integer) ? JsonValue.Create(integer)
                    : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                        ? JsonValue.Create(whole ? Math.Round(number) : number)
                        : throw new FormatException($"'{text}' is not a number.");
        }
    }

    private static JsonNode? ToJson(JsonNode value)
    {
        if (value.GetValueKind() != JsonValueKind.String)
        {
            return value;
        }

        var text = value.GetValue<string>();
        return string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text);
    }
}
