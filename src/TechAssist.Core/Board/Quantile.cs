namespace TechAssist.Core.Board;

/// <summary>Quantiles of few observations.</summary>
internal static class Quantile
{
    /// <summary>The value below which the next observation falls with a probability of <paramref name="share"/>, if it is like those
    /// before: the order statistic of rank share·(n+1), between two of them in proportion (type 6 of Hyndman and Fan, 1996). Unlike the
    /// usual ones it does not make ranges too narrow where there are few.</summary>
    /// <param name="sorted">In ascending order, at least one.</param>
    public static double Of(IReadOnlyList<int> sorted, double share, int from = 0)
    {
        var count = sorted.Count - from;
        var rank = Math.Clamp(share * (count + 1), 1, count);
        var below = (int)rank;
        var value = sorted[from + below - 1];
        return below == count ? value : value + ((rank - below) * (sorted[from + below] - value));
    }

    /// <summary>The middle one.</summary>
    public static double? Median(List<double> values)
    {
        if (values.Count == 0)
        {
            return null;
        }

        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
