namespace TechAssist.Core.Board;

/// <summary>How past forecasts came out: each made with what was known on the day a case came into a stage, and compared with the day it
/// left. Four in five should be <paramref name="Within"/> the range.</summary>
public sealed record ForecastCheck(int Forecasts, int Within, int Earlier, int Later)
{
    /// <returns>Null where no forecast could be made.</returns>
    public static ForecastCheck? Of(IReadOnlyList<PastDeparture> departures)
    {
        var forecast = new DepartureForecast();
        var (made, within, earlier, later) = (0, 0, 0, 0);
        var known = new Queue<PastDeparture>(departures.OrderBy(departure => departure.DepartedAt));
        foreach (var (track, entry) in departures.SelectMany(departure => departure.Entries.Select(entry => (departure.Track, entry))).OrderBy(row => row.entry.At))
        {
            while (known.TryPeek(out var next) && next.DepartedAt < entry.At)
            {
                forecast.Learn(known.Dequeue());
            }

            if (forecast.From(track, entry.Stage, 0) is { } range)
            {
                made++;
                earlier += entry.Days < range.Earliest ? 1 : 0;
                later += entry.Days > range.Latest ? 1 : 0;
                within += entry.Days >= range.Earliest && entry.Days <= range.Latest ? 1 : 0;
            }
        }

        return made == 0 ? null : new ForecastCheck(made, within, earlier, later);
    }
}
