using System.Collections.Frozen;
using System.Diagnostics;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Matching;
using TechAssist.Testing;

namespace TechAssist.Bench.Figures;

/// <summary>Fifty seats against 2,000 experts, filtering and scoring included; a plan that is neither proven nor within one per cent fails.</summary>
internal sealed record MatchingTeamsFigure() : Figure("matching-teams", "s", 10)
{
    private const int Experts = 2_000;
    private const int Seats = 50;
    private const int Rounds = 3;

    public override Measurement Measure()
    {
        var today = MatchingWorld.Today;
        List<Candidate> roster =
        [
            .. new ManyExperts(FillRoster.Seed, today).Take(Experts).Select((profile, number) => Candidate.Of(
                new Guid(number, 0, 0, new byte[8]), profile, $"{number:d5}", today.AddYears(1), today, Suitability.DeployNow, canBeAsked: true, TrackRecord.None)),
        ];
        List<Seat> seats = [.. Enumerable.Range(0, Seats).Select(number => SeatOf(number, today))];
        var rounds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            var plan = Assignment.Find(seats, roster, Weights.Standard, TimeSpan.FromSeconds(8));
            rounds.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
            if (!plan.IsProven && plan.Gap > Assignment.GoodGap)
            {
                throw new InvalidOperationException($"The plan could be {plan.Gap:P1} better.");
            }
        }

        return Measurement.Median(rounds) with { Value = rounds.Max() };
    }

    /// <summary>Two seats a case, the cases in four weeks, so that they compete.</summary>
    private static Seat SeatOf(int number, DateOnly today)
    {
        var from = today.AddDays(30 + (7 * (number / 2 % 4)));
        return new Seat
        {
            RequestId = new Guid(number / 2, 0, 0, new byte[8]),
            Number = number % 2,
            Today = today,
            Theme = ManyExperts.Themes[number % 4],
            Types = [ManyExperts.Types[number % 6]],
            Languages = [new NeededLanguage(number % 3 == 0 ? "en" : "fr", Cefr.B2), .. number % 10 == 0 ? [new NeededLanguage("ar", Cefr.B2)] : Array.Empty<NeededLanguage>()],
            Countries = [ManyExperts.Countries[number % 28]],
            South = ManyExperts.Countries.Take(28).ToFrozenSet(),
            On = new Days(from, from.AddDays(4)),
            ExpertDays = 10,
            NoticeDays = 20,
            Travel = new TravelRules { Countries = [ManyExperts.Countries[number % 28]], NeedsYellowFever = true },
        };
    }
}
