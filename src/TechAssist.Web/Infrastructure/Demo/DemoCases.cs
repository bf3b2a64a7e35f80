using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Web.Samples;

namespace TechAssist.Web.Infrastructure.Demo;

/// <summary>The cases of Development: the samples, played through the real acts up to different points, with their dates moved
/// so that they stand as of today. They are played while the portal answers already; until then it says so on its pages, is not
/// ready (<c>/health/ready</c>), and runs no jobs, because those of a case that is still played live by another clock.</summary>
public sealed partial class DemoCases(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock, ILogger<DemoCases> logger)
{
    /// <summary>The roster has been there longer than the oldest case.</summary>
    private const int RosterMonths = 10;

    /// <param name="File">A file of <c>samples/</c>.</param>
    /// <param name="StopAt">The task or act that has not happened yet; null plays all.</param>
    /// <param name="DaysAgo">At least so long ago was the last thing that happened.</param>
    private sealed record DemoCase(string File, string? StopAt, int DaysAgo);

    private static readonly DemoCase[] All =
    [
        new("senegal-diaspora-withdrawn", "endorsement", 1),
        new("togo-civil-status", "triage", 1),
        new("ghana-declined", null, 40),
        new("togo-benin-regional", "mobilisation", 1),
        new("niger-crisis-rapid", "underWay", 1),
        new("senegal-migration-statistics", "review", 1),
        new("cabo-verde-border-management", "noteProgress", 10),
    ];

    private volatile int played;

    /// <summary>Whether cases are still to come.</summary>
    public bool IsLoading { get; private set; }

    /// <summary>How many of <see cref="Count"/> cases are there.</summary>
    public int Played => played;

    public int Count => All.Length;

    /// <summary>Whether the cases are to be loaded: once, where there is no request.</summary>
    public async Task<bool> ExpectAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return IsLoading = !await scope.ServiceProvider.GetRequiredService<TechAssistDb>().Requests.AnyAsync(cancellationToken);
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PlayAllAsync(clock.GetUtcNow().UtcDateTime, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            LogInterrupted(logger, played, All.Length);
        }
        catch (Exception exception)
        {
            // Nobody waits for this; the portal is whole without the rest of its examples.
            LogFailed(logger, exception, played, All.Length);
        }
        finally
        {
            IsLoading = false;
        }
    }

    private async Task PlayAllAsync(DateTime now, CancellationToken cancellationToken)
    {
        void Choose(DbContextOptionsBuilder options) => Database.Choose(options, configuration);
        await using var past = await PlayWorld.OnAsync(Choose, now.AddMonths(-RosterMonths), cancellationToken);
        await using (var scope = past.Services.CreateAsyncScope())
        {
            await DemoExperts.CreateAsync(scope.ServiceProvider, cancellationToken);
        }

        var reader = PlayWorld.Reader();
        foreach (var demo in All)
        {
            var (sample, acts) = Moved(demo, reader, past.Player, now);
            await using var world = await PlayWorld.OnAsync(Choose, sample.File.Start.UtcDateTime, cancellationToken);
            await PlayAsync(world, sample, acts, now, cancellationToken);
            played++;
        }
    }

    /// <summary>The sample with its dates moved, and how many of its acts have happened.</summary>
    private static (Sample Sample, int Acts) Moved(DemoCase demo, SampleReader reader, CasePlayer player, DateTime now)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "samples", demo.File + ".json");
        var utf8 = StrictJson.ReadFile(path);
        var original = reader.Parse(path, utf8);
        var acts = original.File.Acts.TakeWhile(act => demo.StopAt is null || (act.Task ?? act.Act) != demo.StopAt).Count();
        var last = player.TimesOf(original).ElementAt(acts);
        var weeks = (int)Math.Floor((now.AddDays(-demo.DaysAgo) - last).TotalDays / 7);
        return (reader.Parse(path, ShiftedSample.Shift(utf8, weeks)), acts);
    }

    private async Task PlayAsync(PlayWorld world, Sample sample, int acts, DateTime now, CancellationToken cancellationToken)
    {
        try
        {
            await world.Player.PlayAsync(sample, acts, null, cancellationToken);
            await world.Player.RunClockAsync(now, cancellationToken);
        }
        catch (FaultyFileException exception)
        {
            // A holiday that falls otherwise this year may leave an act without its task: the case stays where it is, the portal starts.
            LogStopped(logger, sample.Path, exception.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The demo case {File} stopped early: {Reason}")]
    private static partial void LogStopped(ILogger logger, string file, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The portal was ended with {Played} of {Count} demo cases loaded. Remove the data folder to have them all.")]
    private static partial void LogInterrupted(ILogger logger, int played, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Only {Played} of {Count} demo cases were loaded.")]
    private static partial void LogFailed(ILogger logger, Exception exception, int played, int count);
}
