using Google.OrTools.Sat;

namespace TechAssist.Core.Experts.Matching;

/// <summary>Somebody who would have fitted a seat better, and the seat he or she is needed for.</summary>
public sealed record NeededElsewhere(Match Match, Seat At);

/// <summary>One seat with who should take it. <paramref name="Rank"/> counts among all who could, from 1; 0 when nobody takes it.</summary>
/// <param name="Better">Those who fit this seat better and are needed elsewhere.</param>
/// <param name="Possible">How many could take the seat.</param>
public sealed record SeatPlan(Seat Seat, Match? Match, int Rank, IReadOnlyList<NeededElsewhere> Better, int Possible);

/// <summary>Who goes where.</summary>
/// <param name="IsProven">No other plan fills more seats, or as many with more points.</param>
/// <param name="Gap">How far above this plan a better one could still be, as a share of it; 0 when proven.</param>
public sealed record TeamPlan(IReadOnlyList<SeatPlan> Seats, bool IsProven, double Gap)
{
    /// <summary>Hundredths of a point of all seats together.</summary>
    public long Points => Seats.Sum(seat => (long)(seat.Match?.Points ?? 0));

    public int Filled => Seats.Count(seat => seat.Match is not null);
}

/// <summary>Several open seats at once: as many as possible filled, and then the most points, with the same filters and scores
/// as one seat by itself. Pure but for the solver's own clock.</summary>
public static class Assignment
{
    /// <summary>Of a plan that is not proven: beyond this it says so.</summary>
    public const double GoodGap = 0.01;

    /// <param name="seats">The open seats.</param>
    /// <param name="roster">Everybody.</param>
    /// <param name="weights">How much each part counts.</param>
    /// <param name="limit">After this the best plan so far is taken.</param>
    /// <param name="cancellationToken">Stops before the search.</param>
    public static TeamPlan Find(
        IReadOnlyList<Seat> seats, IReadOnlyList<Candidate> roster, Weights weights, TimeSpan limit, CancellationToken cancellationToken = default)
    {
        if (seats.Count == 0)
        {
            return new TeamPlan([], IsProven: true, Gap: 0);
        }

        // With n seats only the n best of a seat can matter: of them at least one is free of the other n - 1 seats, and
        // whoever has no other seat can always take this one.
        var results = seats.Select(seat => Matcher.Find(roster, seat, weights, seats.Count, cancellationToken)).ToList();
        var model = new CpModel();
        var taken = results.Select(result => result.Best.Select(_ => model.NewBoolVar("")).ToArray()).ToList();
        foreach (var variables in taken.Where(variables => variables.Length > 1))
        {
            model.AddAtMostOne(variables);
        }

        KeepPeopleWhole(model, seats, results, taken);
        // A filled seat counts more than all points there are.
        var filled = (Weights.Total * 100L * seats.Count) + 1;
        model.Maximize(LinearExpr.Sum(taken.SelectMany((variables, seat) => variables.Select((variable, place) => variable * (filled + results[seat].Best[place].Points)))));
        var solver = new CpSolver { StringParameters = FormattableString.Invariant($"max_time_in_seconds:{limit.TotalSeconds:0.###},num_workers:1,random_seed:1") };
        var status = solver.Solve(model);
        if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
        {
            return Explain(seats, results, [.. seats.Select(_ => -1)], isProven: false, gap: 1);
        }

        int[] chosen = [.. taken.Select(variables => Array.FindIndex(variables, variable => solver.BooleanValue(variable)))];
        var gap = status == CpSolverStatus.Optimal ? 0 : (solver.BestObjectiveBound - solver.ObjectiveValue) / Math.Max(1, solver.ObjectiveValue);
        return Explain(seats, results, chosen, status == CpSolverStatus.Optimal, gap);
    }

    /// <summary>Two seats that one person cannot hold together: of the same case, or with days in common or unknown.</summary>
    public static bool Collide(Seat one, Seat other) =>
        one.RequestId == other.RequestId || one.On is not { } on || other.On is not { } days || days.Touches(on.From, on.To);

    private static void KeepPeopleWhole(CpModel model, IReadOnlyList<Seat> seats, List<MatchResult> results, List<BoolVar[]> taken)
    {
        var places = results.SelectMany((result, seat) => result.Best.Select((match, place) => (match.Candidate, Seat: seat, Variable: taken[seat][place])))
            .GroupBy(choice => choice.Candidate.Id);
        foreach (var person in places.Select(group => group.ToList()).Where(choices => choices.Count > 1))
        {
            for (var i = 0; i < person.Count; i++)
            {
                for (var j = i + 1; j < person.Count; j++)
                {
                    if (Collide(seats[person[i].Seat], seats[person[j].Seat]))
                    {
                        model.AddAtMostOne([person[i].Variable, person[j].Variable]);
                    }
                }
            }

            KeepDaysAYear(model, seats, person);
        }
    }

    private static void KeepDaysAYear(CpModel model, IReadOnlyList<Seat> seats, List<(Candidate Candidate, int Seat, BoolVar Variable)> person)
    {
        if (person[0].Candidate.MostDaysAYear is not { } most)
        {
            return;
        }

        foreach (var year in person.Where(choice => seats[choice.Seat].On is not null).GroupBy(choice => seats[choice.Seat].On!.Value.From.Year))
        {
            var left = most - person[0].Candidate.Record.ExpertDaysIn(year.Key);
            model.Add(LinearExpr.Sum(year.Select(choice => choice.Variable * seats[choice.Seat].ExpertDays)) <= left);
        }
    }

    private static TeamPlan Explain(IReadOnlyList<Seat> seats, List<MatchResult> results, int[] chosen, bool isProven, double gap)
    {
        var seatsOf = chosen.Select((place, seat) => (place, seat)).Where(choice => choice.place >= 0)
            .ToLookup(choice => results[choice.seat].Best[choice.place].Candidate.Id, choice => seats[choice.seat]);
        var plans = seats.Select((seat, index) =>
        {
            var (best, place) = (results[index].Best, chosen[index]);
            var better = best.Take(place < 0 ? best.Count : place)
                .Where(match => seatsOf[match.Candidate.Id].Any())
                .Select(match => new NeededElsewhere(match, seatsOf[match.Candidate.Id].First()));
            return new SeatPlan(seat, place < 0 ? null : best[place], place + 1, [.. better], results[index].Passed);
        });
        return new TeamPlan([.. plans], isProven, gap);
    }
}
