using Acornima;
using Jint;

namespace TechAssist.Workflow.Expressions;

/// <summary>A script of a definition: parsed once, run many times. Text that does not parse throws when it is run, as an expression fault does.</summary>
internal sealed class Script
{
    private readonly Prepared<Acornima.Ast.Script> _prepared;

    private Script(Prepared<Acornima.Ast.Script> prepared, string? fault)
    {
        _prepared = prepared;
        Fault = fault;
    }

    /// <summary>Why the text does not parse; null when it does.</summary>
    public string? Fault { get; }

    public Prepared<Acornima.Ast.Script> Prepared => Fault is null ? _prepared : throw new ScriptFaultException(Fault);

    public static Script Prepare(string source)
    {
        try
        {
            var options = new ScriptPreparationOptions
            {
                ParsingOptions = new ScriptParsingOptions { AllowReturnOutsideFunction = true },
            };
            return new Script(Engine.PrepareScript(source, options: options), fault: null);
        }
        catch (Exception fault) when (fault is ParseErrorException or ScriptPreparationException or InsufficientExecutionStackException)
        {
            return new Script(default, fault.Message);
        }
    }
}

/// <summary>A script does not parse, throws, or goes over its limits.</summary>
public sealed class ScriptFaultException : Exception
{
    public ScriptFaultException()
    {
    }

    public ScriptFaultException(string message)
        : base(message)
    {
    }

    public ScriptFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
