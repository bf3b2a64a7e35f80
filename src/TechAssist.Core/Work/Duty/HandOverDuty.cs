using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Clock;
using TechAssist.Core.Notifications;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work.ByLink;

namespace TechAssist.Core.Work.Duty;

/// <summary>At the change of duty the open tasks of the duty officer go to the one who comes on; both are told, and each case
/// keeps the hand-over with its note. On days of nobody's the tasks stay where they are.</summary>
public sealed class HandOverDuty(TechAssistDb db, SecretariatOffice office, IssueTaskLinks links, TimelineWriter timeline, TimeProvider clock)
{
    private const string Page = "/duty";

    /// <returns>How many tasks went to somebody else.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = office.Today(now);
        var period = await db.DutyPeriods.Include(row => row.Person)
            .SingleOrDefaultAsync(row => row.FromOn <= today && row.ToOn >= today && row.TakenOverAt == null, cancellationToken);
        if (period is null || !period.Person.IsActive)
        {
            return 0;
        }

        var before = await db.DutyPeriods.AsNoTracking().Where(row => row.ToOn < period.FromOn).OrderByDescending(row => row.FromOn)
            .Select(row => new { row.PersonId, row.HandOverNote }).FirstOrDefaultAsync(cancellationToken);
        period.TakenOver(now);
        var moved = await MoveAsync(period.Person, before?.HandOverNote, now, cancellationToken);
        // Also who had no open task is told that the duty is over.
        var leaving = moved.Select(move => move.From).OfType<Guid>().Append(before?.PersonId ?? Guid.Empty).Where(id => id != period.PersonId).Distinct().ToList();
        var told = await db.People.Where(person => leaving.Contains(person.Id) && person.IsActive).ToListAsync(cancellationToken);
        Tell(period, period.Person, "duty-begins", moved.Count, before?.HandOverNote, now);
        told.ForEach(person => Tell(period, person, "duty-ends", moved.Count(move => move.From == person.Id), before?.HandOverNote, now));
        await db.SaveChangesAsync(cancellationToken);
        return moved.Count;
    }

    private async Task<List<(Guid? From, WorkItem Item)>> MoveAsync(Person officer, string? note, DateTime now, CancellationToken cancellationToken)
    {
        var steps = await db.Steps.Include(step => step.Run).Include(step => step.Items)
            .Where(step => step.ClosedAt == null && step.Items.Any(item => item.ClosedAt == null && item.Role == Role.DutyOfficer && item.PersonId != officer.Id))
            .OrderBy(step => step.OpenedAt).ThenBy(step => step.Id)
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var holders = steps.SelectMany(step => step.Items).Select(item => item.PersonId).OfType<Guid>().Distinct().ToList();
        var names = await db.People.Where(person => holders.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var moved = new List<(Guid? From, WorkItem Item)>();
        foreach (var step in steps)
        {
            var open = step.Items.Where(item => item is { IsOpen: true, Role: Role.DutyOfficer }).OrderBy(item => item.PersonId != officer.Id).ThenBy(item => item.Id).ToList();
            var from = string.Join(", ", open.Select(item => item.PersonId).OfType<Guid>().Where(id => id != officer.Id).Select(id => names[id]).Order(StringComparer.Ordinal));
            moved.AddRange(open.Where(item => item.PersonId != officer.Id).Select(item => (item.PersonId, item)));
            // Where several had the step before them, one of its tasks stays, the new officer's.
            open.Skip(1).ToList().ForEach(item => item.Drop(now));
            if (open[0].PersonId != officer.Id)
            {
                open[0].GiveTo(officer.Id);
            }

            await links.GiveAnewAsync(step, [new CasePerson(officer.Id, officer.Name, officer.Email!, officer.Language, Role.DutyOfficer)], now, cancellationToken);

            await timeline.AddAsync(step.RequestId, new TimelineLine("duty-handed-over")
            {
                StepId = step.StepId,
                Reason = note,
                Values = new Dictionary<string, string>
                {
                    ["definition"] = $"{step.Run.Definition}.v{step.Run.Version}",
                    ["from"] = from.Length == 0 ? "–" : from,
                    ["to"] = officer.Name,
                },
            }, Actor.System, now, cancellationToken);
        }

        return moved;
    }

    private void Tell(DutyPeriod period, Person reader, string template, int count, string? note, DateTime now)
    {
        var culture = Languages.Culture(reader.Language);
        db.Outbox.Add(OutboxMessage.To(new OutboxMessage.Person(reader.Id, reader.Email!, reader.Name, reader.Language), template, null, new Dictionary<string, string>
        {
            ["officer"] = period.Person.Name,
            ["from"] = period.FromOn.ToString("d MMMM yyyy", culture),
            ["to"] = period.ToOn.ToString("d MMMM yyyy", culture),
            ["count"] = count.ToString(CultureInfo.InvariantCulture),
            ["note"] = note ?? "",
            ["path"] = Page,
        }, now));
    }
}
