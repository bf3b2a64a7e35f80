using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace TechAssist.Workflow.Definitions;

/// <summary>The inputs of one activity: its JSON properties, read leniently as the format allows. Names match in any case.</summary>
internal sealed class ActivityInputs
{
    private readonly Dictionary<string, JsonElement> _raw = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Expression> _expressions = new(StringComparer.OrdinalIgnoreCase);

    private ActivityInputs()
    {
    }

    /// <summary>Everything the file says about the activity, by property name.</summary>
    public IReadOnlyDictionary<string, JsonElement> Raw => _raw;

    public static ActivityInputs Read(JsonElement activity)
    {
        var inputs = new ActivityInputs();
        foreach (var property in activity.EnumerateObject())
        {
            inputs._raw[property.Name] = property.Value;
            if (ReadInput(property.Value) is { } expression)
            {
                inputs._expressions[property.Name] = expression;
            }
            else
            {
                inputs._expressions.Remove(property.Name);
            }
        }

        return inputs;
    }

    public bool TryGet(string name, [NotNullWhen(true)] out Expression? expression) =>
        _expressions.TryGetValue(name, out expression);

    /// <summary>An expression written without the input wrapper: <c>{ "type", "value" }</c>.</summary>
    public static Expression? ReadExpression(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return IsScalar(element) ? new Expression(ExpressionKind.Literal, element) : null;
        }

        var kind = Expression.KindOf(element.TextOf("type"));
        return kind is null ? null : new Expression(kind.Value, element.Member("value"));
    }

    private static Expression? ReadInput(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined
                ? null
                : new Expression(ExpressionKind.Literal, element);
        }

        // Without a type name the real engine drops the input in silence.
        return element.TextOf("typeName") is null ? null : ReadExpression(element.Member("expression"));
    }

    private static bool IsScalar(JsonElement element) => element.ValueKind
        is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;
}
