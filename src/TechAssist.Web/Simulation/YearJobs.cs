using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Simulation;

/// <summary>The recurring jobs, once, in the order of the portal's.</summary>
internal static class YearJobs
{
    public static async Task RunAsync(IServiceProvider services, RareJobs rare, CancellationToken cancellationToken)
    {
        var jobs = services.GetRequiredService<Jobs.DueWork>();
        await jobs.SweepAsync(cancellationToken);
        await services.GetRequiredService<Jobs.MissionWork>().SweepAsync(cancellationToken);
        await jobs.SweepCallsAsync(cancellationToken);
        if (rare.HasFlag(RareJobs.Officers))
        {
            await jobs.SweepOfficersAsync(cancellationToken);
            await jobs.SweepRosterAsync(cancellationToken);
        }

        if (rare.HasFlag(RareJobs.Hourly))
        {
            await services.GetRequiredService<Jobs.RosterWork>().AskAsync(cancellationToken);
            await services.GetRequiredService<Jobs.FollowUpWork>().RemindAsync(cancellationToken);
        }

        await jobs.SendAsync(cancellationToken);
    }
}
