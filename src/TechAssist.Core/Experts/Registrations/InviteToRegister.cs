using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Registrations;

/// <summary>The secretariat sends somebody the link to register. Sent again, the link before it no longer counts.</summary>
public sealed class InviteToRegister(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">The address is none, or on the roster already.</exception>
    /// <exception cref="RuleException">not-allowed, registration-sent.</exception>
    public async Task<Guid> ExecuteAsync(ApplyInput input, Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        InputCheck.ThrowIfInvalid(input, Languages.IsOne(input.Language) ? [] : [new FieldError("language", "choose-one")]);
        var now = clock.GetUtcNow().UtcDateTime;
        var (email, key) = (input.Email!.Trim(), input.Email!.Trim().ToLowerInvariant());
        if (await db.Experts.AnyAsync(expert => expert.EmailKey == key && expert.Person != null, cancellationToken))
        {
            throw new InvalidInputException("email", "on-the-roster");
        }

        var registration = await db.Registrations.SingleOrDefaultAsync(row => row.EmailKey == key, cancellationToken);
        if (registration is null)
        {
            registration = Registration.Begin(RegistrationOrigin.Invitation, email, input.Language!, actor.PersonId, now);
            db.Registrations.Add(registration);
        }
        else if (registration.Status is RegistrationStatus.Sent or RegistrationStatus.Admitted)
        {
            throw new RuleException("registration-sent");
        }
        else
        {
            registration.Mailed(input.Language!, actor.PersonId, now);
        }

        await RegistrationMail.AddLinkAsync(db, "registration-invited", registration, now, cancellationToken);
        await timeline.AddAsync(null, RegistrationLine.Of("registration-invited", registration), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return registration.Id;
    }
}
