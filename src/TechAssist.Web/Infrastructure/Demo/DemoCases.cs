using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Web.Samples;

namespace TechAssist.Web.Infrastructure.Demo;

/// <summary>The cases of Development: the samples, played through the real acts up to different points, with their dates moved
/// so that they stand as of today.</summary>
internal static partial class DemoCases
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

    /// <summary>Once, where there is no request.</summary>
    public static async Task CreateAsync(IServiceProvider services, IConfiguration configuration, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<TechAssistDb>().Requests.AnyAsync(cancellationToken))
        {
            return;
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        void Database(DbContextOptionsBuilder options) => Infrastructure.Database.Choose(options, configuration);
        await using var past = await PlayWorld.OnAsync(Database, now.AddMonths(-RosterMonths), cancellationToken);
        await using (var scope = past.Services.CreateAsyncScope())
        {
            await DemoExperts.CreateAsync(scope.ServiceProvider, cancellationToken);
        }

        var reader = PlayWorld.Reader();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DemoCases).FullName!);
        foreach (var demo in All)
        {
            var (sample, acts) = Moved(demo, reader, past.Player, now);
            await using var world = await PlayWorld.OnAsync(Database, sample.File.Start.UtcDateTime, cancellationToken);
            await PlayAsync(world, sample, acts, now, logger, cancellationToken);
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

    private static async Task PlayAsync(PlayWorld world, Sample sample, int acts, DateTime now, ILogger logger, CancellationToken cancellationToken)
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
}
