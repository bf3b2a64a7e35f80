using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Missions;
using TechAssist.Core.Notifications;
using TechAssist.Core.Work;

namespace TechAssist.Core.Experts;

/// <summary>The experts who said yes and stand by, in case somebody drops out.</summary>
internal static class Reserve
{
    /// <summary>Once no mission of the case is still to take place, nobody need stand by: they are told, and their days are free again.</summary>
    /// <param name="ended">The mission that ends in this act.</param>
    public static async Task FreeAsync(StepAnswer answer, Mission ended, CancellationToken cancellationToken)
    {
        var isAnyLeft = await answer.Db.Missions.AnyAsync(
            mission => mission.RequestId == ended.RequestId && mission.Id != ended.Id && mission.Status != MissionStatus.Completed && mission.Status != MissionStatus.Cancelled,
            cancellationToken);
        if (isAnyLeft)
        {
            return;
        }

        var waiting = await answer.Db.Nominations.Include(nomination => nomination.Expert)
            .Where(nomination => nomination.RequestId == ended.RequestId && nomination.Status == NominationStatus.Accepted && nomination.IsReserve && nomination.EndedAt == null)
            .OrderBy(nomination => nomination.AnsweredAt).ThenBy(nomination => nomination.Id)
            .ToListAsync(cancellationToken);
        foreach (var nomination in waiting)
        {
            nomination.StandDown(null, answer.Now);
            await answer.SayAsync(ExpertLine.Of("expert-freed", nomination), cancellationToken);
            await Confirmation.TellAsync("expert-freed", nomination, HoldState.Cancelled, answer.Db, answer.Now, cancellationToken);
        }
    }
}
