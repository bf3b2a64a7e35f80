using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.People;

/// <summary>Somebody forgot a password. The caller never learns whether the address has an account.</summary>
public sealed class AskForPassword(TechAssistDb db, AccountLinks links, TimeProvider clock)
{
    public async Task ExecuteAsync(string? email, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(email))
        {
            throw new InvalidInputException("email", "required");
        }

        var normalized = email.Trim().ToUpperInvariant();
        var person = await db.People.SingleOrDefaultAsync(person => person.NormalizedEmail == normalized && person.IsActive, cancellationToken);
        if (person is null)
        {
            return;
        }

        await AccountMails.AddResetAsync(db, links, person, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(cancellationToken);
    }
}
