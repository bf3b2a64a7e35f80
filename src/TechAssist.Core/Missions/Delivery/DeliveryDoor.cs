using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>The way into a mission's delivery for whoever writes in it: the secretariat and the team, until the report leaves its
/// authors.</summary>
internal static class DeliveryDoor
{
    /// <summary>A mission to write in, with its delivery, begun with what the case says where there was none. Does not save.</summary>
    /// <exception cref="RuleException"><c>not-allowed</c>; <c>not-open</c>; <c>delivery-closed</c>.</exception>
    public static async Task<(Mission Mission, MissionDelivery Delivery)> OpenDeliveryAsync(this TechAssistDb db, Guid missionId, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindMissionAsync(missionId, actor, cancellationToken);
        actor.Require(actor.IsSecretariat || actor.IsOnTeam(mission));
        mission.Request.RequireRunning();
        if (!await db.IsDeliveryOpenAsync(mission, cancellationToken))
        {
            throw new RuleException("delivery-closed");
        }

        var delivery = await db.Deliveries.SingleOrDefaultAsync(row => row.MissionId == missionId, cancellationToken);
        if (delivery is null)
        {
            delivery = new MissionDelivery(missionId, await db.FirstPlanAsync(mission.Request, cancellationToken));
            db.Deliveries.Add(delivery);
        }

        return (mission, delivery);
    }

    /// <exception cref="RuleException"><c>delivery-too-early</c>: nobody can have been there yet.</exception>
    public static void RequireReady(this Mission mission)
    {
        if (!mission.IsReadyToRecord())
        {
            throw new RuleException("delivery-too-early");
        }
    }

    /// <summary>Attendance and tests are of a mission that is ready to leave or has left.</summary>
    public static bool IsReadyToRecord(this Mission mission) => mission.Status is not (MissionStatus.Planned or MissionStatus.Postponed or MissionStatus.Cancelled);

    public static async Task<bool> IsDeliveryOpenAsync(this TechAssistDb db, Mission mission, CancellationToken cancellationToken) => mission.Status switch
    {
        MissionStatus.Cancelled => false,
        MissionStatus.Completed => !await db.Reports.AnyAsync(
            report => report.MissionId == mission.Id && report.Status != ReportStatus.Draft && report.Status != ReportStatus.Returned, cancellationToken),
        _ => true,
    };

    /// <summary>What the approved terms say, else the request.</summary>
    public static async Task<DeliveryPlan> FirstPlanAsync(this TechAssistDb db, AssistanceRequest request, CancellationToken cancellationToken)
    {
        var terms = await db.ApprovedTermsAsync(request.Id, cancellationToken);
        string[] promised = [.. (terms?.Activities ?? []).Select(activity => Blank.ToNull(activity.Type)).OfType<string>().Distinct()];
        return new DeliveryPlan { Types = promised.Length > 0 ? promised : [.. request.Content.AssistanceTypes], Country = request.Country };
    }

    /// <summary>A line for the secretariat and the team; it names nobody who takes part.</summary>
    public static TimelineLine Line(string kind, Mission mission, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var line = MissionLine.Of(kind, mission);
        var values = new Dictionary<string, string>(line.Values);
        foreach (var (name, value) in more)
        {
            values[name] = value;
        }

        return line with { IsPublic = false, Values = values };
    }
}
