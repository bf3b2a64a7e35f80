using Acornima.Ast;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Linting;

/// <summary>Scripts that do not parse, read what is not there, or would give another answer tomorrow.</summary>
internal static class ScriptRules
{
    private static readonly HashSet<string> _functions = new(StringComparer.Ordinal)
    {
        "getInput", "getVariable", "setVariable", "getWorkflowDefinitionId", "toJson", "isNullOrEmpty",
    };

    private static readonly HashSet<string> _impure = new(StringComparer.Ordinal)
    {
        "Date", "newGuid", "getCorrelationId", "setCorrelationId", "getWorkflowInstanceId", "getWorkflowInstanceName",
    };

    public static IEnumerable<Finding> Check(LintFile file)
    {
        foreach (var activity in file.Definition.Activities)
        {
            foreach (var script in ScriptsOf(activity))
            {
                foreach (var finding in CheckScript(file, activity, script))
                {
                    yield return finding;
                }
            }
        }
    }

    private static IEnumerable<Definitions.Expression> ScriptsOf(Activity activity)
    {
        foreach (var name in activity.Inputs.Raw.Keys)
        {
            if (activity.Inputs.TryGet(name, out var input) && input.Kind == ExpressionKind.JavaScript)
            {
                yield return input;
            }
        }

        foreach (var @case in activity.Inputs.Raw.GetValueOrDefault("cases").Items())
        {
            if (ActivityInputs.ReadExpression(@case.MemberAnyCase("condition")) is { Kind: ExpressionKind.JavaScript } condition)
            {
                yield return condition;
            }
        }
    }

    private static List<Finding> CheckScript(LintFile file, Activity activity, Definitions.Expression script)
    {
        if (script.Text.Trim().Length == 0)
        {
            return [new Finding(activity.Id, "script-empty", "The script is empty.")];
        }

        if (script.Script.Fault is { } fault)
        {
            return [new Finding(activity.Id, "script-does-not-parse", $"The script does not parse: {fault}")];
        }

        var findings = new List<Finding>();
        var open = new Stack<Node>([script.Script.Prepared.Program!]);
        while (open.TryPop(out var node))
        {
            CheckNode(file, activity, node, findings);
            foreach (var child in node.ChildNodes)
            {
                open.Push(child);
            }
        }

        return findings;
    }

    private static void CheckNode(LintFile file, Activity activity, Node node, List<Finding> findings)
    {
        switch (node)
        {
            case MemberExpression { Object: Identifier { Name: "Math" }, Property: Identifier { Name: "random" } }:
                findings.Add(new Finding(activity.Id, "script-impure", "The script uses chance; a run must give the same answer every time."));
                break;
            case Identifier identifier when _impure.Contains(identifier.Name):
                findings.Add(new Finding(activity.Id, "script-impure", $"The script uses '{identifier.Name}'; a run depends on its definition, state and facts only."));
                break;
            case CallExpression { Callee: Identifier { Name: "getInput" } } call
                when call.Arguments.Count > 0 && call.Arguments[0] is StringLiteral name && file.Definition.Inputs.All(i => i.Name != name.Value):
                findings.Add(new Finding(activity.Id, "unknown-input", $"The script reads the workflow input '{name.Value}', which is not declared."));
                break;
            case CallExpression { Callee: Identifier callee } when CheckCall(file, activity, callee.Name) is { } finding:
                findings.Add(finding);
                break;
            default:
                break;
        }
    }

    private static Finding? CheckCall(LintFile file, Activity activity, string name)
    {
        if (name is "getLastResult" or "getOutputFrom" || (name.StartsWith("get", StringComparison.Ordinal) && name.Contains("From", StringComparison.Ordinal) && !IsAccessor(file, activity, name)))
        {
            return new Finding(activity.Id, "output-of-another-step", $"'{name}' reads the output of another activity, which is gone after the next human step; keep it in a variable.");
        }

        var looksLikeAccessor = name.Length > 3 && (name.StartsWith("get", StringComparison.Ordinal) || name.StartsWith("set", StringComparison.Ordinal)) && char.IsUpper(name[3]);
        return looksLikeAccessor && !_functions.Contains(name) && !_impure.Contains(name) && !IsAccessor(file, activity, name)
            ? new Finding(activity.Id, "unknown-variable", $"The script calls '{name}', but there is no such variable or workflow input.")
            : null;
    }

    private static bool IsAccessor(LintFile file, Activity activity, string call)
    {
        var names = file.Definition.Variables.Select(v => v.Name).Concat(file.Definition.Inputs.Select(i => i.Name));
        for (var step = activity; step is not null; step = step.Parent)
        {
            names = names.Concat(step.Flow?.Variables.Select(v => v.Name) ?? []);
        }

        return names.Any(name => Expressions.ScriptAccessors.Accessor(name) == call[3..]);
    }
}
