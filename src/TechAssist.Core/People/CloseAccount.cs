using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.People;

/// <summary>An administrator closes an account, or opens it again. The name stays in the history; a closed account cannot
/// sign in, and what is signed in ends with its next click.</summary>
public sealed class CloseAccount(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public Task ExecuteAsync(Guid personId, Actor by, CancellationToken cancellationToken) =>
        ChangeAsync(personId, "account-closed", person => person.Close(), by, cancellationToken);

    public Task ReopenAsync(Guid personId, Actor by, CancellationToken cancellationToken) =>
        ChangeAsync(personId, "account-reopened", person => person.Reopen(), by, cancellationToken);

    private async Task ChangeAsync(Guid personId, string kind, Action<Person> change, Actor by, CancellationToken cancellationToken)
    {
        Administrators.ThrowIfNotOne(by);
        Administrators.ThrowIfOwn(personId, by);
        var person = await db.People.SingleOrDefaultAsync(person => person.Id == personId, cancellationToken)
            ?? throw new NotFoundException("The person");
        var now = clock.GetUtcNow().UtcDateTime;
        change(person);
        // A new stamp makes every cookie and link of the account worthless.
        person.SecurityStamp = Guid.CreateVersion7(now).ToString("N");
        await timeline.AddAsync(null, new TimelineLine(kind) { Values = new Dictionary<string, string> { ["person"] = person.Name } }, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
