namespace TechAssist.Core.Experts.Matching;

/// <summary>A candidate who passes the filters, with the score.</summary>
public sealed record Match(Candidate Candidate, Fit Fit, int Points);

/// <summary>How many people a filter stops, and how many of them nothing else stops.</summary>
public sealed record FilterCount(HardFilters Filter, int People, int OnlyThis);

/// <summary>The best of a roster for one seat, and why the others are not among them.</summary>
/// <param name="Best">The best first.</param>
/// <param name="Passed">How many passed all filters.</param>
/// <param name="Looked">How many were looked at.</param>
/// <param name="Stopped">Only filters that stopped somebody.</param>
public sealed record MatchResult(IReadOnlyList<Match> Best, int Passed, int Looked, IReadOnlyList<FilterCount> Stopped);

/// <summary>Goes through a roster once. Pure; the order of equal scores is the roster's own, which is by name.</summary>
public static class Matcher
{
    public static MatchResult Find(IReadOnlyList<Candidate> roster, Seat seat, Weights weights, int count, CancellationToken cancellationToken = default)
    {
        var best = new PriorityQueue<Match, (int Points, int Place)>();
        var people = new int[HardFilterSets.All.Count];
        var onlyThis = new int[people.Length];
        var passed = 0;
        for (var place = 0; place < roster.Count; place++)
        {
            if (place % 4096 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var failed = Filtering.FailedBy(roster[place], seat);
            if (failed != HardFilters.None)
            {
                Count((int)failed, people, onlyThis);
                continue;
            }

            passed++;
            Keep(best, roster[place], place, seat, weights, count);
        }

        var found = new Match[best.Count];
        for (var index = found.Length - 1; index >= 0; index--)
        {
            found[index] = best.Dequeue();
        }

        return new MatchResult(found, passed, roster.Count, Counts(people, onlyThis));
    }

    /// <summary>Those whom a filter stops, in the roster's order, from a place on.</summary>
    public static IEnumerable<(Candidate Candidate, HardFilters Failed)> Stopped(IEnumerable<Candidate> roster, Seat seat, HardFilters filter)
    {
        foreach (var candidate in roster)
        {
            var failed = Filtering.FailedBy(candidate, seat);
            if ((failed & filter) != HardFilters.None)
            {
                yield return (candidate, failed);
            }
        }
    }

    private static void Keep(PriorityQueue<Match, (int Points, int Place)> best, Candidate candidate, int place, Seat seat, Weights weights, int count)
    {
        var fit = Scoring.FitOf(candidate, seat);
        var points = fit.Points(weights);
        if (best.Count < count)
        {
            best.Enqueue(new Match(candidate, fit, points), (points, -place));
        }
        else if (best.TryPeek(out var worst, out _) && points > worst.Points)
        {
            best.DequeueEnqueue(new Match(candidate, fit, points), (points, -place));
        }
    }

    private static void Count(int failed, int[] people, int[] onlyThis)
    {
        var isOnly = int.IsPow2(failed);
        for (var left = failed; left != 0; left &= left - 1)
        {
            var index = int.TrailingZeroCount(left);
            people[index]++;
            onlyThis[index] += isOnly ? 1 : 0;
        }
    }

    private static IReadOnlyList<FilterCount> Counts(int[] people, int[] onlyThis) =>
        [.. HardFilterSets.All.Select((filter, index) => new FilterCount(filter, people[index], onlyThis[index])).Where(count => count.People > 0)];
}
