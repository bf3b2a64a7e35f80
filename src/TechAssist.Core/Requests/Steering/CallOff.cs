using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Missions;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Requests.Steering;

/// <summary>What an end before its time does to the work of a case: missions that did not leave are cancelled, one under way is
/// broken off, and experts who were asked and not yet confirmed stand down and are told. Does not save.</summary>
internal static class CallOff
{
    public static async Task ExecuteAsync(
        TechAssistDb db, TimelineWriter timeline, AssistanceRequest request, string? reason, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        await EndMissionsAsync(db, timeline, request, reason, by, now, cancellationToken);
        var calls = await db.Calls.Include(call => call.Nominations)
            .Where(call => call.RequestId == request.Id && call.Status == CallStatus.Open)
            .ToListAsync(cancellationToken);
        foreach (var call in calls)
        {
            await db.StandDownAsync(call, reason, now, cancellationToken);
            await timeline.AddAsync(request.Id, CallLine.Of("call-stood-down", call, call.Nominations.Count(nomination => nomination.IsOpen), reason), by, now, cancellationToken);
        }

        var open = await db.Nominations.Include(nomination => nomination.Call).Include(nomination => nomination.Expert).ThenInclude(expert => expert.Person)
            .Where(nomination => nomination.RequestId == request.Id && nomination.EndedAt == null && nomination.Status != NominationStatus.Confirmed)
            .OrderBy(nomination => nomination.ProposedAt).ThenBy(nomination => nomination.Id)
            .ToListAsync(cancellationToken);
        foreach (var nomination in open.Where(nomination => nomination is { IsOpen: true, Status: not NominationStatus.Confirmed }))
        {
            nomination.StandDown(reason, now);
            Tell(db, nomination, now);
            await timeline.AddAsync(request.Id, ExpertLine.Of("expert-stood-down", nomination, reason), by, now, cancellationToken);
        }
    }

    private static async Task EndMissionsAsync(
        TechAssistDb db, TimelineWriter timeline, AssistanceRequest request, string? reason, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var missions = await db.Missions
            .Where(mission => mission.RequestId == request.Id && mission.Status != MissionStatus.Completed && mission.Status != MissionStatus.Cancelled
                && mission.Status != MissionStatus.Interrupted)
            .OrderBy(mission => mission.Number)
            .ToListAsync(cancellationToken);
        // A form of this act may have ended some already.
        foreach (var mission in missions.Where(mission => mission.Status is not (MissionStatus.Completed or MissionStatus.Cancelled or MissionStatus.Interrupted)))
        {
            var isAway = mission.StatusOn(DateOnly.FromDateTime(now)) == MissionStatus.UnderWay;
            if (isAway)
            {
                mission.Interrupt(reason);
            }
            else
            {
                mission.Cancel(reason);
            }

            await timeline.AddAsync(request.Id, MissionLine.Of(isAway ? "mission-interrupted" : "mission-cancelled", mission, reason), by, now, cancellationToken);
        }
    }

    private static void Tell(TechAssistDb db, Nomination nomination, DateTime now)
    {
        // A call that has not opened yet told nobody anything.
        if (nomination.InvitedAt is null || nomination.InvitedAt > now || ExpertAddress.Of(nomination.Expert) is not { } reader)
        {
            return;
        }

        db.Outbox.Add(ExpertMail.Of("expert-called-off", nomination, reader, now).With(CallMail.HoldOf(nomination, HoldState.Cancelled)));
    }
}
