using TechAssist.Core.Requests;

namespace TechAssist.Core.Board;

/// <summary>A past case whose experts left: how many working days passed from its entry into each stage to the departure.</summary>
public sealed record PastDeparture(Track Track, DateTime DepartedAt, IReadOnlyList<StageEntry> Entries);

/// <param name="At">UTC.</param>
/// <param name="Days">Working days from then to the departure.</param>
public sealed record StageEntry(string Stage, DateTime At, int Days);

/// <summary>Working days still to come: one case in two departs within the middle one, four in five within the others.</summary>
/// <param name="Cases">Past cases that say so.</param>
public sealed record DepartureRange(int Earliest, int Median, int Latest, int Cases);

/// <summary>Says when a case departs from how long past ones took from the same stage, of those that took at least as long as this
/// one has already been in it. No shape of a distribution is assumed: the past cases themselves are the answer.</summary>
public sealed class DepartureForecast
{
    /// <summary>With fewer, no range holds four cases in five.</summary>
    public const int Fewest = 9;

    public const double Share = 0.8;

    private readonly Dictionary<(Track? Track, string Stage), List<int>> past = [];

    public void Learn(PastDeparture departure)
    {
        foreach (var entry in departure.Entries)
        {
            Insert((departure.Track, entry.Stage), entry.Days);
            Insert((null, entry.Stage), entry.Days);
        }
    }

    /// <param name="inStage">Working days since the case came into the stage.</param>
    /// <returns>Null where too few past cases tell. Those of the other track stand in where its own are too few.</returns>
    public DepartureRange? From(Track track, string stage, int inStage) => Of((track, stage), inStage) ?? Of((null, stage), inStage);

    private DepartureRange? Of((Track?, string) key, int inStage)
    {
        if (!past.TryGetValue(key, out var days))
        {
            return null;
        }

        var first = FirstAtLeast(days, inStage);
        var count = days.Count - first;
        return count < Fewest
            ? null
            : new DepartureRange(
                (int)Math.Floor(Quantile.Of(days, (1 - Share) / 2, first)) - inStage,
                (int)Math.Round(Quantile.Of(days, 0.5, first)) - inStage,
                (int)Math.Ceiling(Quantile.Of(days, (1 + Share) / 2, first)) - inStage,
                count);
    }

    private void Insert((Track?, string) key, int value)
    {
        if (!past.TryGetValue(key, out var days))
        {
            past[key] = days = [];
        }

        days.Insert(FirstAtLeast(days, value), value);
    }

    private static int FirstAtLeast(List<int> sorted, int value)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
