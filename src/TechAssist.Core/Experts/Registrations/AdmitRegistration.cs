using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Registrations;

/// <param name="SameAsId">The record on the roster the profile is written over; null for somebody new.</param>
public sealed record AdmitInput(int Revision, Guid? SameAsId = null);

/// <summary>Puts a vetted registration on the roster, with an account to sign in with: the one of that address, or a new one by
/// invitation. The secretariat's act.</summary>
public sealed class AdmitRegistration(TechAssistDb db, AccountLinks links, TimelineWriter timeline, TimeProvider clock)
{
    /// <returns>The expert.</returns>
    /// <exception cref="InvalidInputException">Something is missing; sameAsId: not-a-choice.</exception>
    /// <exception cref="RuleException">stale, not-allowed, registration-not-sent, account-is-another-expert.</exception>
    public async Task<Guid> ExecuteAsync(Guid id, AdmitInput input, Actor actor, CancellationToken cancellationToken)
    {
        var registration = await db.ToDecideAsync(id, input.Revision, actor, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var profile = registration.Profile with { Email = registration.Email };
        var hasCv = await db.ExpertFiles.AnyAsync(file => file.OwnerId == id, cancellationToken);
        if (RegistrationRules.Missing(profile, hasCv, registration.HasPart, DateOnly.FromDateTime(now)) is { Count: > 0 } missing)
        {
            throw new InvalidInputException(missing);
        }

        var expert = await ExpertAsync(profile, input.SameAsId, now, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await MoveCvAsync(id, expert.Id, cancellationToken);
        registration.Admit(expert.Id, actor, now);
        await AccountAsync(registration, expert, now, cancellationToken);
        await timeline.AddAsync(null, ExpertLine.Of("registration-admitted", expert), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return expert.Id;
    }

    private async Task<Expert> ExpertAsync(ExpertProfile profile, Guid? sameAsId, DateTime now, CancellationToken cancellationToken)
    {
        if (sameAsId is null)
        {
            var added = Expert.Add(profile, now);
            db.Experts.Add(added);
            return added;
        }

        // Only somebody who is shown as a possible double may be written over.
        var known = await SamePerson.LookUpAsync(db, [profile], cancellationToken);
        if (!known.Any(person => person.Id == sameAsId && SamePerson.Is(person, profile)))
        {
            throw new InvalidInputException("sameAsId", "not-a-choice");
        }

        var expert = await db.Experts.WithRows().Include(found => found.Person).SingleAsync(found => found.Id == sameAsId, cancellationToken);
        expert.Write(profile, now);
        return expert;
    }

    private async Task MoveCvAsync(Guid registrationId, Guid expertId, CancellationToken cancellationToken)
    {
        var before = await Files.CvStore.RemoveAsync(db, expertId, cancellationToken);
        foreach (var file in await db.ExpertFiles.Where(file => file.OwnerId == registrationId).ToListAsync(cancellationToken))
        {
            file.GiveTo(expertId);
        }

        await Files.CvStore.ForgetAsync(db, before, cancellationToken);
    }

    private async Task AccountAsync(Registration registration, Expert expert, DateTime now, CancellationToken cancellationToken)
    {
        if (expert.PersonId is not null)
        {
            db.Outbox.Add(RegistrationMail.Of("registration-admitted", registration, now).At($"/roster/{expert.Id}"));
            return;
        }

        var normalized = registration.Email.ToUpperInvariant();
        var person = await db.People.Include(found => found.Roles).SingleOrDefaultAsync(found => found.NormalizedEmail == normalized, cancellationToken);
        if (person is not null && await db.Experts.AnyAsync(other => other.PersonId == person.Id, cancellationToken))
        {
            throw new RuleException("account-is-another-expert");
        }

        var isNew = person is null;
        person ??= Person.Invite(registration.Email, expert.Name, registration.Language, expert.Profile.Employer, now);
        if (!person.Roles.Exists(role => role.Role == Role.Expert))
        {
            var grant = person.Grant(Role.Expert, now);
            db.Entry(grant).State = EntityState.Added;
        }

        if (isNew)
        {
            db.People.Add(person);
        }

        expert.Link(person.Id);
        var mail = RegistrationMail.Of("registration-admitted", registration, now);
        db.Outbox.Add(isNew ? mail.ByLink(await links.InvitationAsync(person)) : mail.At($"/roster/{expert.Id}"));
    }
}
