using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Runtime;
using Jint.Runtime.Interop;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;

namespace TechAssist.Workflow.Expressions;

/// <summary>The functions a script finds: <c>getX()</c>, <c>setX(v)</c>, <c>variables.X</c>, <c>getInput('x')</c> and the others of the format. Only what the text mentions is made.</summary>
internal static class ScriptAccessors
{
    public static void Declare(Engine engine, string text, Evaluator evaluator, ActivityExecution execution)
    {
        DeclareInputs(engine, text, evaluator);
        DeclareVariables(engine, text, evaluator, execution);
        DeclareOutputs(engine, text, evaluator);
        Function(engine, text, "getWorkflowDefinitionId", (_, _) => evaluator.Definition.DefinitionId);
        Function(engine, text, "toJson", (_, arguments) => (ScriptValues.ToNode(engine, arguments.At(0))?.ToJsonString()) ?? "null");
        Function(engine, text, "isNullOrEmpty", (_, arguments) => arguments.At(0).IsNull() || arguments.At(0).IsUndefined() || arguments.At(0).ToString().Length == 0 ? JsBoolean.True : JsBoolean.False);
    }

    /// <summary>What the script assigned to <c>variables.X</c> goes back to the variables.</summary>
    public static void WriteBack(Engine engine, string text, Evaluator evaluator, ActivityExecution execution)
    {
        if (!text.Contains("variables", StringComparison.Ordinal) || !engine.GetValue("variables").IsObject())
        {
            return;
        }

        var variables = engine.GetValue("variables").AsObject();
        foreach (var found in Nearest(evaluator, execution))
        {
            var value = ScriptValues.ToNode(engine, variables.Get(found.Variable.Name));
            if (!JsonNode.DeepEquals(value, found.Get()))
            {
                found.Set(value);
            }
        }
    }

    private static void DeclareInputs(Engine engine, string text, Evaluator evaluator)
    {
        JsValue Read(string name) => evaluator.WorkflowInput.TryGetPropertyValue(name, out var value)
            ? ScriptValues.ToScript(engine, value)
            : JsValue.Null;

        Function(engine, text, "getInput", (_, arguments) => Read(arguments.At(0).ToString()));
        foreach (var input in evaluator.Definition.Inputs)
        {
            Function(engine, text, "get" + Accessor(input.Name), (_, _) => Read(input.Name));
        }
    }

    private static void DeclareVariables(Engine engine, string text, Evaluator evaluator, ActivityExecution execution)
    {
        Function(engine, text, "getVariable", (_, arguments) =>
            Scope.ByName(evaluator.Definition, execution, arguments.At(0).ToString()) is { } found ? ScriptValues.ToScript(engine, found.Get()) : JsValue.Null);
        Function(engine, text, "setVariable", (_, arguments) =>
        {
            Scope.ByName(evaluator.Definition, execution, arguments.At(0).ToString())?.Set(ScriptValues.ToNode(engine, arguments.At(1)));
            return JsValue.Undefined;
        });

        var wantsAll = text.Contains("variables", StringComparison.Ordinal);
        var all = wantsAll ? new JsObject(engine) : null;
        foreach (var found in Nearest(evaluator, execution))
        {
            var name = Accessor(found.Variable.Name);
            Function(engine, text, "get" + name, (_, _) => ScriptValues.ToScript(engine, found.Get()));
            Function(engine, text, "set" + name, (_, arguments) =>
            {
                found.Set(ScriptValues.ToNode(engine, arguments.At(0)));
                return JsValue.Undefined;
            });
            all?.Set(found.Variable.Name, ScriptValues.ToScript(engine, found.Get()));
        }

        if (all is not null)
        {
            engine.SetValue("variables", all);
        }
    }

    private static void DeclareOutputs(Engine engine, string text, Evaluator evaluator)
    {
        Function(engine, text, "getLastResult", (_, _) => ScriptValues.ToScript(engine, evaluator.LastResult));
        Function(engine, text, "getOutputFrom", (_, arguments) =>
        {
            var (activity, output) = (arguments.At(0).ToString(), arguments.Length > 1 ? arguments.At(1).ToString() : "result");
            var value = evaluator.Outputs.FirstOrDefault(o => o.Key.Activity == activity && string.Equals(o.Key.Output, output, StringComparison.OrdinalIgnoreCase)).Value;
            return ScriptValues.ToScript(engine, value);
        });
        if (!text.Contains("From", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var activity in evaluator.Definition.Activities.Where(a => a.Kind == ActivityKind.HumanStep))
        {
            foreach (var name in new[] { activity.Name, activity.Id }.OfType<string>().Distinct())
            {
                Function(engine, text, $"getResultFrom{Accessor(name)}", (_, _) =>
                    ScriptValues.ToScript(engine, evaluator.Outputs.FirstOrDefault(o => o.Key == (name, "result")).Value));
            }
        }
    }

    /// <summary>Each name once: the nearest variable hides those further out.</summary>
    private static IEnumerable<Scope.Found> Nearest(Evaluator evaluator, ActivityExecution execution) =>
        Scope.All(evaluator.Definition, execution).DistinctBy(f => f.Variable.Name);

    /// <summary>The name with a capital first letter and only letters and digits.</summary>
    public static string Accessor(string name)
    {
        var kept = string.Concat(name.Where(char.IsLetterOrDigit));
        return kept.Length == 0 ? kept : char.ToUpperInvariant(kept[0]) + kept[1..];
    }

    private static void Function(Engine engine, string text, string name, Func<JsValue, JsValue[], JsValue> body)
    {
        if (text.Contains(name, StringComparison.Ordinal))
        {
            engine.SetValue(name, new ClrFunction(engine, name, (self, arguments) => body(self, arguments.ToArray())));
        }
    }
}
