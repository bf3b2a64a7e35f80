using System.Text.Json;

namespace TechAssist.Workflow.Definitions;

/// <summary>How the value of an input is found.</summary>
public enum ExpressionKind
{
    Literal,

    /// <summary>A string of JSON text, parsed (<c>Object</c> in the file).</summary>
    Json,

    /// <summary>A variable, by its id.</summary>
    Variable,

    /// <summary>A workflow input, by its name.</summary>
    Input,
    JavaScript,
}

/// <summary>The expression of one input. <see cref="Value"/> is the literal, or the source text of a script.</summary>
public sealed record Expression(ExpressionKind Kind, JsonElement Value)
{
    private Expressions.Script? _script;

    /// <summary>The parsed script, made on first use and shared after that.</summary>
    internal Expressions.Script Script => _script ??= Expressions.Script.Prepare(Text);

    /// <summary>The value as text: the content of a string, otherwise its JSON.</summary>
    public string Text => Value.ValueKind switch
    {
        JsonValueKind.String => Value.GetString()!,
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        _ => Value.GetRawText(),
    };

    /// <summary>The kind behind a name in the file; null for a language the engine does not have (the input is then dropped).</summary>
    internal static ExpressionKind? KindOf(string? name) => name switch
    {
        "Literal" => ExpressionKind.Literal,
        "Object" or "Json" => ExpressionKind.Json,
        "Variable" => ExpressionKind.Variable,
        "Input" => ExpressionKind.Input,
        "JavaScript" => ExpressionKind.JavaScript,
        _ => null,
    };
}
