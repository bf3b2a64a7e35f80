using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Work.Duty;

/// <summary>One line of the duty roster: a period, or days on which nobody is on duty.</summary>
/// <param name="Id">Null for a gap.</param>
/// <param name="ToOn">Null for the time after the last period.</param>
public sealed record DutyRow(Guid? Id, string? Officer, DateOnly FromOn, DateOnly? ToOn, bool IsNow, string? Note, int Revision, bool MayNote)
{
    public bool IsGap => Id is null;
}

/// <param name="OpenTasks">Open tasks of the duty officer.</param>
public sealed record DutyView(IReadOnlyList<DutyRow> Rows, bool MayPlan, int OpenTasks, DateOnly Today, IReadOnlyList<(Guid Id, string Name)> Officers);

/// <summary>The duty roster from today on, with its gaps, for the secretariat.</summary>
public sealed class GetDuty(TechAssistDb db, SecretariatOffice office, TimeProvider clock)
{
    private const int Most = 60;

    public async Task<DutyView> ExecuteAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        var today = office.Today(clock.GetUtcNow().UtcDateTime);
        var mayPlan = actor.Could(person => person.HasAny(Roles.Steering));
        var periods = await db.DutyPeriods.AsNoTracking().Where(period => period.ToOn >= today)
            .OrderBy(period => period.FromOn).Take(Most)
            .Select(period => new { period.Id, period.PersonId, period.Person.Name, period.FromOn, period.ToOn, period.HandOverNote, period.Revision })
            .ToListAsync(cancellationToken);
        var rows = new List<DutyRow>();
        var next = today;
        foreach (var period in periods)
        {
            if (period.FromOn > next)
            {
                rows.Add(Gap(next, period.FromOn.AddDays(-1), today));
            }

            rows.Add(new DutyRow(
                period.Id, period.Name, period.FromOn, period.ToOn, period.FromOn <= today, period.HandOverNote, period.Revision,
                mayPlan || actor.Could(person => person.PersonId == period.PersonId)));
            next = period.ToOn.AddDays(1);
        }

        rows.Add(Gap(next, null, today));
        var officers = mayPlan
            ? await DutyRoster.Holders(db).OrderBy(person => person.Name).ThenBy(person => person.Id).Select(person => new { person.Id, person.Name }).ToListAsync(cancellationToken)
            : [];
        var open = await db.WorkItems.CountAsync(item => item.ClosedAt == null && item.Role == Role.DutyOfficer, cancellationToken);
        return new DutyView(rows, mayPlan, open, today, [.. officers.Select(person => (person.Id, person.Name))]);
    }

    private static DutyRow Gap(DateOnly from, DateOnly? to, DateOnly today) => new(null, null, from, to, from == today, null, 0, false);
}
