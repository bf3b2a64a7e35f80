using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using TechAssist.Core;
using TechAssist.Web.Samples;
using TechAssist.Web.Simulation;

namespace TechAssist.Web.Cli;

/// <summary><c>simulate</c>: a year of many cases on a simulated clock, and whether every promise of the clock and the mail was kept.</summary>
internal static class SimulateVerb
{
    public static Command Create()
    {
        var cases = new Option<int>("--cases") { Description = "How many cases.", DefaultValueFactory = _ => 500 };
        var months = new Option<int>("--months") { Description = "How long the clock runs.", DefaultValueFactory = _ => 12 };
        var seed = new Option<int>("--seed") { Description = "Another seed, another year.", DefaultValueFactory = _ => 1 };
        var folder = new Option<string>("--out") { Description = "Where the mails are left; without it they go when it ends." };
        var verb = new Command("simulate", "Runs a year of cases through the product on a simulated clock, and checks that nothing the clock owes was lost.") { cases, months, seed, folder };
        cases.Validators.Add(result => Require(result, 1, 100_000));
        months.Validators.Add(result => Require(result, 1, 60));
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            new YearCounts
            {
                Cases = parsed.GetRequiredValue(cases),
                Months = parsed.GetRequiredValue(months),
                Seed = parsed.GetRequiredValue(seed),
            },
            parsed.GetValue(folder),
            cancellationToken));
        return verb;
    }

    private static void Require(System.CommandLine.Parsing.OptionResult result, int least, int most)
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && (value < least || value > most))
        {
            result.AddError($"{result.Option.Name} is between {least} and {most}.");
        }
    }

    private static async Task<int> RunAsync(YearCounts counts, string? folder, CancellationToken cancellationToken)
    {
        var broken = await SimulateAsync(counts, folder, Console.Error.WriteLine, cancellationToken);
        foreach (var line in broken)
        {
            await Console.Error.WriteLineAsync(line);
        }

        Console.WriteLine(JsonSerializer.Serialize(counts, CoreJson.Options));
        return broken.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
    }

    /// <summary>Runs it, fills the counts, and returns each broken promise in plain words.</summary>
    private static async Task<IReadOnlyList<string>> SimulateAsync(YearCounts counts, string? folder, Action<string>? progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var temporary = folder is null ? Directory.CreateTempSubdirectory("techassist-year-").FullName : null;
        var mail = Path.Combine(Path.GetFullPath(folder ?? temporary!), "mail");
        if (Directory.Exists(mail) && Directory.EnumerateFileSystemEntries(mail).Any())
        {
            throw new CannotRunException($"{mail} is not empty: its mails would be counted with those of this year.");
        }

        try
        {
            await using var world = await PlayWorld.CreateAsync(SimulatedYear.StartAt, mail, cancellationToken);
            await using (var scope = world.Services.CreateAsyncScope())
            {
                await Cast.CreateAsync(scope.ServiceProvider, cancellationToken);
            }

            var year = new SimulatedYear(world, counts, progress);
            await year.RunAsync(Season.Draw(counts.Cases, counts.Months, counts.Seed, SimulatedYear.StartAt), cancellationToken);
            foreach (var (what, times) in year.Refusals.OrderByDescending(refusal => refusal.Value))
            {
                progress?.Invoke($"refused {times} time(s): {what}");
            }

            IReadOnlyList<string> broken = [.. year.Broken, .. await new YearCheck(world, counts, year, mail).ExecuteAsync(cancellationToken)];
            counts.Broken = broken.Count;
            counts.Seconds = (int)watch.Elapsed.TotalSeconds;
            return broken;
        }
        finally
        {
            if (temporary is not null)
            {
                Directory.Delete(temporary, recursive: true);
            }
        }
    }
}
