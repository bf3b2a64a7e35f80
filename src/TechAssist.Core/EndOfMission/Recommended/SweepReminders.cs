using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Core.EndOfMission.Recommended;

/// <summary>Asks how far open recommendations have come: on the due day, and every three months after it. Their owners, or where nobody is named
/// the focal point and the counterpart. The day stands in the recommendation's own row and moves on in the save that writes the mail, so that
/// each is asked once.</summary>
public sealed class SweepReminders(TechAssistDb db, CasePeople people, CaseMail caseMail, TimelineWriter timeline, TimeProvider clock)
{
    public const string Template = "recommendation-reminder";

    /// <summary>To the asking side, of one that nobody is named for.</summary>
    public const string Unowned = "recommendation-unowned";

    /// <summary>Looks at up to <paramref name="most"/> recommendations; returns how many were due.</summary>
    public async Task<int> ExecuteAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var due = await db.Recommendations.Where(row => row.NextReminderOn <= today)
            .OrderBy(row => row.NextReminderOn).ThenBy(row => row.Id).Take(most).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            try
            {
                await RemindAsync(id, now, cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody changes it, or another node asks; the next sweep looks again.
            }
        }

        return due.Count;
    }

    private async Task RemindAsync(Guid id, DateTime now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now);
        var row = await db.Recommendations.Include(found => found.Request.Countries).SingleOrDefaultAsync(found => found.Id == id && found.NextReminderOn <= today, cancellationToken);
        if (row is null)
        {
            return;
        }

        var asked = row.Owner is { } owner ? await AskAsync(row, owner, now, cancellationToken) : await AskAsync(row, now, cancellationToken);
        row.Reminded(today);
        if (asked.Length > 0)
        {
            var line = RecommendationLine.Of("recommendation-reminded", row);
            await timeline.AddAsync(row.RequestId, line with { Values = new Dictionary<string, string>(line.Values) { ["to"] = asked } }, Actor.System, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <returns>Who was asked.</returns>
    private async Task<string> AskAsync(Recommendation row, ProgressOwner owner, DateTime now, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string> { ["due"] = RecommendationMail.Due(row, owner.Language) };
        await ProgressLink.AddAsync(db, row, owner, Template, values, now, cancellationToken);
        return owner.Name;
    }

    /// <returns>Who was asked; empty where nobody speaks for the asking side any more.</returns>
    private async Task<string> AskAsync(Recommendation row, DateTime now, CancellationToken cancellationToken)
    {
        var readers = await people.FindAsync([nameof(Role.FocalPoint), nameof(Role.Counterpart)], row.Request, row.MissionId, cancellationToken);
        foreach (var reader in readers)
        {
            caseMail.Tell([reader], Unowned, row.Request, now, RecommendationMail.Values(row, reader.Language));
        }

        return string.Join(", ", readers.Select(reader => reader.Name));
    }
}
