using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Work.Duty;

public sealed record PlanDutyInput
{
    [Required]
    public Guid? PersonId { get; init; }

    /// <summary>The first day, in the secretariat's zone.</summary>
    [Required]
    public DateOnly? FromOn { get; init; }

    /// <summary>The last day, in the secretariat's zone.</summary>
    [Required]
    public DateOnly? ToOn { get; init; }
}

public sealed record HandOverNoteInput
{
    public Guid PeriodId { get; init; }

    public int? Revision { get; init; }

    [StringLength(2000)]
    public string? Note { get; init; }
}

/// <summary>Plans who is on duty, and takes it back. The coordinator's acts; the note is the officer's on duty too.</summary>
public sealed class PlanDuty(TechAssistDb db, SecretariatOffice office, TimelineWriter timeline, TimeProvider clock)
{
    public const int LongestDays = 92;

    /// <exception cref="InvalidInputException">in-the-past, ends-before-start, period-too-long on the days; not-a-duty-officer on the person.</exception>
    /// <exception cref="RuleException">not-allowed; <c>duty-overlaps</c>: somebody is on duty on one of these days.</exception>
    public async Task<Guid> ExecuteAsync(PlanDutyInput input, Actor actor, CancellationToken cancellationToken)
    {
        var by = Steering(actor);
        var now = clock.GetUtcNow().UtcDateTime;
        InputCheck.ThrowIfInvalid(input, Faults(input, office.Today(now)));
        var (from, to) = (input.FromOn!.Value, input.ToOn!.Value);
        var person = await DutyRoster.Holders(db).SingleOrDefaultAsync(row => row.Id == input.PersonId, cancellationToken)
            ?? throw new InvalidInputException("personId", "not-a-duty-officer");
        var other = await db.DutyPeriods.Where(period => period.FromOn <= to && period.ToOn >= from)
            .Select(period => period.Person.Name).FirstOrDefaultAsync(cancellationToken);
        if (other is not null)
        {
            throw new RuleException("duty-overlaps", other);
        }

        var planned = DutyPeriod.Plan(person, from, to, now);
        db.DutyPeriods.Add(planned);
        await SayAsync("duty-planned", planned, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return planned.Id;
    }

    /// <summary>A period that has not begun is taken off; one under way ends with yesterday, and one that began today is taken off too.</summary>
    /// <exception cref="RuleException">not-allowed; <c>duty-over</c>.</exception>
    public async Task CancelAsync(Guid periodId, Actor actor, CancellationToken cancellationToken)
    {
        var by = Steering(actor);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = office.Today(now);
        var period = await FindAsync(periodId, cancellationToken);
        if (period.ToOn < today)
        {
            throw new RuleException("duty-over");
        }

        await SayAsync("duty-cancelled", period, by, now, cancellationToken);
        if (period.FromOn < today)
        {
            period.EndOn(today.AddDays(-1));
        }
        else
        {
            db.DutyPeriods.Remove(period);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Writes what the next officer should know.</summary>
    /// <exception cref="RuleException">not-allowed; stale.</exception>
    public async Task NoteAsync(HandOverNoteInput input, Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        InputCheck.ThrowIfInvalid(input);
        var period = await FindAsync(input.PeriodId, cancellationToken);
        bool May(Actor person) => period.PersonId == person.PersonId || person.HasAny(Roles.Steering);
        actor.Require(actor.Could(May));
        if (input.Revision is { } seen && seen != period.Revision)
        {
            throw new RuleException("stale");
        }

        period.LeaveNote(input.Note);
        await SayAsync("duty-note-left", period, actor.ActingWhere(May), clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static Actor Steering(Actor actor)
    {
        actor.Require(actor.Could(person => person.HasAny(Roles.Steering)));
        return actor.ActingWhere(person => person.HasAny(Roles.Steering));
    }

    private async Task<DutyPeriod> FindAsync(Guid periodId, CancellationToken cancellationToken) =>
        await db.DutyPeriods.Include(period => period.Person).SingleOrDefaultAsync(period => period.Id == periodId, cancellationToken)
        ?? throw new NotFoundException("The period of duty");

    private Task SayAsync(string kind, DutyPeriod period, Actor by, DateTime now, CancellationToken cancellationToken) =>
        timeline.AddAsync(null, new TimelineLine(kind)
        {
            Reason = kind == "duty-note-left" ? period.HandOverNote : null,
            Values = new Dictionary<string, string>
            {
                ["person"] = period.Person.Name,
                ["start"] = period.FromOn.ToString("O", CultureInfo.InvariantCulture),
                ["end"] = period.ToOn.ToString("O", CultureInfo.InvariantCulture),
            },
        }, by, now, cancellationToken);

    private static IEnumerable<FieldError> Faults(PlanDutyInput input, DateOnly today)
    {
        if (input.FromOn < today)
        {
            yield return new FieldError("fromOn", "in-the-past");
        }

        if (input.ToOn < input.FromOn)
        {
            yield return new FieldError("toOn", "ends-before-start");
        }
        else if (input is { FromOn: { } from, ToOn: { } to } && to.DayNumber - from.DayNumber >= LongestDays)
        {
            yield return new FieldError("toOn", "period-too-long", LongestDays);
        }
    }
}
