using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;

namespace TechAssist.Web.Cli;

/// <summary><c>migrate</c>: brings the database and its reference data up to date.</summary>
internal static class MigrateVerb
{
    public static Command Create()
    {
        var verb = new Command("migrate", "Creates the database or brings it up to date, and loads the reference data.");
        verb.SetAction((_, cancellationToken) => Host.RunAsync(services => RunAsync(services, cancellationToken)));
        return verb;
    }

    private static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<TechAssistDb>().Database;
        var pending = (await database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        await database.MigrateAsync(cancellationToken);
        var load = await services.GetRequiredService<LoadReferenceData>().ExecuteAsync(cancellationToken);
        Console.WriteLine($"{pending.Count} migration(s) applied; reference data: {load.Added} added, {load.Changed} changed, {load.Kept} kept as edited.");
        return ExitCodes.Done;
    }
}
