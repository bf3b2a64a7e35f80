using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Experts;
using TechAssist.Core.Missions.Costs;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions;

public sealed record MemberRow(Guid ExpertId, string Name, string? Role, bool IsLead);

/// <summary>A mission with everything the case's people may see of it.</summary>
public sealed record MissionView(
    Guid Id, Guid RequestId, string? Reference, int Number, MissionStatus Status, string? StatusReason, MissionPlan Plan, DateOnly? ActualStartOn,
    DateOnly? ActualEndOn, IReadOnlyList<ChecklistItem> Checklist, IReadOnlyList<MemberRow> Team, int? ParticipantsWomen, int? ParticipantsMen,
    int Revision, bool MayEdit, bool MayTick, bool MayReadNotes)
{
    /// <summary>Expert days of all missions of the case together, against <see cref="Terms.ExpertDays.Ceiling"/>.</summary>
    public int DaysOfCase { get; init; }

    public DateOnly? DebriefOn { get; init; }

    public string? DebriefNotes { get; init; }

    /// <summary>The reader's own seat, where they are of the team and not of the secretariat.</summary>
    public Guid? OwnExpertId { get; init; }

    /// <summary>Null for all but the secretariat and the auditor.</summary>
    public MissionCosts? Costs { get; init; }
}

/// <summary>One mission. Risks, reasons and the emergency contact stay with the secretariat and the team.</summary>
public sealed class GetMission(TechAssistDb db, SecretariatOffice office, TimeProvider clock)
{
    /// <exception cref="NotFoundException">Absent, or not the actor's to know of.</exception>
    public Task<MissionView> ExecuteAsync(Guid missionId, Actor actor, CancellationToken cancellationToken) =>
        FindAsync(db.MissionsVisibleTo(actor).Where(found => found.Id == missionId), actor, cancellationToken);

    /// <summary>The mission of a case by its number in it.</summary>
    /// <exception cref="NotFoundException">Absent, or not the actor's to know of.</exception>
    public Task<MissionView> OfCaseAsync(Guid requestId, int number, Actor actor, CancellationToken cancellationToken) =>
        FindAsync(db.MissionsVisibleTo(actor).Where(found => found.RequestId == requestId && found.Number == number), actor, cancellationToken);

    private async Task<MissionView> FindAsync(IQueryable<Mission> missions, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await missions.AsNoTracking()
            .Include(found => found.Members).ThenInclude(member => member.Expert)
            .Include(found => found.Request)
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("The mission");
        var isInside = actor.IsSystem || actor.IsSecretariat || actor.Has(People.Role.Auditor) || actor.IsOnTeam(mission);
        var plan = isInside ? mission.Plan : mission.Plan with { Risks = [], EmergencyContact = null, LongStayReason = null, CeilingReason = null };
        var isOver = mission.Status is MissionStatus.Completed or MissionStatus.Cancelled;
        return new MissionView(
            mission.Id, mission.RequestId, mission.Request.Reference, mission.Number, mission.StatusOn(office.Today(clock.GetUtcNow().UtcDateTime)), mission.StatusReason, plan, mission.ActualStartOn,
            mission.ActualEndOn, isInside ? mission.Checklist : [], MembersFor(mission, actor), mission.ParticipantsWomen, mission.ParticipantsMen,
            mission.Revision, actor.IsSecretariat && !isOver, (actor.IsSecretariat || actor.IsOnTeam(mission)) && !isOver, isInside)
        {
            DaysOfCase = (await db.DaysOfCaseAsync(mission.RequestId, cancellationToken)).Sum(row => row.Days),
            DebriefOn = isInside ? mission.DebriefOn : null,
            DebriefNotes = isInside ? mission.DebriefNotes : null,
            OwnExpertId = actor.IsSecretariat ? null : mission.Members.Find(member => member.Expert.PersonId == actor.PersonId)?.ExpertId,
            Costs = actor.SeesInternals() ? mission.Costs : null,
        };
    }

    private static IReadOnlyList<MemberRow> MembersFor(Mission mission, Actor actor) =>
        ExpertNames.MayRead(actor)
            ? [.. mission.Members.OrderByDescending(member => member.IsLead).ThenBy(member => member.Expert.SortName)
                .Select(member => new MemberRow(member.ExpertId, member.Expert.Name, member.Role, member.IsLead))]
            : [];
}
