namespace TechAssist.Core.Board;

/// <summary>How past forecasts came out: each made with what was known on the day a case came into a stage, and compared with the day it
/// left. Four in five should be <paramref name="Within"/> the range.</summary>
public sealed record ForecastCheck(int Forecasts, int Within, int Earlier, int Later)
{
    /// <summary>The latest so many are looked at.</summary>
    public const int Most = 400;

    /// <param name="daysBetween">Working days between two instants.</param>
    /// <returns>Null where no forecast could be made.</returns>
    public static ForecastCheck? Of(IReadOnlyList<PastCase> cases, Func<DateTime, DateTime, int> daysBetween, int most = Most)
    {
        var (made, within, earlier, later) = (0, 0, 0, 0);
        var entries = cases.Where(one => one.DepartedAt is not null).SelectMany(one => one.Entries.Select(entry => (one, entry))).OrderByDescending(row => row.entry.At);
        foreach (var (one, entry) in entries.Take(most))
        {
            if (new DepartureForecast(cases, entry.At, daysBetween).From(one.Track, entry.Stage, 0) is { } range)
            {
                var days = daysBetween(entry.At, one.DepartedAt!.Value);
                made++;
                earlier += days < range.Earliest ? 1 : 0;
                later += days > range.Latest ? 1 : 0;
                within += days >= range.Earliest && days <= range.Latest ? 1 : 0;
            }
        }

        return made == 0 ? null : new ForecastCheck(made, within, earlier, later);
    }
}
