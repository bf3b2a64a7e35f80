using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Clock;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.People.Substitutes;

public sealed record NameSubstituteInput
{
    [Required]
    public Guid? SubstituteId { get; init; }

    /// <summary>The first day, in the secretariat's zone.</summary>
    [Required]
    public DateOnly? FromOn { get; init; }

    /// <summary>The last day, in the secretariat's zone.</summary>
    [Required]
    public DateOnly? ToOn { get; init; }

    /// <summary>What the substitute should know.</summary>
    [StringLength(2000)]
    public string? Note { get; init; }
}

/// <summary>An officer names who does the work while away.</summary>
public sealed class NameSubstitute(TechAssistDb db, SecretariatOffice office, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>Longer absences are a change of roles.</summary>
    public const int LongestDays = 92;

    /// <exception cref="InvalidInputException">in-the-past, ends-before-start, period-too-long on the days; not-an-officer, own-substitute on the substitute.</exception>
    /// <exception cref="RuleException"><c>away-already</c>: the officer named somebody for some of these days;
    /// <c>substitute-away</c>, <c>stands-in-already</c>: it would make a chain.</exception>
    public async Task<Guid> ExecuteAsync(NameSubstituteInput input, Actor by, CancellationToken cancellationToken)
    {
        by.RequireSecretariat();
        var now = clock.GetUtcNow().UtcDateTime;
        InputCheck.ThrowIfInvalid(input, Faults(input, by, office.Today(now)));
        var (from, to) = (input.FromOn!.Value, input.ToOn!.Value);
        var person = await db.People.SingleAsync(row => row.Id == by.PersonId, cancellationToken);
        var substitute = await db.People.Officers().SingleOrDefaultAsync(row => row.Id == input.SubstituteId, cancellationToken)
            ?? throw new InvalidInputException("substituteId", "not-an-officer");
        await RefuseChainsAsync(person, substitute, from, to, cancellationToken);

        var row = OfficerSubstitution.Name(person, substitute, from, to, input.Note, now);
        db.Substitutions.Add(row);
        // Two substitutions named at once must not make a chain of each other: both touch the two people, and the later save is refused.
        person.ConcurrencyStamp = row.Id.ToString("N");
        substitute.ConcurrencyStamp = row.Id.ToString("N");
        db.Outbox.Add(SubstituteMail.To(substitute, "substitute-named", row, now));
        await timeline.AddAsync(null, Line("substitute-named", row), by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return row.Id;
    }

    internal static TimelineLine Line(string kind, OfficerSubstitution row) => new(kind)
    {
        Reason = row.Note,
        Values = new Dictionary<string, string>
        {
            ["person"] = row.Person.Name,
            ["substitute"] = row.Substitute.Name,
            ["start"] = row.FromOn.ToString("O", CultureInfo.InvariantCulture),
            ["end"] = row.ToOn.ToString("O", CultureInfo.InvariantCulture),
        },
    };

    private static IEnumerable<FieldError> Faults(NameSubstituteInput input, Actor by, DateOnly today)
    {
        if (input.SubstituteId == by.PersonId)
        {
            yield return new FieldError("substituteId", "own-substitute");
        }

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

    private async Task RefuseChainsAsync(Person person, Person substitute, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var others = await db.Substitutions.AsNoTracking()
            .Where(row => row.EndedAt == null && row.FromOn <= to && row.ToOn >= from
                && (row.PersonId == person.Id || row.SubstituteId == person.Id || row.PersonId == substitute.Id))
            .Select(row => new { row.PersonId, row.SubstituteId, Person = row.Person.Name })
            .ToListAsync(cancellationToken);
        if (others.Exists(row => row.PersonId == person.Id))
        {
            throw new RuleException("away-already");
        }

        if (others.Exists(row => row.PersonId == substitute.Id))
        {
            throw new RuleException("substitute-away", substitute.Name);
        }

        if (others.Find(row => row.SubstituteId == person.Id) is { } mine)
        {
            throw new RuleException("stands-in-already", mine.Person);
        }
    }
}
