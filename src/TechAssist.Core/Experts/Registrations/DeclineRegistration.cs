using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Registrations;

/// <param name="Reason">Told to the writer.</param>
public sealed record DecideInput(int Revision, string? Reason);

/// <summary>Says no to a registration, with the reason. Its writer may try again. The secretariat's act.</summary>
public sealed class DeclineRegistration(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">reason: reason-required, too-long.</exception>
    /// <exception cref="RuleException">stale, not-allowed, registration-not-sent.</exception>
    public async Task ExecuteAsync(Guid id, DecideInput input, Actor actor, CancellationToken cancellationToken)
    {
        var registration = await db.ToDecideAsync(id, input.Revision, actor, cancellationToken);
        var reason = RegistrationDesk.ReasonOf(input);
        var now = clock.GetUtcNow().UtcDateTime;
        registration.Decline(reason, actor, now);
        db.Outbox.Add(RegistrationMail.Of("registration-declined", registration, now));
        await timeline.AddAsync(null, RegistrationLine.Of("registration-declined", registration, reason), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Gives a registration back with what is missing, by a mail with a new link. The secretariat's act.</summary>
public sealed class AskMore(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="InvalidInputException">reason: reason-required, too-long.</exception>
    /// <exception cref="RuleException">stale, not-allowed, registration-not-sent.</exception>
    public async Task ExecuteAsync(Guid id, DecideInput input, Actor actor, CancellationToken cancellationToken)
    {
        var registration = await db.ToDecideAsync(id, input.Revision, actor, cancellationToken);
        var what = RegistrationDesk.ReasonOf(input);
        var now = clock.GetUtcNow().UtcDateTime;
        registration.AskMore(what, actor, now);
        await RegistrationMail.AddLinkAsync(db, "registration-more", registration, now, cancellationToken);
        await timeline.AddAsync(null, RegistrationLine.Of("registration-more", registration, what), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>What every decision on a registration begins with.</summary>
internal static class RegistrationDesk
{
    private const int MostReason = 2000;

    public static async Task<Registration> ToDecideAsync(this TechAssistDb db, Guid id, int revision, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsSecretariat)
        {
            throw new NotFoundException("The registration");
        }

        var registration = await db.Registrations.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) ?? throw new NotFoundException("The registration");
        if (registration.Status != RegistrationStatus.Sent)
        {
            throw new RuleException("registration-not-sent");
        }

        return registration.Revision == revision ? registration : throw new RuleException("stale");
    }

    public static string ReasonOf(DecideInput input) => Blank.ToNull(input.Reason) switch
    {
        null => throw new InvalidInputException("reason", "reason-required"),
        { Length: > MostReason } => throw new InvalidInputException("reason", "too-long", MostReason),
        { } reason => reason,
    };
}
