namespace TechAssist.Core.Board;

/// <summary>The middle of a few numbers.</summary>
internal static class Median
{
    /// <param name="values">Sorted on the way.</param>
    public static double? Of(List<double> values)
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
