using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Core.EndOfMission.Recommended;

/// <summary>Tells the case officer (the coordinator where there is none) once when an open recommendation turns amber, and once when it turns red. Which comes next stands in its own
/// row, and moves on in the save that writes the mail; of two that nobody looked at in time only the later is told.</summary>
public sealed class SweepAges(TechAssistDb db, CasePeople people, CaseMail caseMail, TimelineWriter timeline, TimeProvider clock)
{
    public const string Template = "recommendation-ages";

    /// <summary>Looks at up to <paramref name="most"/> recommendations; returns how many were due.</summary>
    public async Task<int> ExecuteAsync(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var due = await db.Recommendations.Where(row => row.AgesOn <= today && row.SettledAt == null)
            .OrderBy(row => row.AgesOn).ThenBy(row => row.Id).Take(most).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            db.ChangeTracker.Clear();
            try
            {
                await TellAsync(id, now, cancellationToken);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody changes it, or another node tells; the next sweep looks again.
            }
        }

        return due.Count;
    }

    private async Task TellAsync(Guid id, DateTime now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now);
        var row = await db.Recommendations.Include(found => found.Request.Countries)
            .SingleOrDefaultAsync(found => found.Id == id && found.AgesOn <= today && found.SettledAt == null, cancellationToken);
        if (row is null)
        {
            return;
        }

        var age = row.AgeOn(today);
        var months = (age == AgeWarning.Red ? Recommendation.MonthsToRed : Recommendation.MonthsToAmber).ToString(CultureInfo.InvariantCulture);
        var officers = await people.FindAsync([nameof(Role.CaseOfficer)], row.Request, row.MissionId, cancellationToken);
        foreach (var reader in officers.Count > 0 ? officers : await people.FindAsync([nameof(Role.Coordinator)], row.Request, row.MissionId, cancellationToken))
        {
            caseMail.Tell([reader], Template, row.Request, now, [.. RecommendationMail.Values(row, reader.Language), ("months", months)]);
        }

        row.ToldAge(age);
        var line = RecommendationLine.Of(Template, row) with { IsPublic = false };
        await timeline.AddAsync(row.RequestId, line with { Values = new Dictionary<string, string>(line.Values) { ["months"] = months } }, Actor.System, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
