using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.People;

/// <summary>Sends the invitation once more to somebody who has not chosen a password yet.</summary>
public sealed class InviteAgain(TechAssistDb db, AccountLinks links, TimelineWriter timeline, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid personId, Actor by, CancellationToken cancellationToken)
    {
        Administrators.ThrowIfNotOne(by);
        var person = await db.People.SingleOrDefaultAsync(person => person.Id == personId && person.IsActive, cancellationToken)
            ?? throw new NotFoundException("The person");
        if (person.PasswordHash is not null)
        {
            throw new RuleException("already-accepted");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        await AccountMails.AddInvitationAsync(db, links, person, now);
        await timeline.AddAsync(null, new TimelineLine("person-invited-again") { Values = new Dictionary<string, string> { ["person"] = person.Name } }, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
