using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Simulation;

/// <summary>The recurring jobs, once, in the order of the portal's.</summary>
internal static class YearJobs
{
    public static async Task RunAsync(IServiceProvider services, bool withOfficers, CancellationToken cancellationToken)
    {
        var jobs = services.GetRequiredService<Jobs.DueWork>();
        await jobs.SweepAsync(cancellationToken);
        await jobs.SweepCallsAsync(cancellationToken);
        if (withOfficers)
        {
            await jobs.SweepOfficersAsync(cancellationToken);
            await jobs.SweepRosterAsync(cancellationToken);
        }

        await jobs.SendAsync(cancellationToken);
    }
}
