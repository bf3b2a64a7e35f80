using TechAssist.Core.Requests;

namespace TechAssist.Core.Board;

/// <summary>A case that left, or may still leave: when it came into each stage.</summary>
/// <param name="DepartedAt">UTC; null while it has not left.</param>
public sealed record PastCase(Track Track, DateTime? DepartedAt, IReadOnlyList<StageEntry> Entries);

/// <param name="At">UTC.</param>
public sealed record StageEntry(string Stage, DateTime At);

/// <summary>Working days still to come: one case in two departs within the middle one, four in five within the others.</summary>
/// <param name="Cases">Past cases that say so.</param>
public sealed record DepartureRange(int Earliest, int Median, int Latest, int Cases);

/// <summary>Says when a case departs from how long others took from the same stage, of those that took at least as long as this one has
/// already been in it. No shape of a distribution is assumed. Cases that are still on their way count with the time they have taken so far
/// (the estimator of Kaplan and Meier): without them the fast ones, which are the first to be known, would promise too much.</summary>
/// <param name="at">What was known then, UTC.</param>
/// <param name="daysBetween">Working days between two instants.</param>
public sealed class DepartureForecast(IReadOnlyList<PastCase> cases, DateTime at, Func<DateTime, DateTime, int> daysBetween)
{
    /// <summary>With fewer departures, no range holds four cases in five.</summary>
    public const int Fewest = 9;

    public const double Share = 0.8;

    private readonly Dictionary<(Track? Track, string Stage), List<Took>> known = [];

    /// <param name="inStage">Working days since the case came into the stage.</param>
    /// <returns>Null where too few cases tell. Those of the other track stand in where its own are too few.</returns>
    public DepartureRange? From(Track track, string stage, int inStage) => Of(track, stage, inStage) ?? Of(null, stage, inStage);

    private DepartureRange? Of(Track? track, string stage, int inStage)
    {
        if (!known.TryGetValue((track, stage), out var all))
        {
            known[(track, stage)] = all = Read(track, stage);
        }

        List<Took> took = [.. all.SkipWhile(one => one.Days < inStage)];
        var departures = took.Count(one => one.HasLeft);
        var curve = Curve(took);
        return departures < Fewest || curve[^1].Share < (1 + Share) / 2
            ? null
            : new DepartureRange(
                (int)Math.Round(DaysAt(curve, (1 - Share) / 2)) - inStage,
                (int)Math.Round(DaysAt(curve, 0.5)) - inStage,
                (int)Math.Round(DaysAt(curve, (1 + Share) / 2)) - inStage,
                departures);
    }

    /// <summary>In the order of days; of those of the same day the ones that left come first.</summary>
    private List<Took> Read(Track? track, string stage) =>
    [
        .. from one in cases
           where track is null || one.Track == track
           from entry in one.Entries
           where entry.Stage == stage && entry.At < at
           let hasLeft = one.DepartedAt < at
           let days = daysBetween(entry.At, hasLeft ? one.DepartedAt!.Value : at)
           orderby days, hasLeft descending
           select new Took(days, hasLeft),
    ];

    /// <summary>By which day what share has left. Shares are taken from one case more than there are, as for the next one to come: usual
    /// ones make ranges of few cases too narrow.</summary>
    private static List<(int Days, double Share)> Curve(List<Took> took)
    {
        var curve = new List<(int Days, double Share)> { (0, 0) };
        var staying = 1.0;
        var few = took.Count / (took.Count + 1.0);
        for (var index = 0; index < took.Count; index++)
        {
            if (!took[index].HasLeft)
            {
                continue;
            }

            staying *= 1 - (1.0 / (took.Count - index));
            var point = (took[index].Days, (1 - staying) * few);
            if (curve.Count > 1 && curve[^1].Days == point.Days)
            {
                curve[^1] = point;
            }
            else
            {
                curve.Add(point);
            }
        }

        return curve;
    }

    /// <summary>Between two points of the curve in proportion.</summary>
    private static double DaysAt(List<(int Days, double Share)> curve, double share)
    {
        var index = curve.FindIndex(point => point.Share >= share);
        var (above, below) = (curve[index], curve[index - 1]);
        return index == 1 ? above.Days : below.Days + ((share - below.Share) / (above.Share - below.Share) * (above.Days - below.Days));
    }

    private sealed record Took(int Days, bool HasLeft);
}
