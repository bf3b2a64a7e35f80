using FsCheck;
using FsCheck.Fluent;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Matching;

namespace TechAssist.Core.Tests.Experts.Matching;

public sealed class AssignmentTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [FsCheck.NUnit.Property(MaxTest = 150)]
    public Property No_other_plan_fills_more_or_has_more_points() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var (seats, roster) = Make(new Random(seed));

        var plan = Assignment.Find(seats, roster, Weights.Standard, Limit);

        AssertHolds(plan);
        var best = BestOf(seats, roster);
        Assert.That((plan.IsProven, plan.Filled, plan.Points), Is.EqualTo((true, best.Filled, best.Points)), () => $"seed {seed}");
    });

    [Test]
    public void The_better_one_goes_where_the_difference_is_greater_and_the_plan_says_so()
    {
        var trainer = Person(1, ThemeLevel.Trainer, 24);
        var other = Person(2, ThemeLevel.Expert, 24);
        Seat[] seats = [Roster.Seat, Roster.Seat with { Number = 1, Theme = "T2" }];
        trainer = trainer with { Themes = [.. trainer.Themes, new KnownTheme("T2", ThemeLevel.Trainer)] };

        var plan = Assignment.Find(seats, [trainer, other], Weights.Standard, Limit);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Seats.Select(seat => seat.Match!.Candidate.Id), Is.EqualTo(new[] { other.Id, trainer.Id }));
            Assert.That(plan.Seats.Select(seat => seat.Rank), Is.EqualTo(new[] { 2, 1 }));
            Assert.That(plan.Seats[0].Better.Single().At.Number, Is.EqualTo(1));
            Assert.That(plan.Seats[1].Better, Is.Empty);
        }
    }

    [Test]
    public void A_seat_that_nobody_can_take_stays_open_and_the_others_do_not_suffer()
    {
        Seat[] seats = [Roster.Seat with { Languages = [new NeededLanguage("pt", Cefr.B2)] }, Roster.Seat with { Number = 1 }];

        var plan = Assignment.Find(seats, [Roster.Fitting], Weights.Standard, Limit);

        Assert.That((plan.Filled, plan.Seats[0].Match, plan.Seats[0].Possible), Is.EqualTo((1, (Match?)null, 0)));
        Assert.That(Assignment.Find([], [Roster.Fitting], Weights.Standard, Limit).IsProven, Is.True);
    }

    [Test]
    public void Two_missions_one_after_the_other_may_take_the_same_person_while_the_year_has_days()
    {
        var later = Roster.Seat with { RequestId = Guid.Empty, On = new Days(new DateOnly(2031, 5, 5), new DateOnly(2031, 5, 9)) };

        Assert.That(Assignment.Find([Roster.Seat, later], [Roster.Fitting with { MostDaysAYear = 16 }], Weights.Standard, Limit).Filled, Is.EqualTo(2));
        Assert.That(Assignment.Find([Roster.Seat, later], [Roster.Fitting with { MostDaysAYear = 15 }], Weights.Standard, Limit).Filled, Is.EqualTo(1));
        Assert.That(Assignment.Find([Roster.Seat, later with { On = Roster.Seat.On }], [Roster.Fitting], Weights.Standard, Limit).Filled, Is.EqualTo(1));
    }

    private static void AssertHolds(TeamPlan plan)
    {
        foreach (var seat in plan.Seats.Where(seat => seat.Match is not null))
        {
            Assert.That(Filtering.FailedBy(seat.Match!.Candidate, seat.Seat), Is.EqualTo(HardFilters.None));
        }

        Assert.That(IsAllowed([.. plan.Seats.Where(seat => seat.Match is not null).Select(seat => (seat.Seat, seat.Match!.Candidate))]), Is.True);
    }

    /// <summary>Every way to seat everybody or nobody, without any cleverness.</summary>
    private static (int Filled, long Points) BestOf(List<Seat> seats, IReadOnlyList<Candidate> roster)
    {
        var best = (Filled: 0, Points: 0L);
        Try(0, []);
        return best;

        void Try(int seat, List<(Seat Seat, Candidate Candidate)> taken)
        {
            if (seat == seats.Count)
            {
                var points = taken.Sum(one => (long)Scoring.FitOf(one.Candidate, one.Seat).Points(Weights.Standard));
                best = (taken.Count, points).CompareTo(best) > 0 ? (taken.Count, points) : best;
                return;
            }

            Try(seat + 1, taken);
            foreach (var candidate in roster.Where(candidate => Filtering.FailedBy(candidate, seats[seat]) == HardFilters.None))
            {
                List<(Seat, Candidate)> next = [.. taken, (seats[seat], candidate)];
                if (IsAllowed(next))
                {
                    Try(seat + 1, next);
                }
            }
        }
    }

    private static bool IsAllowed(List<(Seat Seat, Candidate Candidate)> taken)
    {
        foreach (var person in taken.GroupBy(one => one.Candidate.Id))
        {
            var seats = person.Select(one => one.Seat).ToList();
            var candidate = person.First().Candidate;
            var overlaps = seats.Exists(one => seats.Exists(other => !ReferenceEquals(one, other)
                && (one.RequestId == other.RequestId || one.On!.Value.Touches(other.On!.Value.From, other.On.Value.To))));
            var tooMany = seats.GroupBy(seat => seat.On!.Value.From.Year)
                .Any(year => year.Sum(seat => seat.ExpertDays) + candidate.Record.ExpertDaysIn(year.Key) > candidate.MostDaysAYear);
            if (overlaps || tooMany)
            {
                return false;
            }
        }

        return true;
    }

    private static (List<Seat> Seats, List<Candidate> Roster) Make(Random random)
    {
        var seats = Enumerable.Range(0, random.Next(1, 5)).Select(number => Roster.Seat with
        {
            Number = number,
            RequestId = new Guid(random.Next(3), 0, 0, new byte[8]),
            Theme = $"T{random.Next(1, 3)}",
            On = new Days(new DateOnly(2031, 4, 1).AddDays(7 * random.Next(4)), new DateOnly(2031, 4, 9).AddDays(7 * random.Next(3, 5))),
            ExpertDays = random.Next(1, 9),
            NoticeDays = random.Next(5, 30),
        }).Select((seat, index) => index % 2 == 0 ? seat with { On = new Days(seat.On!.Value.From, seat.On.Value.From.AddDays(4)) } : seat).ToList();
        var roster = Enumerable.Range(1, random.Next(1, 6)).Select(number => Person(number, (ThemeLevel)random.Next(1, 5), random.Next(24)) with
        {
            NoticeDays = random.Next(25),
            MostDaysAYear = random.Next(2) == 0 ? null : random.Next(4, 20),
            Sex = (Sex)random.Next(2),
        }).ToList();
        return (seats, roster);
    }

    private static Candidate Person(int number, ThemeLevel level, int months) => Roster.Fitting with
    {
        Id = new Guid(number, 1, 1, new byte[8]),
        SortName = $"n{number}",
        Themes = [new KnownTheme("T1", level)],
        Countries = [new KnownCountry("SN", months)],
    };
}
