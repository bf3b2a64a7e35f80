using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.EndOfMission.Recommended;

/// <summary>Asks the owners of open recommendations how far they have come: on the due day, and every three months after it. The day
/// stands in the recommendation's own row and moves on in the save that writes the mail, so that each is asked once.</summary>
public sealed class SweepReminders(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public const string Template = "recommendation-reminder";

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
        var row = await db.Recommendations.Include(found => found.Request).SingleOrDefaultAsync(found => found.Id == id && found.NextReminderOn <= today, cancellationToken);
        if (row?.Owner is not { } owner)
        {
            return;
        }

        var values = new Dictionary<string, string> { ["due"] = row.DueOn.ToString("d MMMM yyyy", Languages.Culture(owner.Language)) };
        await ProgressLink.AddAsync(db, row, owner, Template, values, now, cancellationToken);
        row.Reminded(today);
        var line = RecommendationLine.Of("recommendation-reminded", row);
        await timeline.AddAsync(row.RequestId, line with { Values = new Dictionary<string, string>(line.Values) { ["to"] = owner.Name } }, Actor.System, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
