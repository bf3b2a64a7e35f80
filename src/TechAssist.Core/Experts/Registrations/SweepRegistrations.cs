using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts.Files;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Registrations;

/// <summary>Deletes what nobody has a reason to keep: addresses nobody confirmed after thirty days, drafts nobody wrote on for half a
/// year, and what was declined a year ago.</summary>
public sealed class SweepRegistrations(TechAssistDb db, TimeProvider clock)
{
    /// <returns>How many were deleted.</returns>
    public async Task<int> ExecuteAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (unconfirmed, unwritten, declined) = (now.AddDays(-RegistrationRules.LinkDays), now.AddMonths(-6), now.AddYears(-1));
        var over = await db.Registrations.AsNoTracking()
            .Where(row => (row.Status == RegistrationStatus.Writing && row.ConfirmedAt == null && row.MailedAt < unconfirmed)
                || ((row.Status == RegistrationStatus.Writing || row.Status == RegistrationStatus.MoreAsked) && row.SavedAt < unwritten)
                || (row.Status == RegistrationStatus.Declined && row.DecidedAt < declined))
            .OrderBy(row => row.Id).Take(most).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var id in over)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var sha256 = await CvStore.RemoveAsync(db, id, cancellationToken);
            await CvStore.ForgetAsync(db, sha256, cancellationToken);
            await db.SignedLinks.Where(link => link.SubjectId == id).ExecuteDeleteAsync(cancellationToken);
            await db.Registrations.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return over.Count;
    }
}
