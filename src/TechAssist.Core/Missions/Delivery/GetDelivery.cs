using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>What a mission delivers, with its participants and what they add up to.</summary>
public sealed class GetDelivery(TechAssistDb db, ReferenceCatalog reference, TimeProvider clock)
{
    /// <exception cref="NotFoundException">The mission is absent, or not the actor's to know of.</exception>
    public async Task<DeliveryView> ExecuteAsync(Guid missionId, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.MissionsVisibleTo(actor).AsNoTracking().AsSplitQuery()
            .Include(row => row.Members).ThenInclude(member => member.Expert)
            .Include(row => row.Request).ThenInclude(request => request.Countries)
            .SingleOrDefaultAsync(row => row.Id == missionId, cancellationToken) ?? throw new NotFoundException("The mission");
        var delivery = await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(row => row.MissionId == missionId, cancellationToken);
        var plan = delivery?.Plan ?? await db.FirstPlanAsync(mission.Request, cancellationToken);
        var people = await PeopleAsync(missionId, plan, cancellationToken);
        var figures = DeliveryFigures.Of(plan, [.. people.Select(row => new CountedParticipant(row.Sex, row.PreTest, row.PostTest, row.Attended))]);
        var (mayReadNames, mayReadTeam) = (ParticipantNames.MayRead(actor, mission), ExpertNames.MayRead(actor));
        var mayEdit = (actor.IsSecretariat || actor.IsOnTeam(mission)) && mission.Request.Status == RequestStatus.Open && await db.IsDeliveryOpenAsync(mission, cancellationToken);
        var calendar = (await reference.GetAsync(cancellationToken)).Calendars.Country(plan.Country ?? mission.Request.Country);
        return new DeliveryView(
            missionId, mayReadTeam ? plan : WithoutNames(plan), DeliveryParts.Of(plan.Types), calendar.Zone, mayReadTeam ? TeamOf(mission) : [],
            mayReadNames ? [.. people.Select(row => Judged(row, figures.HeldMinutes, plan.CertificateShare))] : [], people.Count, figures,
            mayReadNames, mayEdit, mayEdit && mission.IsReadyToRecord(), delivery?.Revision ?? 0)
        {
            Today = calendar.LocalDay(clock.GetUtcNow().UtcDateTime),
            FirstOn = mission.ActualStartOn ?? mission.StartOn,
            LastOn = mission.LastOn,
            Series = await SeriesAsync(mission, calendar.LocalDay(clock.GetUtcNow().UtcDateTime), cancellationToken),
        };
    }

    private async Task<IReadOnlyList<SeriesRow>> SeriesAsync(Mission mission, DateOnly today, CancellationToken cancellationToken) => mission.SeriesId is not { } series ? [] :
        await db.Missions.AsNoTracking()
            .Where(row => row.RequestId == mission.RequestId && row.SeriesId == series)
            .OrderBy(row => row.Number)
            .Select(row => new SeriesRow(row.Number, row.ActualStartOn ?? row.StartOn, row.ActualEndOn ?? row.EndOn, LeftMissions.StatusOn(row.Status, row.StartOn, today)))
            .ToListAsync(cancellationToken);

    private async Task<List<ParticipantRow>> PeopleAsync(Guid missionId, DeliveryPlan plan, CancellationToken cancellationToken)
    {
        var rows = await db.Participants.AsNoTracking().Include(row => row.Attended).Where(row => row.MissionId == missionId).ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => FoldedText.Of(row.Name), StringComparer.Ordinal).ThenBy(row => row.Id).Select(row =>
            {
                var attended = row.Attended.Select(mark => mark.SessionId).ToHashSet();
                return new ParticipantRow(
                    row.Id, row.Name, row.Sex, row.Institution, row.Function, row.Email, row.Language, row.PreTest, row.PostTest,
                    attended, DeliveryFigures.MinutesOf(plan, attended), null, row.IsCertified, row.IsCertified, row.Revision);
            }),
        ];
    }

    private static ParticipantRow Judged(ParticipantRow row, int heldMinutes, int share) => row with
    {
        Share = heldMinutes == 0 ? null : 100 * row.Minutes / heldMinutes,
        GetsCertificate = row.IsCertified || (row.Minutes > 0 && 100 * row.Minutes >= share * heldMinutes),
    };

    private static DeliveryPlan WithoutNames(DeliveryPlan plan) => plan with
    {
        Sessions = [.. plan.Sessions.Select(session => session with { Trainers = [], OtherTrainers = null })],
        Interviews = [.. plan.Interviews.Select(interview => interview with { Person = null })],
        Drafts = [.. plan.Drafts.Select(draft => draft with { By = null })],
    };

    private static IReadOnlyList<MemberRow> TeamOf(Mission mission) =>
    [
        .. mission.Members.OrderByDescending(member => member.IsLead).ThenBy(member => member.Expert.SortName)
            .Select(member => new MemberRow(member.ExpertId, member.Expert.Name, member.Role, member.IsLead)),
    ];
}
