using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core;
using TechAssist.Core.Board;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Strategy;
using TechAssist.Core.Strategy.Dossiers;
using TechAssist.Web.Samples;
using TechAssist.Web.Simulation;

namespace TechAssist.Web.Cli;

/// <summary><c>simulate</c>: a year of many cases on a simulated clock, and whether every promise of the clock and the mail was kept.</summary>
internal static class SimulateVerb
{
    public static Command Create()
    {
        var cases = new Option<int?>("--cases") { Description = "How many cases: 500, and 40 with --kills, unless said otherwise." };
        var months = new Option<int>("--months") { Description = "How long the clock runs.", DefaultValueFactory = _ => 12 };
        var seed = new Option<int>("--seed") { Description = "Another seed, another year.", DefaultValueFactory = _ => 1 };
        var kills = new Option<int>("--kills") { Description = "How often the process that runs the jobs is killed in the middle of them.", DefaultValueFactory = _ => 0 };
        var folder = new Option<string>("--out") { Description = "Where the mails are left; without it they go when it ends." };
        var verb = new Command("simulate", "Runs a year of cases through the product on a simulated clock, and checks that nothing the clock owes was lost.") { cases, months, seed, kills, folder, Jobs() };
        cases.Validators.Add(result => Require(result, 1, 100_000));
        months.Validators.Add(result => Require(result, 1, 60));
        kills.Validators.Add(result => Require(result, 0, 10_000));
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            new YearCounts
            {
                Cases = parsed.GetValue(cases) ?? (parsed.GetRequiredValue(kills) > 0 ? 40 : 500),
                Months = parsed.GetRequiredValue(months),
                Seed = parsed.GetRequiredValue(seed),
                KillsWanted = parsed.GetRequiredValue(kills),
            },
            parsed.GetValue(folder),
            cancellationToken));
        return verb;
    }

    /// <summary>What a year with kills starts as a process of its own.</summary>
    private static Command Jobs()
    {
        var world = new Option<string>("--world") { Required = true };
        var mail = new Option<string>("--mail") { Required = true };
        var verb = new Command(ServedJobs.Verb, "Runs the jobs of a year that another process simulates.") { world, mail };
        verb.Hidden = true;
        verb.SetAction((parsed, cancellationToken) => ServedJobs.RunAsync(parsed.GetRequiredValue(world), parsed.GetRequiredValue(mail), cancellationToken));
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

            await using var killed = counts.KillsWanted > 0 ? new KilledJobs(world.Folder!, mail, counts) : null;
            var year = new SimulatedYear(world, counts, progress, killed is null ? null : killed.RunAsync);
            await year.RunAsync(Season.Draw(counts.Cases, counts.Months, counts.Seed, SimulatedYear.StartAt), cancellationToken);
            foreach (var (what, times) in year.Refusals.OrderByDescending(refusal => refusal.Value))
            {
                progress?.Invoke($"refused {times} time(s): {what}");
            }

            await CheckForecastAsync(world, counts, cancellationToken);
            await WriteDossierAsync(world, folder, cancellationToken);
            string[] tooFew = counts.Kills < counts.KillsWanted ? [$"The jobs were killed {counts.Kills} times only: the year has too little work for more."] : [];
            IReadOnlyList<string> broken = [.. tooFew, .. year.Broken, .. await new YearCheck(world, counts, year, mail).ExecuteAsync(cancellationToken)];
            if (broken.Count > 0)
            {
                await ExplainAsync(world, broken, progress, cancellationToken);
            }

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

    /// <summary>The history of the first case in which a promise was broken.</summary>
    private static async Task ExplainAsync(PlayWorld world, IReadOnlyList<string> broken, Action<string>? progress, CancellationToken cancellationToken)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TechAssistDb>();
        var request = (await db.Requests.AsNoTracking().Where(row => row.Reference != null).ToListAsync(cancellationToken)).FirstOrDefault(row => broken.Any(line => line.StartsWith(row.Reference!, StringComparison.Ordinal)));
        if (request is null)
        {
            return;
        }

        foreach (var line in await db.Timeline.AsNoTracking().Where(row => row.Chain == request.Id).OrderBy(row => row.Number).ToListAsync(cancellationToken))
        {
            progress?.Invoke($"{request.Reference} {line.At:yyyy-MM-dd HH:mm} {line.Kind} {line.StepId} {line.ActorName} {string.Join(", ", line.Values.Select(value => $"{value.Key}={value.Value}"))}");
        }
    }

    /// <summary>The committee's dossier of the year, where a folder is kept.</summary>
    private static async Task WriteDossierAsync(PlayWorld world, string? folder, CancellationToken cancellationToken)
    {
        if (folder is not null)
        {
            await using var scope = world.Services.CreateAsyncScope();
            var filter = new StrategyFilter { FromOn = DateOnly.FromDateTime(SimulatedYear.StartAt) };
            foreach (var file in await scope.ServiceProvider.GetRequiredService<MakeDossier>().AllAsync(filter, Languages.All, Actor.System, cancellationToken))
            {
                await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "dossier")).FullName, file.FileName), file.Bytes, cancellationToken);
            }
        }
    }

    /// <summary>How the board's forecasts of the departure would have come out.</summary>
    private static async Task CheckForecastAsync(PlayWorld world, YearCounts counts, CancellationToken cancellationToken)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var cases = await scope.ServiceProvider.GetRequiredService<PastCases>().ReadAsync(cancellationToken);
        var calendar = scope.ServiceProvider.GetRequiredService<ReferenceCatalog>().Current.Calendars.Secretariat;
        var check = ForecastCheck.Of(cases, calendar.WorkingDaysBetween, int.MaxValue);
        (counts.Departures, counts.Forecasts, counts.ForecastsWithin, counts.ForecastsEarlier) = (cases.Count(one => one.DepartedAt is not null), check?.Forecasts ?? 0, check?.Within ?? 0, check?.Earlier ?? 0);
    }
}
