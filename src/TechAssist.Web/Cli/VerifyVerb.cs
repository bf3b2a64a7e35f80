using System.CommandLine;
using TechAssist.Core.Audit;

namespace TechAssist.Web.Cli;

/// <summary><c>verify</c>: whether the history of every case is as it was written.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var verb = new Command("verify", "Checks the hash chains of the history. Prints every break; exits with 1 when there is one.");
        verb.SetAction((_, cancellationToken) => Host.RunAsync(services => RunAsync(services, cancellationToken)));
        return verb;
    }

    private static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await Host.RequireTablesAsync(services, cancellationToken);
        var check = await services.GetRequiredService<VerifyTimeline>().ExecuteAsync(cancellationToken);
        foreach (var chainBreak in check.Breaks)
        {
            Console.WriteLine($"{chainBreak.Reference ?? "(no case)"}: line {chainBreak.Number}: {chainBreak.Message}");
        }

        Console.WriteLine($"{check.Lines} line(s) in {check.Chains} chain(s), {check.Breaks.Count} break(s).");
        return check.Breaks.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }
}
