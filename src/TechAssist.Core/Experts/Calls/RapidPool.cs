using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Calls;

/// <summary>The experts of the rapid pool whom a call to the pool reaches: the theme at least as a practitioner, and every hard
/// filter of the seat passed; the best first.</summary>
public sealed class RapidPool(TechAssistDb db, FindMatches findMatches, GetWeights getWeights)
{
    internal async Task<IReadOnlyList<Nomination>> NominateAsync(
        AssistanceRequest request, string role, int most, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now);
        var theme = request.Content.Theme;
        var experts = await db.Experts.Include(expert => expert.Person)
            .Where(expert => expert.RapidUntilOn >= today && expert.ConsentUntilOn > today)
            .Where(expert => expert.Themes.Any(known => known.Theme == theme && known.Level >= ThemeLevel.Practitioner))
            .Where(expert => !db.Nominations.Any(known => known.RequestId == request.Id && known.ExpertId == expert.Id))
            .OrderBy(expert => expert.SortName).ThenBy(expert => expert.Id)
            .ToListAsync(cancellationToken);
        var (seats, roster) = await findMatches.SeatsAsync(request.Id, by, cancellationToken);
        var seat = seats.FirstOrDefault(known => known.IsFor(role)) ?? seats[0];
        var weights = (await getWeights.ExecuteAsync(cancellationToken)).Weights;
        var place = await db.Nominations.Where(known => known.RequestId == request.Id).MaxAsync(known => (int?)known.Place, cancellationToken) ?? 0;
        var nominations = experts.Where(expert => ExpertAddress.Of(expert) is not null)
            .Select(expert => (Expert: expert, Candidate: roster.Find(expert.Id)))
            .Where(row => row.Candidate is { } candidate && Filtering.FailedBy(candidate, seat) == HardFilters.None)
            .Select(row => (row.Expert, Score: ScoreTaken.Of(row.Candidate!, seat, weights)))
            .OrderByDescending(row => row.Score.Points)
            .Take(most)
            .Select(row => Nomination.Propose(request, row.Expert, role, why: null, waiver: null, row.Score, ++place, by, now))
            .ToList();
        db.Nominations.AddRange(nominations);
        return nominations;
    }
}
