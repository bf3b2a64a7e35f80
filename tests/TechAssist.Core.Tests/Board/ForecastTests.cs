using TechAssist.Core.Board;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Tests.Board;

public sealed class ForecastTests
{
    private static readonly DateTime Start = new(2031, 1, 6, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Later = Start.AddYears(3);

    [Test]
    public void It_says_what_past_cases_took_from_the_same_stage()
    {
        var forecast = Of(Enumerable.Range(10, 19).Select(days => Past(Track.Standard, days)));
        Assert.That(forecast.From(Track.Standard, "terms", 0), Is.EqualTo(new DepartureRange(11, 19, 27, 19)));
        Assert.That(forecast.From(Track.Standard, "decision", 0), Is.Null, "nothing is known of that stage");
    }

    [Test]
    public void Time_in_the_stage_counts_out_the_past_cases_that_were_faster()
    {
        var forecast = Of(Enumerable.Range(10, 19).Select(days => Past(Track.Standard, days)));
        var range = forecast.From(Track.Standard, "terms", 15)!;
        Assert.That((range.Cases, range.Median), Is.EqualTo((14, 7)), "of those that took 15 to 28 days, less the 15");
        Assert.That(forecast.From(Track.Standard, "terms", 21), Is.Null, "eight are too few for a range");
    }

    [Test]
    public void The_other_track_stands_in_where_the_own_one_has_too_few()
    {
        var standard = Enumerable.Range(10, 19).Select(days => Past(Track.Standard, days)).ToList();
        Assert.That(Of(standard).From(Track.Rapid, "terms", 0)!.Cases, Is.EqualTo(19));
        Assert.That(Of([.. standard, .. Enumerable.Range(1, 9).Select(days => Past(Track.Rapid, days))]).From(Track.Rapid, "terms", 0), Is.EqualTo(new DepartureRange(1, 5, 9, 9)));
    }

    [Test]
    public void Cases_that_are_still_on_their_way_make_it_later()
    {
        var left = Enumerable.Range(0, 20).Select(number => Past(Track.Standard, 10 + number)).ToList();
        var waiting = Enumerable.Range(0, 6).Select(_ => new PastCase(Track.Standard, null, [new StageEntry("terms", Later.AddDays(-25))]));
        var (without, with) = (Of(left).From(Track.Standard, "terms", 0)!, Of([.. left, .. waiting]).From(Track.Standard, "terms", 0)!);
        Assert.That((with.Median, with.Cases), Is.EqualTo((without.Median + 3, 20)).Using<(int Median, int Cases)>((one, other) => Math.Abs(one.Median - other.Median) <= 1 && one.Cases == other.Cases));
        Assert.That(with.Latest, Is.GreaterThanOrEqualTo(without.Latest));
        var longer = Enumerable.Range(0, 30).Select(_ => new PastCase(Track.Standard, null, [new StageEntry("terms", Later.AddDays(-60))]));
        Assert.That(Of([.. left, .. longer]).From(Track.Standard, "terms", 0), Is.Null, "of most it is not known when they leave");
    }

    [Test]
    public void Four_of_five_departures_of_a_simulated_history_fall_into_the_range_forecast_for_them([Values(1, 2, 3)] int seed)
    {
        var check = ForecastCheck.Of(History(seed, 400), Days, int.MaxValue)!;
        Assert.That(check.Forecasts, Is.GreaterThan(1000));
        Assert.That((double)check.Within / check.Forecasts, Is.InRange(0.77, 0.85));
        Assert.That((double)check.Earlier / check.Forecasts, Is.InRange(0.05, 0.14));
        Assert.That(check.Within + check.Earlier + check.Later, Is.EqualTo(check.Forecasts));
    }

    [Test]
    public void A_history_that_slows_down_is_seen_in_the_check()
    {
        var departures = Enumerable.Range(0, 60).Select(number => Past(Track.Standard, number < 30 ? 10 + (number % 7) : 40 + (number % 7), Start.AddDays(number * 7)));
        var check = ForecastCheck.Of([.. departures], Days)!;
        Assert.That(check.Later, Is.GreaterThan(check.Earlier));
        Assert.That((double)check.Within / check.Forecasts, Is.LessThan(0.8));
    }

    /// <summary>Every day is worked here.</summary>
    private static int Days(DateTime from, DateTime to) => (int)(to - from).TotalDays;

    private static DepartureForecast Of(IEnumerable<PastCase> cases) => new([.. cases], Later, Days);

    private static PastCase Past(Track track, int days, DateTime? at = null) => new(track, (at ?? Start).AddDays(days), [new StageEntry("terms", at ?? Start)]);

    /// <summary>Cases of two tracks that spend a skewed time (log-normal) in each of five stages, and come in all through three years.</summary>
    private static List<PastCase> History(int seed, int cases)
    {
        var random = new Random(seed);
        string[] stages = ["triage", "decision", "terms", "mobilisation", "preparation"];
        double Skewed(double median) => median * Math.Exp(0.6 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        return [.. Enumerable.Range(0, cases).Select(_ =>
        {
            var track = random.NextDouble() < 0.3 ? Track.Rapid : Track.Standard;
            var at = Start.AddDays(random.Next(1000));
            var entries = new List<StageEntry>();
            foreach (var stage in stages)
            {
                entries.Add(new StageEntry(stage, at));
                at = at.AddDays(Skewed(track == Track.Rapid ? 15 : 40));
            }

            return new PastCase(track, at, entries);
        })];
    }
}
