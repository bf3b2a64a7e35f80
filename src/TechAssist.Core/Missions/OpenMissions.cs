using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;
using TechAssist.Core.Work;

namespace TechAssist.Core.Missions;

/// <summary>What a case does when it reaches its missions: experts to whom nobody objected are confirmed, one mission is planned for
/// those no mission has yet, with what the approved terms and the request say, and each mission gets its workflow. Does not save.</summary>
internal static class OpenMissions
{
    /// <returns>Every mission of the case that has not ended and for which no workflow runs.</returns>
    public static async Task<IReadOnlyList<Mission>> ForCaseAsync(StepOpening opening, CancellationToken cancellationToken)
    {
        var (db, request) = (opening.Db, opening.Request);
        var missions = await db.Missions.Include(mission => mission.Members).Where(mission => mission.RequestId == request.Id).ToListAsync(cancellationToken);
        var team = await ConfirmedAsync(opening, cancellationToken);
        team.RemoveAll(nomination => missions.Exists(mission => IsGoing(mission, nomination.ExpertId)));
        if (team.Count > 0)
        {
            var terms = await db.ApprovedTermsAsync(request.Id, cancellationToken);
            var mission = Mission.Planned(request, missions.Count + 1, PlanFor(request, terms, team, missions), opening.Now);
            db.Missions.Add(mission);
            missions.Add(mission);
            await opening.Timeline.AddAsync(request.Id, MissionLine.Of("mission-planned", mission), opening.By, opening.Now, cancellationToken);
        }

        var running = await db.WorkflowRuns
            .Where(run => run.RequestId == request.Id && run.MissionId != null && run.EndedAt == null)
            .Select(run => run.MissionId!.Value)
            .ToListAsync(cancellationToken);
        return [.. missions.Where(mission => mission.Status is not (MissionStatus.Completed or MissionStatus.Cancelled) && !running.Contains(mission.Id))];
    }

    /// <summary>The confirmed experts. Silence is no objection: whoever is still only selected is confirmed now. The beneficiary's own
    /// answer of the same act is not saved yet, so the status is read from the records, not asked of the database.</summary>
    private static async Task<List<Nomination>> ConfirmedAsync(StepOpening opening, CancellationToken cancellationToken)
    {
        var nominations = await opening.Db.Nominations.Include(nomination => nomination.Expert)
            .Where(nomination => nomination.RequestId == opening.Request.Id && nomination.EndedAt == null)
            .OrderBy(nomination => nomination.ProposedAt).ThenBy(nomination => nomination.Id)
            .ToListAsync(cancellationToken);
        foreach (var nomination in nominations.Where(nomination => nomination.Status == NominationStatus.Selected))
        {
            await Confirmation.ConfirmAsync(nomination, opening.Db, opening.Timeline, opening.By, opening.Now, cancellationToken);
        }

        return nominations.FindAll(nomination => nomination.Status == NominationStatus.Confirmed);
    }

    private static bool IsGoing(Mission mission, Guid expertId) =>
        mission.Status != MissionStatus.Cancelled && mission.Members.Exists(member => member.ExpertId == expertId);

    private static MissionPlan PlanFor(AssistanceRequest request, TermsContent? terms, List<Nomination> team, List<Mission> others)
    {
        var content = request.Content;
        List<TermsActivity> field = [.. (terms?.Activities ?? []).Where(activity => activity.Method != TermsMethod.Remote)];
        var wished = content.Periods.FirstOrDefault(period => period is { From: not null, To: not null });
        var mode = terms is not null && field.Count == 0 ? MissionMode.Remote : MissionMode.OnSite;
        var start = field.Min(activity => activity.Dates.From) ?? wished?.From ?? terms?.Contract.From;
        var end = field.Max(activity => activity.Dates.To) ?? (start == wished?.From ? wished?.To : null) ?? terms?.Contract.To;
        // A span nobody gave both ends of is left for logistics to fill in.
        var isKnown = start is not null && end is not null && end >= start;
        return new MissionPlan
        {
            Title = content.Title,
            Mode = mode,
            StartOn = isKnown ? start : null,
            EndOn = isKnown ? end : null,
            Places = field.Select(activity => activity.Place).FirstOrDefault(place => !string.IsNullOrWhiteSpace(place)) ?? content.Places,
            Team = [.. team.Select((nomination, index) => new TeamSeat(nomination.ExpertId) { Role = nomination.Role, IsLead = index == 0 })],
            HostCounterpart = terms?.Counterparts.Select(counterpart => counterpart.Name).FirstOrDefault() ?? content.Contact.Name,
            // The terms give the days of the whole case: beside a mission that takes some of them, somebody has to plan what is left.
            Days = others.Exists(mission => mission.Status != MissionStatus.Cancelled) ? new ExpertDays() : terms?.Effort ?? new ExpertDays(),
        };
    }
}
