using System.Text.Json;
using System.Text.Json.Nodes;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;

namespace TechAssist.Workflow.Expressions;

/// <summary>Evaluates inputs within one burst and keeps what scripts can see: variables in scope, workflow input, outputs of this burst.</summary>
internal sealed class Evaluator(WorkflowDefinition definition, JsonObject input)
{
    private readonly Dictionary<(string Activity, string Output), JsonNode?> _outputs = [];

    public WorkflowDefinition Definition => definition;

    public JsonObject WorkflowInput => input;

    public JsonNode? LastResult { get; private set; }

    /// <summary>The value of an input; null when the activity has none. Faults when the expression does.</summary>
    public JsonNode? Input(ActivityExecution execution, string name)
    {
        if (!execution.Activity.Inputs.TryGet(name, out var expression))
        {
            return null;
        }

        return Evaluate(expression, execution);
    }

    public JoinMode JoinMode(Activity join, ActivityExecution flow) =>
        Values.Join(join.Inputs.TryGet("mode", out var expression) ? Evaluate(expression, flow) : null);

    /// <summary>The labels of the cases that hold, the first only unless <paramref name="any"/>; <c>Default</c> when none does.</summary>
    public IReadOnlyList<string> Cases(ActivityExecution execution, bool any)
    {
        var matching = new List<string>();
        foreach (var @case in execution.Activity.Inputs.Raw.GetValueOrDefault("cases").Items())
        {
            if (ActivityInputs.ReadExpression(@case.MemberAnyCase("condition")) is { } condition
                && ValueShapes.ToBool(Evaluate(condition, execution)))
            {
                matching.Add(@case.MemberAnyCase("label").AsText() ?? "");
                if (!any)
                {
                    break;
                }
            }
        }

        return matching.Count == 0 ? ["Default"] : matching;
    }

    /// <summary>Sets the variable a SetVariable or output binding names by id; an unknown id is passed over, as in the real engine.</summary>
    public void Assign(ActivityExecution execution, JsonElement reference, JsonNode? value)
    {
        if (reference.MemberAnyCase("id").AsText() is { } id && Scope.ById(definition, execution, id) is { } found)
        {
            found.Set(value);
        }
    }

    public void Output(ActivityExecution execution, string name, JsonNode? value)
    {
        // With a modern tool version scripts know an activity by its name, otherwise by its id.
        var modern = definition.ToolVersion is { Length: > 0 } tool && Version.TryParse(tool, out var version) && version.Major >= 3;
        var activity = modern ? execution.Activity.Name ?? execution.Activity.Id : execution.Activity.Id;
        _outputs[(activity, name)] = value?.DeepClone();
        LastResult = value?.DeepClone();
        Assign(execution, execution.Activity.Inputs.Raw.GetValueOrDefault(name).Member("memoryReference"), value);
    }

    public IEnumerable<KeyValuePair<(string Activity, string Output), JsonNode?>> Outputs => _outputs;

    private JsonNode? Evaluate(Expression expression, ActivityExecution execution) => expression.Kind switch
    {
        ExpressionKind.Literal => ValueShapes.ToNode(expression.Value),
        ExpressionKind.Json => ParseJson(expression),
        ExpressionKind.Variable => ReadVariable(expression, execution),
        ExpressionKind.Input => input[expression.Value.TextOf("name") ?? ""],
        _ => ScriptRunner.Run(expression, this, execution),
    };

    private static JsonNode? ParseJson(Expression expression)
    {
        if (expression.Value.ValueKind != JsonValueKind.String)
        {
            return ValueShapes.ToNode(expression.Value);
        }

        try
        {
            return string.IsNullOrWhiteSpace(expression.Text) ? null : JsonNode.Parse(expression.Text);
        }
        catch (JsonException fault)
        {
            throw new FormatException($"Not JSON: {fault.Message}", fault);
        }
    }

    private JsonNode? ReadVariable(Expression expression, ActivityExecution execution)
    {
        var id = expression.Value.TextOf("id") ?? "";
        return Scope.ById(definition, execution, id) is { } found
            ? found.Get()
            : throw new FormatException($"There is no variable with the id '{id}'.");
    }
}
