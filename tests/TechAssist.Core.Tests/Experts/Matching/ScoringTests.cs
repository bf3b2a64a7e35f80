using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Matching;

namespace TechAssist.Core.Tests.Experts.Matching;

public sealed class ScoringTests
{
    [Test]
    public void Whoever_fits_in_every_way_has_all_hundred_points() =>
        Assert.That(Scoring.FitOf(Roster.Fitting, Roster.Seat).Points(Weights.Standard), Is.EqualTo(10_000));

    /// <summary>What a part loses when only it is spoiled, in hundredths of a point.</summary>
    public static IEnumerable<TestCaseData> Lesser()
    {
        var good = Roster.Fitting;
        yield return new TestCaseData(good with { Themes = [new KnownTheme("T1", ThemeLevel.Expert)] }, 875).SetName("Theme_level_three_of_four");
        yield return new TestCaseData(good with { Themes = [new KnownTheme("T2", ThemeLevel.Trainer)] }, 3500).SetName("Another_theme");
        yield return new TestCaseData(good with { Types = [] }, 1500).SetName("Type_not_mastered");
        yield return new TestCaseData(good with { Countries = [new KnownCountry("SN", 6)] }, 375).SetName("Half_a_year_in_the_country");
        yield return new TestCaseData(good with { Countries = [] }, 750).SetName("From_the_region_but_never_there");
        yield return new TestCaseData(good with { Languages = [new KnownLanguage("fr", Cefr.C1)] }, 500).SetName("One_level_above_the_minimum_of_two");
        yield return new TestCaseData(good with { Record = TrackRecord.None }, 500).SetName("Not_appraised_yet");
        yield return new TestCaseData(good with { ConfirmedOn = Roster.Today.AddDays(-100) }, 500).SetName("Amber");
        yield return new TestCaseData(good with { Sex = Sex.Male }, 125).SetName("The_sex_of_which_more_go");
        yield return new TestCaseData(good with { Record = good.Record with { ChosenOn = [Roster.Today.AddMonths(-23)] } }, 125).SetName("Chosen_once_lately");
        yield return new TestCaseData(good with { Record = good.Record with { ChosenOn = [Roster.Today.AddMonths(-25)] } }, 0).SetName("Chosen_once_long_ago");
    }

    [TestCaseSource(nameof(Lesser))]
    public void Each_part_counts_with_its_weight(Candidate candidate, int lost) =>
        Assert.That(10_000 - Scoring.FitOf(candidate, Roster.Seat).Points(Weights.Standard), Is.EqualTo(lost));

    [Test]
    public void The_parts_shown_add_up_to_the_points()
    {
        var weights = new Weights { Theme = 10, Type = 20, Country = 30, Language = 5, Appraisal = 5, Readiness = 10, Spread = 20 };
        var fit = Scoring.FitOf(Roster.Fitting with { Countries = [], Sex = Sex.Male, Types = [] }, Roster.Seat);
        var sum = Enum.GetValues<ScorePart>().Sum(part => fit.Of(part) * weights.Of(part));

        Assert.That(fit.Points(weights), Is.EqualTo((int)Math.Round(sum * 100)));
    }

    [Test]
    public void No_part_ever_leaves_zero_to_one()
    {
        var random = new Random(11);
        for (var round = 0; round < 2000; round++)
        {
            var candidate = Roster.Fitting with
            {
                Themes = [new KnownTheme($"T{random.Next(1, 5)}", (ThemeLevel)random.Next(1, 5))],
                Countries = [new KnownCountry(random.Next(2) == 0 ? "SN" : "GH", random.Next(600))],
                Languages = [new KnownLanguage("fr", (Cefr)random.Next(7)), new KnownLanguage("en", (Cefr)random.Next(7))],
                Record = new TrackRecord { Appraisal = random.Next(1, 6), ChosenOn = [.. Enumerable.Repeat(Roster.Today, random.Next(5))] },
            };
            var seat = Roster.Seat with
            {
                OtherThemes = random.Next(2) == 0 ? [] : ["T2", "T3"],
                Languages = [new NeededLanguage("fr", (Cefr)random.Next(1, 7)), new NeededLanguage("en", (Cefr)random.Next(1, 7))],
                AnyLanguageDoes = random.Next(2) == 0,
            };
            var fit = Scoring.FitOf(candidate, seat);

            Assert.That(Enum.GetValues<ScorePart>().Select(fit.Of), Is.All.InRange(0.0, 1.0));
        }
    }

    [Test]
    public void The_best_come_first_equals_by_name_and_every_filter_is_counted()
    {
        Candidate[] roster =
        [
            Named(1, "a", ThemeLevel.Aware), Named(2, "b", ThemeLevel.Trainer), Named(3, "c", ThemeLevel.Trainer), Named(4, "d", ThemeLevel.Expert),
            Named(5, "e", ThemeLevel.Trainer) with { RemoteOnly = true },
            Named(6, "f", ThemeLevel.Trainer) with { RemoteOnly = true, Nationalities = ["SN"] },
        ];

        var result = Matcher.Find(roster, Roster.Seat, Weights.Standard, 3);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Best.Select(match => match.Candidate.SortName), Is.EqualTo(new[] { "b", "c", "d" }));
            Assert.That((result.Passed, result.Looked), Is.EqualTo((4, 6)));
            Assert.That(result.Stopped, Is.EqualTo(new[] { new FilterCount(HardFilters.RemoteOnly, 2, 1), new FilterCount(HardFilters.Nationality, 1, 0) }));
        }
    }

    [Test]
    public void Ten_best_of_many_are_the_first_ten_of_all_in_order()
    {
        var random = new Random(3);
        Candidate[] roster = [.. Enumerable.Range(0, 3000).Select(i => Named(i, $"n{i:d5}", (ThemeLevel)random.Next(1, 5)) with { Countries = [new KnownCountry("SN", random.Next(30))] })];

        var expected = roster.OrderByDescending(candidate => Scoring.FitOf(candidate, Roster.Seat).Points(Weights.Standard)).ThenBy(candidate => candidate.SortName).Take(10);

        Assert.That(Matcher.Find(roster, Roster.Seat, Weights.Standard, 10).Best.Select(match => match.Candidate.Id), Is.EqualTo(expected.Select(candidate => candidate.Id)));
    }

    private static Candidate Named(int number, string name, ThemeLevel level) =>
        Roster.Fitting with { Id = new Guid(number, 0, 0, new byte[8]), SortName = name, Themes = [new KnownTheme("T1", level)] };
}
