namespace TechAssist.Reports;

/// <summary>Bars beside each other or one after the other.</summary>
public enum ChartKind
{
    /// <summary>A bar for each series under its category.</summary>
    Grouped,

    /// <summary>One bar for each category, its parts joined: for parts of a whole.</summary>
    Stacked,
}

/// <summary>What is counted, with a value for each category; null where there is none.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal?> Values);

/// <summary>
/// Figures as horizontal bars, drawn as lines and areas. Each value is printed, and each series has a pattern of its own, so
/// that neither colour nor length alone says anything. A chart without values says that there are none.
/// </summary>
public sealed record Chart : Block
{
    /// <exception cref="ArgumentException">A series has another number of values than there are categories, or a value below 0.</exception>
    public Chart(RichText caption, string altText, IReadOnlyList<string> categories, IReadOnlyList<ChartSeries> series)
    {
        foreach (var one in series)
        {
            if (one.Values.Count != categories.Count)
            {
                throw new ArgumentException($"The series \"{one.Name}\" has {one.Values.Count} values, the chart has {categories.Count} categories.", nameof(series));
            }

            if (one.Values.Any(value => value < 0))
            {
                throw new ArgumentException($"The series \"{one.Name}\" has a value below 0.", nameof(series));
            }
        }

        (Caption, AltText, Categories, Series) = (caption, altText, categories, series);
    }

    /// <summary>Shown below, after "Figure 1".</summary>
    public RichText Caption { get; }

    /// <summary>What the chart shows, for those who do not see it.</summary>
    public string AltText { get; }

    /// <summary>What each bar is about; a long one breaks over lines.</summary>
    public IReadOnlyList<string> Categories { get; }

    public IReadOnlyList<ChartSeries> Series { get; }

    public ChartKind Kind { get; init; }

    /// <summary>What is counted: "participants".</summary>
    public string? Unit { get; init; }

    /// <summary>Digits after the point.</summary>
    public int Decimals { get; init; }

    /// <summary>The value of a bar of full length, such as 5 of a scale to 5; the largest value when null.</summary>
    public decimal? Most { get; init; }

    internal bool HasValues => Series.Any(series => series.Values.Any(value => value is not null));
}
