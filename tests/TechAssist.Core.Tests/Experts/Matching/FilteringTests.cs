using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Matching;

namespace TechAssist.Core.Tests.Experts.Matching;

public sealed class FilteringTests
{
    private static readonly DateOnly Start = Roster.Seat.On!.Value.From;

    /// <summary>What stops somebody who otherwise fits, each by itself.</summary>
    public static IEnumerable<TestCaseData> Spoiled()
    {
        var good = Roster.Fitting;
        yield return Case(HardFilters.None, good);
        yield return Case(HardFilters.Consent, good with { ConsentUntilOn = null });
        yield return Case(HardFilters.Consent, good with { ConsentUntilOn = Roster.Today });
        yield return Case(HardFilters.Language, good with { Languages = [new KnownLanguage("fr", Cefr.B1), new KnownLanguage("en", Cefr.C2)] });
        yield return Case(HardFilters.Absence, good with { Away = [new Days(Start.AddDays(-9), Start)] });
        yield return Case(HardFilters.None, good with { Away = [new Days(Start.AddDays(-9), Start.AddDays(-1))] });
        yield return Case(HardFilters.Absence, good with { Record = new TrackRecord { Missions = [new Engagement(new Days(Start.AddDays(4), Start.AddDays(9)), 5)] } });
        yield return Case(HardFilters.Notice, good with { NoticeDays = 26 });
        yield return Case(HardFilters.None, good with { NoticeDays = 25 });
        yield return Case(HardFilters.DaysAYear, good with { MostDaysAYear = 7 });
        yield return Case(HardFilters.DaysAYear, good with { MostDaysAYear = 12, Record = Worked(2031, 5) });
        yield return Case(HardFilters.None, good with { MostDaysAYear = 13, Record = Worked(2031, 5) });
        yield return Case(HardFilters.None, good with { MostDaysAYear = 12, Record = Worked(2030, 5) });
        yield return Case(HardFilters.RemoteOnly, good with { RemoteOnly = true });
        yield return Case(HardFilters.Nationality, good with { Nationalities = ["FR", "SN"] });
        yield return Case(HardFilters.Employer, good with { Employers = [new KnownEmployer("agence nationale de la statistique", "SN", null)] });
        yield return Case(HardFilters.Employer, good with { Employers = [new KnownEmployer("agence nationale de la statistique et de la demographie", null, null)] });
        yield return Case(HardFilters.Employer, good with { Employers = [new KnownEmployer("agence nationale de la statistique", "SN", Roster.Today.AddMonths(-24))] });
        yield return Case(HardFilters.None, good with { Employers = [new KnownEmployer("agence nationale de la statistique", "SN", Roster.Today.AddMonths(-24).AddDays(-1))] });
        yield return Case(HardFilters.None, good with { Employers = [new KnownEmployer("agence nationale de la statistique", "ML", null)] });
        yield return Case(HardFilters.None, good with { Employers = [new KnownEmployer("agence", "SN", null)] });
        yield return Case(HardFilters.Exclusion, good with { Suitability = Suitability.NotYet });

        static TestCaseData Case(HardFilters expected, Candidate candidate) => new(expected, candidate);

        static TrackRecord Worked(int year, int days) => new() { Missions = [new Engagement(new Days(new DateOnly(year, 1, 6), new DateOnly(year, 1, 10)), days)] };
    }

    [TestCaseSource(nameof(Spoiled))]
    public void Each_filter_stops_for_its_own_reason_and_at_its_own_edge(HardFilters expected, Candidate candidate) =>
        Assert.That(Filtering.FailedBy(candidate, Roster.Seat), Is.EqualTo(expected));

    [Test]
    public void All_filters_that_apply_are_named_not_only_the_first()
    {
        var candidate = Roster.Fitting with { RemoteOnly = true, Nationalities = ["SN"], ConsentUntilOn = null };

        Assert.That(Filtering.FailedBy(candidate, Roster.Seat), Is.EqualTo(HardFilters.RemoteOnly | HardFilters.Nationality | HardFilters.Consent));
    }

    [Test]
    public void A_waiver_lifts_a_conflict_and_nothing_else()
    {
        const HardFilters All = HardFilters.Interest | HardFilters.Exclusion | HardFilters.Asked;

        Assert.That(Filtering.FailedBy(Roster.Fitting, Roster.Seat.With(All, All)), Is.EqualTo(HardFilters.Exclusion | HardFilters.Asked));
        Assert.That(Filtering.ConflictsOf(Roster.Fitting, Roster.Seat.With(All, All)), Is.EqualTo(All));
    }

    [Test]
    public void Of_working_languages_one_is_enough_and_of_a_profiles_languages_all_are_needed()
    {
        var both = Roster.Seat with { Languages = [new NeededLanguage("en", Cefr.B2), new NeededLanguage("fr", Cefr.B2)] };

        Assert.That(Filtering.FailedBy(Roster.Fitting, both), Is.EqualTo(HardFilters.Language));
        Assert.That(Filtering.FailedBy(Roster.Fitting, both with { AnyLanguageDoes = true }), Is.EqualTo(HardFilters.None));
        Assert.That(Filtering.FailedBy(Roster.Fitting, both with { Languages = [], AnyLanguageDoes = true }), Is.EqualTo(HardFilters.None));
    }

    [Test]
    public void A_seat_without_days_does_not_look_at_the_calendar()
    {
        var candidate = Roster.Fitting with { Away = [new Days(DateOnly.MinValue, DateOnly.MaxValue)], MostDaysAYear = 0, NoticeDays = 300 };

        Assert.That(Filtering.FailedBy(candidate, Roster.Seat with { On = null, NoticeDays = null }), Is.EqualTo(HardFilters.None));
    }
}
