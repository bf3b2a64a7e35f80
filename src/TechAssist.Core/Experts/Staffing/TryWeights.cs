using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Staffing;

/// <summary>What other weights do to one past seat: where the chosen expert stood and would stand, and the first five as they
/// would be, each by the place held before.</summary>
/// <param name="Chosen">Null for readers who read no personal data of experts.</param>
public sealed record TriedRow(string Reference, LangText Role, string? Chosen, int RankBefore, int RankAfter, IReadOnlyList<int> NewOrder);

/// <summary>Looks at past cases again with other weights. The roster is today's; notice, absences and who was asked do not count,
/// and waived conflicts stay waived.</summary>
public sealed class TryWeights(TechAssistDb db, RosterCopy roster, ReadSeats readSeats, GetWeights getWeights)
{
    private const int MostCases = 20;
    private const int First = 5;

    private static readonly NominationStatus[] ChosenOnes = [NominationStatus.Selected, NominationStatus.Confirmed];

    public async Task<IReadOnlyList<TriedRow>> ExecuteAsync(Weights weights, Actor actor, CancellationToken cancellationToken)
    {
        actor.Require(actor.Has(Role.Administrator) || actor.IsSecretariat);
        InputCheck.ThrowIfInvalid(weights, SaveWeights.TotalErrors(weights));
        var before = (await getWeights.ExecuteAsync(cancellationToken)).Weights;
        var snapshot = await roster.GetAsync(cancellationToken);
        var visible = db.Requests.VisibleTo(actor).AsNoTracking();
        var cases = await visible
            .Where(request => db.Nominations.Any(nomination => nomination.RequestId == request.Id && ChosenOnes.Contains(nomination.Status)))
            .OrderByDescending(request => request.SubmittedAt).ThenBy(request => request.Id)
            .Take(MostCases)
            .Select(request => new { request.Id, request.Reference, request.Content })
            .ToListAsync(cancellationToken);
        var rows = new List<TriedRow>();
        foreach (var past in cases)
        {
            var chosen = await db.Nominations.AsNoTracking()
                .Where(nomination => nomination.RequestId == past.Id && ChosenOnes.Contains(nomination.Status))
                .OrderBy(nomination => nomination.Place)
                .Select(nomination => new { nomination.ExpertId, nomination.Role })
                .ToListAsync(cancellationToken);
            var seats = await readSeats.ExecuteAsync(past.Id, past.Content, cancellationToken);
            foreach (var nomination in chosen)
            {
                var seat = seats.FirstOrDefault(known => known.IsFor(nomination.Role)) ?? seats[0];
                seat = seat with { Ignored = HardFilterSets.Calendar | HardFilterSets.Conflicts };
                if (snapshot.Find(nomination.ExpertId) is { } candidate)
                {
                    rows.Add(Try(past.Reference!, seat, candidate, snapshot, before, weights, actor.IsSecretariat));
                }
            }
        }

        return rows;
    }

    private static TriedRow Try(string reference, Seat seat, Candidate chosen, RosterSnapshot snapshot, Weights before, Weights after, bool isNamed)
    {
        var fits = snapshot.Candidates.Where(candidate => Filtering.FailedBy(candidate, seat) == HardFilters.None || candidate.Id == chosen.Id)
            .Select(candidate => (candidate.Id, Fit: Scoring.FitOf(candidate, seat)))
            .ToList();
        var old = Ranks(fits, before);
        var now = Ranks(fits, after);
        return new TriedRow(reference, seat.Role, isNamed ? chosen.Name : null, old[chosen.Id], now[chosen.Id], [.. now.OrderBy(rank => rank.Value).Take(First).Select(rank => old[rank.Key])]);
    }

    private static Dictionary<Guid, int> Ranks(List<(Guid Id, Fit Fit)> fits, Weights weights) =>
        fits.OrderByDescending(row => row.Fit.Points(weights)).Select((row, index) => (row.Id, Rank: index + 1)).ToDictionary(row => row.Id, row => row.Rank);
}
