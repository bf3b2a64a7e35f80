using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Registrations;

public sealed record ApplyInput
{
    [Required, StringLength(256), EmailAddress]
    public string? Email { get; init; }

    /// <summary>"fr" or "en".</summary>
    public string? Language { get; init; }
}

/// <summary>Somebody wants to register as an expert. Whatever the address is known for, the answer is the same: only whoever reads
/// the mailbox learns more. Nothing is asked, and nothing reviewed, before the address is confirmed by its link.</summary>
public sealed class ApplyToRegister(TechAssistDb db, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">email: required, not-an-email, too-long; language: choose-one.</exception>
    public async Task ExecuteAsync(ApplyInput input, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input, Languages.IsOne(input.Language) ? [] : [new FieldError("language", "choose-one")]);
        var now = clock.GetUtcNow().UtcDateTime;
        var (email, key) = (input.Email!.Trim(), input.Email!.Trim().ToLowerInvariant());
        var registration = await db.Registrations.SingleOrDefaultAsync(row => row.EmailKey == key, cancellationToken);
        if (registration is null)
        {
            registration = Registration.Begin(RegistrationOrigin.Application, email, input.Language!, invitedById: null, now);
            db.Registrations.Add(registration);
        }
        else if (now < registration.MailedAt + RegistrationRules.MailAgainAfter)
        {
            return;
        }
        else
        {
            registration.Mailed(input.Language!, invitedById: null, now);
        }

        await MailAsync(registration, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task MailAsync(Registration registration, DateTime now, CancellationToken cancellationToken)
    {
        var key = registration.EmailKey;
        var upper = key.ToUpperInvariant();
        var isKnown = registration.Status == RegistrationStatus.Admitted
            || await db.Experts.AnyAsync(expert => expert.Person!.IsActive && (expert.EmailKey == key || expert.Person.NormalizedEmail == upper), cancellationToken);
        if (isKnown)
        {
            db.Outbox.Add(RegistrationMail.Of("registration-known", registration, now).At("/account/sign-in"));
            return;
        }

        if (registration.Status == RegistrationStatus.Sent)
        {
            db.Outbox.Add(RegistrationMail.Of("registration-waits", registration, now));
            return;
        }

        await RegistrationMail.AddLinkAsync(db, "registration-link", registration, now, cancellationToken);
    }
}
