namespace TechAssist.Reports.Pdf.Flow;

/// <summary>Shares the width of a table among its columns.</summary>
internal static class ColumnWidths
{
    /// <param name="total">Width of the table.</param>
    /// <param name="given">The share the author wants for each column; where one is missing the content decides for all.</param>
    /// <param name="content">Width of the longest word and of the whole content of each column, padding included.</param>
    public static float[] Share(float total, IReadOnlyList<double?> given, IReadOnlyList<(float Longest, float Whole)> content)
    {
        if (given.All(width => width > 0))
        {
            var sum = given.Sum(width => width!.Value);
            return [.. given.Select(width => (float)(total * width!.Value / sum))];
        }

        // One endless word or cell must not starve the other columns.
        var least = content.Select(column => Math.Min(column.Longest, total * 0.4f)).ToArray();
        var wish = content.Select((column, i) => Math.Max(least[i], Math.Min(column.Whole, total * 0.8f))).ToArray();
        if (least.Sum() >= total)
        {
            return [.. least.Select(width => width * total / least.Sum())];
        }

        if (wish.Sum() <= total)
        {
            return [.. wish.Select(width => width * total / wish.Sum())];
        }

        // Long columns ask for much: the square root keeps short ones readable.
        var extra = wish.Select((width, i) => MathF.Sqrt(width - least[i])).ToArray();
        var share = (total - least.Sum()) / extra.Sum();
        return [.. least.Select((width, i) => width + (extra[i] * share))];
    }
}
