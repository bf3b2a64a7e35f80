using System.Diagnostics;
using System.Globalization;
using TechAssist.Web.Samples;

namespace TechAssist.Web.Simulation;

/// <summary>Runs the jobs of a year in a process of their own, and kills it in the middle of them at moments drawn by the seed. What it was
/// at is done again by the next one at the same instant of the simulated clock, as a node that is started again would.</summary>
public sealed class KilledJobs(string worldFolder, string mailFolder, YearCounts counts) : IAsyncDisposable
{
    /// <summary>Rounds of jobs between two kills, at most.</summary>
    private const int MostBetween = 24;

    private readonly Random random = new(counts.Seed);
    private Process? process;
    private int untilKill = 5;
    private TimeSpan usual = TimeSpan.FromMilliseconds(50);

    /// <exception cref="InvalidOperationException">A job failed, or its process ended by itself.</exception>
    public async Task RunAsync(DateTime now, RareJobs rare, CancellationToken cancellationToken)
    {
        while (true)
        {
            process ??= await StartAsync(cancellationToken);
            var watch = Stopwatch.StartNew();
            await process.StandardInput.WriteLineAsync($"{now.ToString("O", CultureInfo.InvariantCulture)} {(int)rare}");
            await process.StandardInput.FlushAsync(cancellationToken);
            var answer = process.StandardOutput.ReadLineAsync(cancellationToken).AsTask();
            if (--untilKill <= 0 && counts.Kills < counts.KillsWanted && await IsCutOffAsync(answer, cancellationToken))
            {
                counts.Kills++;
                untilKill = random.Next(1, MostBetween);
                await EndAsync();
                continue;
            }

            var said = await answer ?? throw new InvalidOperationException("the process of the jobs ended by itself");
            usual = (usual * 0.9) + (watch.Elapsed * 0.1);
            if (said != ServedJobs.Done)
            {
                throw new InvalidOperationException(said);
            }

            return;
        }
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    /// <summary>Waits for a part of the time such work usually takes; false when it was done before.</summary>
    private async Task<bool> IsCutOffAsync(Task<string?> answer, CancellationToken cancellationToken)
    {
        var moment = Task.Delay(usual * random.NextDouble(), cancellationToken);
        return await Task.WhenAny(answer, moment) == moment && !answer.IsCompleted;
    }

    private async Task<Process> StartAsync(CancellationToken cancellationToken)
    {
        var program = Environment.ProcessPath!;
        string[] first = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, "TechAssist.Web.dll")] : [];
        var started = Process.Start(new ProcessStartInfo(program, [.. first, "simulate", ServedJobs.Verb, "--world", worldFolder, "--mail", mailFolder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var ready = await started.StandardOutput.ReadLineAsync(cancellationToken);
        return ready == ServedJobs.Ready ? started : throw new InvalidOperationException("the process of the jobs did not start");
    }

    /// <summary>As the system ends a process that is out of memory: at once, and without a word to it.</summary>
    private async Task EndAsync()
    {
        if (process is null)
        {
            return;
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        process = null;
    }
}

/// <summary>The other side: runs the jobs at the instants it reads from standard input, until it is killed or nothing more comes.</summary>
internal static class ServedJobs
{
    public const string Verb = "jobs";
    public const string Ready = "ready";
    public const string Done = "done";

    public static async Task RunAsync(string worldFolder, string mailFolder, CancellationToken cancellationToken)
    {
        await using var world = await PlayWorld.JoinAsync(worldFolder, SimulatedYear.StartAt, mailFolder, cancellationToken);
        Console.WriteLine(Ready);
        while (await Console.In.ReadLineAsync(cancellationToken) is { } line)
        {
            var parts = line.Split(' ');
            world.Clock.MoveTo(DateTime.Parse(parts[0], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
            try
            {
                await using var scope = world.Services.CreateAsyncScope();
                await YearJobs.RunAsync(scope.ServiceProvider, (RareJobs)int.Parse(parts[1], CultureInfo.InvariantCulture), cancellationToken);
                Console.WriteLine(Done);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Console.WriteLine(exception.Message.ReplaceLineEndings(" "));
            }
        }
    }
}
