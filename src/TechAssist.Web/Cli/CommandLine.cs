using System.CommandLine;
using System.Globalization;
using System.Text;
using TechAssist.Web.Samples;

namespace TechAssist.Web.Cli;

/// <summary>The verbs of the program. None of them starts a server or a job; each writes its answer to standard output and
/// everything else to standard error.</summary>
public static class CommandLine
{
    /// <summary>Whether the arguments are a verb; without one they are settings of the server (<c>--urls …</c>).</summary>
    public static bool IsVerb(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken = default)
    {
        // The command line speaks English, and writes accents whatever the terminal's settings.
        CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en");
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("See --help.");
            return ExitCodes.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancellationToken);
        }
        catch (Exception exception) when (exception is FaultyFileException or CannotRunException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return exception is FaultyFileException ? ExitCodes.Usage : ExitCodes.Failed;
        }
    }

    private static RootCommand Root() => new("TechAssist: the portal, and its command line. Without a verb it serves the portal (--urls <address>).")
    {
        PlayVerb.Create(),
        ImportVerb.Create(),
        WorkflowsVerb.Create(),
        MigrateVerb.Create(),
        TokenVerb.Create(),
        VerifyVerb.Create(),
        SimulateVerb.Create(),
        DossierVerb.Create(),
    };
}
