using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.People;

/// <summary>Somebody sets a password behind a one-time link: of an invitation, or of a forgotten password.</summary>
public sealed class ChoosePassword(TechAssistDb db, UserManager<Person> accounts, AccountLinks links, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>Whose link it is, to greet them; changes nothing.</summary>
    /// <exception cref="RuleException">The link was used, has expired, or never was one (<c>link-spent</c>).</exception>
    public async Task<Person> FindAsync(Guid personId, string? token, bool isInvitation, CancellationToken cancellationToken)
    {
        var person = await db.People.SingleOrDefaultAsync(person => person.Id == personId && person.IsActive, cancellationToken);
        var isGood = person is not null && token is not null
            && (isInvitation ? await links.IsInvitationAsync(person, token) : await links.IsResetAsync(person, token));
        return isGood ? person! : throw new RuleException("link-spent");
    }

    /// <exception cref="InvalidInputException">The password is too weak.</exception>
    /// <exception cref="RuleException">The link is spent.</exception>
    public async Task<Person> ExecuteAsync(Guid personId, string? token, bool isInvitation, string? password, CancellationToken cancellationToken)
    {
        var person = await FindAsync(personId, token, isInvitation, cancellationToken);
        PasswordRules.ThrowIfWeak("password", password, person);
        var now = clock.GetUtcNow().UtcDateTime;
        person.PasswordHash = accounts.PasswordHasher.HashPassword(person, password!);
        person.SecurityStamp = Guid.CreateVersion7(now).ToString("N");
        // They proved to read this address.
        person.EmailConfirmed = true;
        person.AccessFailedCount = 0;
        person.LockoutEnd = null;
        var actor = new Actor(person.Id, person.Name, person.Language, []);
        await timeline.AddAsync(null, new TimelineLine(isInvitation ? "invitation-accepted" : "password-reset"), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return person;
    }
}
