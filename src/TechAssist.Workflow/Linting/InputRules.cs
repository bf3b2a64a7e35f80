using System.Text.Json;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;

namespace TechAssist.Workflow.Linting;

/// <summary>Inputs that would be dropped in silence, name a variable that is not there, or do not hold what the activity needs.</summary>
internal static class InputRules
{
    private static readonly HashSet<string> _notInputs = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "nodeId", "name", "type", "version", "customProperties", "metadata", "activities", "connections", "variables", "cases", "variable",
    };

    public static IEnumerable<Finding> Check(LintFile file)
    {
        foreach (var activity in file.Definition.Activities)
        {
            foreach (var (name, value) in activity.Inputs.Raw.Where(p => !_notInputs.Contains(p.Key)))
            {
                if (CheckInput(file, activity, name, value) is { } finding)
                {
                    yield return finding;
                }
            }

            foreach (var finding in CheckNeeds(file, activity))
            {
                yield return finding;
            }
        }
    }

    private static Finding? CheckInput(LintFile file, Activity activity, string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var expression = value.Member("expression");
        if (expression.ValueKind == JsonValueKind.Undefined)
        {
            return value.Member("memoryReference").ValueKind == JsonValueKind.Object
                ? CheckVariable(file, activity, value.Member("memoryReference").TextOf("id"), $"The output '{name}'")
                : new Finding(activity.Id, "input-shape", $"The input '{name}' is neither a plain value nor {{ typeName, expression }}.");
        }

        if (value.TextOf("typeName") is null)
        {
            return new Finding(activity.Id, "input-without-type", $"The input '{name}' has no typeName and would be dropped.");
        }

        return CheckExpression(file, activity, expression, $"The input '{name}'");
    }

    private static Finding? CheckExpression(LintFile file, Activity activity, JsonElement expression, string what)
    {
        var language = expression.TextOf("type");
        return Expression.KindOf(language) switch
        {
            null => new Finding(activity.Id, "unknown-expression", $"{what} is in the expression language '{language}', which is not known; it would be dropped."),
            ExpressionKind.Variable => CheckVariable(file, activity, expression.Member("value").TextOf("id"), what),
            ExpressionKind.Input => file.Definition.Inputs.Any(i => i.Name == expression.Member("value").TextOf("name"))
                ? null
                : new Finding(activity.Id, "unknown-input", $"{what} reads a workflow input that is not declared."),
            ExpressionKind.Json when !IsJson(expression.Member("value")) =>
                new Finding(activity.Id, "input-json", $"{what} is an Object whose value is not JSON text."),
            _ => null,
        };
    }

    private static bool IsJson(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return value.ValueKind != JsonValueKind.Undefined;
        }

        try
        {
            using var parsed = JsonDocument.Parse(value.GetString()!);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Finding? CheckVariable(LintFile file, Activity activity, string? id, string what)
    {
        for (var step = activity; step is not null; step = step.Parent)
        {
            if (step.Flow is { } flow && flow.Variables.Any(v => v.Id == id))
            {
                return null;
            }
        }

        return file.Definition.Variables.Any(v => v.Id == id)
            ? null
            : new Finding(activity.Id, "unknown-variable", $"{what} names the variable id '{id}', which does not exist.");
    }

    private static IEnumerable<Finding> CheckNeeds(LintFile file, Activity activity) => activity.Kind switch
    {
        ActivityKind.Decision when !activity.Inputs.TryGet("condition", out _) =>
            [new Finding(activity.Id, "no-condition", "The decision has no condition and would always take False.")],
        ActivityKind.Join => CheckJoin(activity),
        ActivityKind.Switch => CheckSwitch(file, activity),
        ActivityKind.SetVariable => CheckSetVariable(file, activity),
        ActivityKind.Delay => CheckDelay(activity),
        _ => [],
    };

    private static IEnumerable<Finding> CheckJoin(Activity join)
    {
        if (!join.Inputs.TryGet("mode", out var mode))
        {
            return [new Finding(join.Id, "join-without-mode", "The join has no mode and would be WaitAny; write the mode.")];
        }

        return mode.Kind == ExpressionKind.Literal && Enum.TryParse<JoinMode>(mode.Text, ignoreCase: true, out _)
            ? []
            : [new Finding(join.Id, "join-mode", "The mode of a join is the literal WaitAll, WaitAny or WaitAllActive.")];
    }

    private static IEnumerable<Finding> CheckSwitch(LintFile file, Activity activity)
    {
        var labels = new HashSet<string>(StringComparer.Ordinal) { "Default" };
        var cases = activity.Inputs.Raw.GetValueOrDefault("cases").Items().ToList();
        if (cases.Count == 0)
        {
            yield return new Finding(activity.Id, "no-cases", "The switch has no cases.");
        }

        foreach (var @case in cases)
        {
            var label = @case.MemberAnyCase("label").AsText() ?? "";
            if (label.Length == 0 || !labels.Add(label))
            {
                yield return new Finding(activity.Id, "case-label", $"The case label '{label}' is empty, used twice or Default.");
            }

            var condition = @case.MemberAnyCase("condition");
            if (condition.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            {
                yield return new Finding(activity.Id, "no-condition", $"The case '{label}' has no condition.");
            }
            else if (condition.ValueKind == JsonValueKind.Object && CheckExpression(file, activity, condition, $"The condition of '{label}'") is { } finding)
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> CheckSetVariable(LintFile file, Activity activity)
    {
        var id = activity.Inputs.Raw.GetValueOrDefault("variable").MemberAnyCase("id").AsText();
        if (CheckVariable(file, activity, id, "SetVariable") is { } finding)
        {
            yield return finding;
        }

        if (!activity.Inputs.TryGet("value", out _))
        {
            yield return new Finding(activity.Id, "no-value", "SetVariable has no value.");
        }
    }

    private static IEnumerable<Finding> CheckDelay(Activity activity) =>
        activity.Inputs.TryGet("timeSpan", out var span)
            && (span.Kind != ExpressionKind.Literal || TimeSpan.TryParse(span.Text, System.Globalization.CultureInfo.InvariantCulture, out var delay) && delay > TimeSpan.Zero)
                ? []
                : [new Finding(activity.Id, "no-time-span", "The delay has no time span above zero.")];
}
