using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Execution;

/// <summary>How a FlowJoin waits.</summary>
internal enum JoinMode
{
    WaitAll,
    WaitAny,
    WaitAllActive,
}

/// <summary>Evaluated inputs as what an activity needs.</summary>
internal static class Values
{
    public static IReadOnlyList<string> Texts(JsonNode? node)
    {
        if (node is JsonValue value && value.GetValueKind() == JsonValueKind.String)
        {
            var text = value.GetValue<string>();
            if (!text.TrimStart().StartsWith('['))
            {
                return text.Length == 0 ? [] : [text];
            }

            try
            {
                node = JsonNode.Parse(text);
            }
            catch (JsonException fault)
            {
                throw new FormatException($"Not a list: {fault.Message}", fault);
            }
        }

        return node is JsonArray array ? [.. array.Select(ValueShapes.ToText)] : [];
    }

    public static bool IsTrue(JsonNode? node) => node?.GetValueKind() == JsonValueKind.True
        || (node?.GetValueKind() == JsonValueKind.String && string.Equals(node.GetValue<string>(), "true", StringComparison.OrdinalIgnoreCase));

    public static TimeSpan TimeSpan(JsonNode? node)
    {
        if (node is null)
        {
            return default;
        }

        var text = ValueShapes.ToText(node);
        return System.TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span)
            ? span
            : throw new FormatException($"'{text}' is not a time span.");
    }

    public static bool IsAnyMode(JsonNode? mode)
    {
        var text = ValueShapes.ToText(mode);
        return text.Length > 0 && (Is(text, "MatchAny", 1) || (!Is(text, "MatchFirst", 0) ? throw Unknown(text) : false));
    }

    /// <summary>An absent mode is WaitAny, as in the real engine; the linter refuses it.</summary>
    public static JoinMode Join(JsonNode? mode)
    {
        var text = ValueShapes.ToText(mode);
        return text.Length == 0 || Is(text, "WaitAny", 1) ? JoinMode.WaitAny
            : Is(text, "WaitAll", 0) ? JoinMode.WaitAll
            : Is(text, "WaitAllActive", 2) ? JoinMode.WaitAllActive
            : throw Unknown(text);
    }

    /// <summary>Test type Auto: names joined by <c>+</c>; absent is a default completion, empty no outcome.</summary>
    public static Outcomes AutoOutcomes(JsonNode? with) => with is null
        ? Outcomes.Default
        : new Outcomes(ValueShapes.ToText(with).Split('+', StringSplitOptions.RemoveEmptyEntries));

    private static bool Is(string text, string name, int number) =>
        string.Equals(text, name, StringComparison.OrdinalIgnoreCase) || text == number.ToString(CultureInfo.InvariantCulture);

    private static FormatException Unknown(string mode) => new($"'{mode}' is not a mode.");
}
