using System.CommandLine;
using System.Text;
using TechAssist.Web.Samples;
using TechAssist.Workflow.Conformance;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Linting;

namespace TechAssist.Web.Cli;

/// <summary><c>workflows check</c> and <c>workflows trace</c>.</summary>
internal static class WorkflowsVerb
{
    public static Command Create() => new("workflows", "Checks workflow definitions, and traces the engine.") { Check(), Trace() };

    private static Command Check()
    {
        var path = new Argument<string>("path") { Description = "A definition file, or a folder of them." };
        var verb = new Command("check", "Prints every fault of the definitions: file, step, code, message. Exits with 1 when there is one.") { path };
        verb.SetAction(parsed => Check(parsed.GetRequiredValue(path)));
        return verb;
    }

    private static int Check(string path)
    {
        var files = Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : new[] { path };
        if (files.Length == 0)
        {
            throw new FaultyFileException(new FileFault(path, 0, "", "The folder holds no .json file."));
        }

        // Bytes that are no UTF-8 become a character no definition holds, so that the linter names the place.
        var faults = WorkflowLinter.CheckCatalogue(files.Select(file => (file, Encoding.UTF8.GetString(StrictJson.ReadFile(file)))));
        foreach (var fault in faults)
        {
            Console.WriteLine($"{fault.File}: {(fault.StepId.Length == 0 ? "-" : fault.StepId)}: {fault.Code}: {fault.Message}");
        }

        Console.Error.WriteLine(faults.Count == 0 ? $"{files.Length} definition(s), no fault." : $"{faults.Count} fault(s).");
        return faults.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static Command Trace()
    {
        var path = new Argument<string>("cases") { Description = "Conformance cases, one JSON object a line." };
        var verb = new Command("trace", "Plays each case on the engine and prints a line {\"id\":…,\"trace\":[…]} for it.") { path };
        verb.SetAction((parsed, cancellationToken) => TraceAsync(parsed.GetRequiredValue(path), cancellationToken));
        return verb;
    }

    /// <summary>One line at a time: a file may be larger than the memory.</summary>
    private static async Task<int> TraceAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new FaultyFileException(new FileFault(path, 0, "", "There is no such file."));
        }

        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        var number = 0L;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            await output.WriteLineAsync(Play(path, number, line).AsMemory(), cancellationToken);
        }

        return ExitCodes.Done;
    }

    private static string Play(string path, long number, string line)
    {
        try
        {
            return ConformanceTrace.Play(line);
        }
        catch (WorkflowFormatException exception)
        {
            throw new FaultyFileException(new FileFault(path, number, "", exception.Message));
        }
    }
}
