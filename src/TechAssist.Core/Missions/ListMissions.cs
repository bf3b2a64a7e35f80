using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Missions;

public sealed record MissionRow(
    Guid Id, Guid RequestId, string? Reference, int Number, LangText Title, string? Country, MissionStatus Status, MissionMode Mode,
    DateOnly? StartOn, DateOnly? EndOn, int TeamCount, int OpenItemCount);

/// <summary>Missions: those of a case, and those an expert goes on.</summary>
public sealed class ListMissions(TechAssistDb db, SecretariatOffice office, TimeProvider clock)
{
    /// <summary>The missions of a case, in their order.</summary>
    public Task<IReadOnlyList<MissionRow>> OfCaseAsync(Guid requestId, Actor actor, CancellationToken cancellationToken) =>
        RowsAsync(db.MissionsVisibleTo(actor).Where(mission => mission.RequestId == requestId).OrderBy(mission => mission.Number), cancellationToken);

    /// <summary>The reader's own missions, the latest first.</summary>
    public Task<IReadOnlyList<MissionRow>> OwnAsync(Actor actor, CancellationToken cancellationToken) =>
        RowsAsync(
            db.MissionsVisibleTo(actor)
                .Where(mission => mission.Members.Any(member => member.Expert.PersonId == actor.PersonId))
                .OrderByDescending(mission => mission.StartOn).ThenBy(mission => mission.Id),
            cancellationToken);

    /// <summary>What departs or runs between two days, the first departure first. The secretariat's.</summary>
    public Task<IReadOnlyList<MissionRow>> BetweenAsync(DateOnly from, DateOnly to, Actor actor, CancellationToken cancellationToken)
    {
        var found = actor.IsSecretariat || actor.Has(Role.Auditor) ? db.MissionsVisibleTo(actor) : db.Missions.Where(_ => false);
        return RowsAsync(
            found.Where(mission => mission.StartOn <= to && mission.EndOn >= from && mission.Status != MissionStatus.Cancelled)
                .OrderBy(mission => mission.StartOn).ThenBy(mission => mission.Id),
            cancellationToken);
    }

    private async Task<IReadOnlyList<MissionRow>> RowsAsync(IQueryable<Mission> missions, CancellationToken cancellationToken)
    {
        var rows = await missions.AsNoTracking()
            .Take(100)
            .Select(mission => new
            {
                mission.Id,
                mission.RequestId,
                mission.Request.Reference,
                mission.Request.Country,
                mission.Number,
                mission.Status,
                mission.Plan,
                mission.ActualStartOn,
                mission.ActualEndOn,
                mission.Checklist,
                TeamCount = mission.Members.Count,
            })
            .ToListAsync(cancellationToken);
        var today = office.Today(clock.GetUtcNow().UtcDateTime);
        return [.. rows.Select(row => new MissionRow(
            row.Id, row.RequestId, row.Reference, row.Number, row.Plan.Title, row.Country, LeftMissions.StatusOn(row.Status, row.Plan.StartOn, today), row.Plan.Mode,
            row.ActualStartOn ?? row.Plan.StartOn, row.ActualEndOn ?? row.Plan.EndOn, row.TeamCount, row.Checklist.Count(item => !item.IsSettled)))];
    }
}
