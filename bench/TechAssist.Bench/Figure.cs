namespace TechAssist.Bench;

/// <summary>One number the product promises. Add a class in <c>Figures</c> and a line in <see cref="All"/>.</summary>
/// <param name="Name">What it is called on the command line; <c>area</c> there means every <c>area-…</c>.</param>
/// <param name="Unit">The unit of the value and the limit.</param>
/// <param name="Limit">The value must not be higher.</param>
public abstract record Figure(string Name, string Unit, double Limit)
{
    /// <summary>Every figure there is, in the order of <c>list</c>.</summary>
    public static IReadOnlyList<Figure> All { get; } =
    [
        new Figures.EngineFigure(), new Figures.ClockFigure(),
        new Figures.MatchingFigure(Testing.Provider.Sqlite), new Figures.MatchingFigure(Testing.Provider.Postgres),
        new Figures.MatchingChangeFigure(Testing.Provider.Sqlite), new Figures.MatchingChangeFigure(Testing.Provider.Postgres),
        new Figures.MatchingTeamsFigure(),
        new Figures.RosterImportFigure(Testing.Provider.Sqlite), new Figures.RosterImportFigure(Testing.Provider.Postgres),
        new Figures.SweepIdleFigure(Testing.Provider.Sqlite), new Figures.SweepIdleFigure(Testing.Provider.Postgres),
        new Figures.SweepDueFigure(Testing.Provider.Sqlite), new Figures.SweepDueFigure(Testing.Provider.Postgres),
        new Figures.ReportTimeFigure(), new Figures.ReportSizeFigure(), new Figures.ReportPhotosFigure(), new Figures.ReportMemoryFigure(),
    ];

    /// <summary>Takes the measurement; at most ten minutes.</summary>
    /// <exception cref="FigureSkippedException">Something it needs is not installed.</exception>
    public abstract Measurement Measure();
}

/// <summary>A value with the lowest and highest of the rounds it comes from.</summary>
/// <param name="Value">The figure, in the unit of its <see cref="Figure"/>.</param>
public sealed record Measurement(double Value, double Lowest, double Highest, int Rounds)
{
    /// <summary>The median of the rounds, and their spread.</summary>
    public static Measurement Median(IReadOnlyList<double> rounds)
    {
        var sorted = rounds.Order().ToList();
        return new Measurement(sorted[sorted.Count / 2], sorted[0], sorted[^1], sorted.Count);
    }

    /// <summary>The best round, and the spread: for pure computation, where other work on the machine only ever adds.</summary>
    public static Measurement Best(IReadOnlyList<double> rounds) => Median(rounds) with { Value = rounds.Min() };
}

/// <summary>The figure cannot be taken on this machine; the message says what is missing.</summary>
public sealed class FigureSkippedException : Exception
{
    public FigureSkippedException()
    {
    }

    public FigureSkippedException(string message)
        : base(message)
    {
    }

    public FigureSkippedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
