using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Staffing;

/// <summary>One of the best with everything that speaks for and against.</summary>
public sealed record MatchRow(Match Match, ReadinessLight Light, IReadOnlyList<ReadinessReason> Readiness, HardFilters Waived);

/// <summary>The best for one seat of a case.</summary>
public sealed record MatchPage(IReadOnlyList<Seat> Seats, Seat Seat, Weights Weights, MatchResult Result, IReadOnlyList<MatchRow> Best);

/// <summary>Looks for the experts a seat needs and says why these. The secretariat's question.</summary>
public sealed class FindMatches(TechAssistDb db, RosterCopy roster, ReadSeats readSeats, GetWeights getWeights)
{
    public const int BestCount = 10;

    /// <param name="requestId">The case.</param>
    /// <param name="seatNumber">A profile of the terms, from 0; one that is not there is the first.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<MatchPage> ExecuteAsync(Guid requestId, int seatNumber, Actor actor, CancellationToken cancellationToken)
    {
        var (seats, snapshot) = await SeatsAsync(requestId, actor, cancellationToken);
        var seat = seats.ElementAtOrDefault(seatNumber) ?? seats[0];
        var weights = (await getWeights.ExecuteAsync(cancellationToken)).Weights;
        var result = Matcher.Find(snapshot.Candidates, seat, weights, BestCount, cancellationToken);
        var journey = Scoring.JourneyOf(seat);
        return new MatchPage(seats, seat, weights, result,
        [
            .. result.Best.Select(match => new MatchRow(
                match,
                Matching.Readiness.LightOf(match.Candidate, journey),
                Matching.Readiness.ReasonsOf(match.Candidate, journey),
                Filtering.ConflictsOf(match.Candidate, seat) & seat.Waived.GetValueOrDefault(match.Candidate.Id))),
        ]);
    }

    /// <summary>What speaks today against an expert who is on the case's list; a conflict waived when proposing does not count.</summary>
    internal async Task<HardFilters> FailedByAsync(Nomination nomination, RequestContent content, CancellationToken cancellationToken)
    {
        var snapshot = await roster.GetAsync(cancellationToken);
        var seats = await readSeats.ExecuteAsync(nomination.RequestId, content, cancellationToken);
        var seat = seats.FirstOrDefault(known => known.IsFor(nomination.Role)) ?? seats[0];
        var waived = HardFilters.Asked | (nomination.ConflictWaiver is null ? HardFilters.None : HardFilterSets.Conflicts);
        return snapshot.Find(nomination.ExpertId) is { } candidate ? Filtering.FailedBy(candidate, seat) & ~waived : HardFilters.Consent;
    }

    /// <summary>The seats with the roster they are looked for in.</summary>
    /// <exception cref="NotFoundException">Absent, or not the actor's to know of.</exception>
    internal async Task<(IReadOnlyList<Seat> Seats, RosterSnapshot Roster)> SeatsAsync(Guid requestId, Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        var content = await db.Requests.VisibleTo(actor).AsNoTracking()
            .Where(request => request.Id == requestId)
            .Select(request => request.Content)
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("The request");
        var snapshot = await roster.GetAsync(cancellationToken);
        var seats = await readSeats.ExecuteAsync(requestId, content, cancellationToken);
        var fewer = snapshot.FewerSex(seats[0].Today.AddMonths(-Scoring.SpreadMonths));
        return ([.. seats.Select(seat => seat with { FewerSex = fewer })], snapshot);
    }
}
