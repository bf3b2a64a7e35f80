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

/// <summary>Goes through a roster once, in parts side by side where it is long. Pure; the order of equal scores is the roster's
/// own, which is by name.</summary>
public static class Matcher
{
    /// <summary>A part shorter than this is not worth a thread.</summary>
    private const int ShortestPart = 1000;

    public static MatchResult Find(IReadOnlyList<Candidate> roster, Seat seat, Weights weights, int count, CancellationToken cancellationToken = default)
    {
        var parts = new Part[Math.Clamp(roster.Count / ShortestPart, 1, Environment.ProcessorCount)];
        int Start(int part) => (int)((long)roster.Count * part / parts.Length);
        if (parts.Length == 1)
        {
            parts[0] = Part.Of(roster, 0, roster.Count, seat, weights, count);
        }
        else
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = parts.Length, CancellationToken = cancellationToken };
            Parallel.For(0, parts.Length, options, part => parts[part] = Part.Of(roster, Start(part), Start(part + 1), seat, weights, count));
        }

        var best = parts.SelectMany(part => part.Best).OrderByDescending(found => found.Match.Points).ThenBy(found => found.Place).Take(count).Select(found => found.Match);
        var stopped = HardFilterSets.All.Select((filter, index) => new FilterCount(filter, parts.Sum(part => part.People[index]), parts.Sum(part => part.OnlyThis[index])));
        return new MatchResult([.. best], parts.Sum(part => part.Passed), roster.Count, [.. stopped.Where(counted => counted.People > 0)]);
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

    /// <summary>What one part of the roster comes to.</summary>
    private sealed class Part(int count)
    {
        private readonly PriorityQueue<(Match Match, int Place), (int Points, int Place)> best = new();

        public IEnumerable<(Match Match, int Place)> Best => best.UnorderedItems.Select(item => item.Element);

        public int Passed { get; private set; }

        public int[] People { get; } = new int[HardFilterSets.All.Count];

        public int[] OnlyThis { get; } = new int[HardFilterSets.All.Count];

        public static Part Of(IReadOnlyList<Candidate> roster, int from, int to, Seat seat, Weights weights, int count)
        {
            var part = new Part(count);
            for (var place = from; place < to; place++)
            {
                var failed = Filtering.FailedBy(roster[place], seat);
                if (failed == HardFilters.None)
                {
                    part.Keep(roster[place], place, seat, weights);
                }
                else
                {
                    part.Count((int)failed);
                }
            }

            return part;
        }

        private void Keep(Candidate candidate, int place, Seat seat, Weights weights)
        {
            Passed++;
            var fit = Scoring.FitOf(candidate, seat);
            var points = fit.Points(weights);
            if (best.Count < count)
            {
                best.Enqueue((new Match(candidate, fit, points), place), (points, -place));
            }
            else if (best.TryPeek(out var worst, out _) && points > worst.Match.Points)
            {
                best.DequeueEnqueue((new Match(candidate, fit, points), place), (points, -place));
            }
        }

        private void Count(int failed)
        {
            var isOnly = int.IsPow2(failed);
            for (var left = failed; left != 0; left &= left - 1)
            {
                var index = int.TrailingZeroCount(left);
                People[index]++;
                OnlyThis[index] += isOnly ? 1 : 0;
            }
        }
    }
}
