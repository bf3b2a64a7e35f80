using System.Text.Json.Nodes;
using Jint;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;

namespace TechAssist.Workflow.Expressions;

/// <summary>Runs one script with limits on time, memory, statements and depth. Each run has its own engine, so that nothing leaks from one to the next; the parsed text is shared. There is no clock and no chance in it: a burst is a pure function.</summary>
internal static class ScriptRunner
{
    private static readonly TimeSpan _time = TimeSpan.FromSeconds(1);
    private const long Memory = 8_000_000;
    private const int Statements = 10_000;
    private const int Depth = 64;

    public static JsonNode? Run(Expression expression, Evaluator evaluator, ActivityExecution execution)
    {
        var script = expression.Script.Prepared;
        try
        {
            var engine = Create();
            ScriptAccessors.Declare(engine, expression.Text, evaluator, execution);
            var result = ScriptValues.ToNode(engine, engine.Evaluate(script));
            ScriptAccessors.WriteBack(engine, expression.Text, evaluator, execution);
            return result;
        }
        catch (Exception fault) when (IsScriptFault(fault))
        {
            throw new ScriptFaultException(fault.Message, fault);
        }
    }

    /// <summary>What a script can end in. Jint reports most of it as its own exceptions; the rest comes from the limits and from huge values.</summary>
    private static bool IsScriptFault(Exception fault) => fault
        is JintException or TimeoutException or InvalidOperationException or ArgumentException or FormatException
        or InsufficientExecutionStackException or OverflowException or System.Text.Json.JsonException or InvalidCastException
        or NotSupportedException or NullReferenceException or IndexOutOfRangeException or OperationCanceledException or Acornima.ParseErrorException;

    private static Engine Create()
    {
        var engine = new Engine(options =>
        {
            options.TimeoutInterval(_time);
            options.LimitMemory(Memory);
            options.MaxStatements(Statements);
            options.LimitRecursion(Depth);
            options.RegexTimeoutInterval(_time);
            options.MaxArraySize(10_000);
            options.MaxJsonParseDepth(DefinitionParser.MaxDepth);
            options.Strict = false;
            options.DisableStringCompilation();
        });
        engine.Global.Delete("Date");
        engine.Global.Get("Math").AsObject().Delete("random");
        return engine;
    }
}
