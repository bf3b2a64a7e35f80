using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Matching;

namespace TechAssist.Core.Tests.Experts.Matching;

public sealed class ReadinessTests
{
    private static readonly Journey Journey = Scoring.JourneyOf(Roster.Seat);

    [Test]
    public void Everything_in_order_is_green() =>
        Assert.That((Readiness.LightOf(Roster.Fitting, Journey), Readiness.ReasonsOf(Roster.Fitting, Journey).Count), Is.EqualTo((ReadinessLight.Green, 0)));

    [TestCase("2032-04-07", null, ReadinessLight.Green)]
    [TestCase("2032-04-06", ReadinessFault.ShortPassport, ReadinessLight.Amber)]
    [TestCase("2031-04-11", ReadinessFault.ShortPassport, ReadinessLight.Amber)]
    [TestCase("2031-04-10", ReadinessFault.EndsDuring, ReadinessLight.Amber)]
    [TestCase("2031-03-02", ReadinessFault.Expired, ReadinessLight.Amber)]
    public void A_passport_needs_twelve_months_at_departure(string last, ReadinessFault? fault, ReadinessLight light) =>
        AssertOnly(Having(ReadinessKind.Passport, DateOnly.ParseExact(last, "yyyy-MM-dd")), Journey, fault, light);

    [TestCase(ReadinessKind.Passport, 29, ReadinessLight.Red)]
    [TestCase(ReadinessKind.Passport, 30, ReadinessLight.Amber)]
    [TestCase(ReadinessKind.YellowFever, 11, ReadinessLight.Red)]
    [TestCase(ReadinessKind.YellowFever, 12, ReadinessLight.Amber)]
    [TestCase(ReadinessKind.SecurityTraining, 1, ReadinessLight.Red)]
    [TestCase(ReadinessKind.SecurityTraining, 2, ReadinessLight.Amber)]
    public void What_is_missing_is_red_once_it_can_no_longer_be_had(ReadinessKind kind, int daysLeft, ReadinessLight light) =>
        AssertOnly(Without(kind), Journey with { Today = Journey.From.AddDays(-daysLeft) }, ReadinessFault.Missing, light);

    [Test]
    public void Yellow_fever_counts_only_where_the_country_asks_for_it() =>
        Assert.That(Readiness.LightOf(Without(ReadinessKind.YellowFever), Journey with { Rules = Journey.Rules with { NeedsYellowFever = false } }), Is.EqualTo(ReadinessLight.Green));

    [Test]
    public void A_visa_of_another_country_is_none_and_a_national_needs_none()
    {
        var other = Roster.Fitting with { Readiness = [.. Roster.Fitting.Readiness.Select(item => item with { Country = item.Country is null ? null : "ML" })] };

        AssertOnly(other, Journey, ReadinessFault.VisaToCheck, ReadinessLight.Amber);
        Assert.That(Readiness.LightOf(other with { Nationalities = ["SN"] }, Journey), Is.EqualTo(ReadinessLight.Green));
        Assert.That(Readiness.LightOf(other with { Residence = "SN" }, Journey), Is.EqualTo(ReadinessLight.Green));
    }

    [TestCase(90, ReadinessLight.Green)]
    [TestCase(91, ReadinessLight.Amber)]
    public void An_availability_is_stale_after_ninety_days(int age, ReadinessLight light) =>
        Assert.That(Readiness.LightOf(Roster.Fitting with { ConfirmedOn = Roster.Today.AddDays(-age) }, Journey), Is.EqualTo(light));

    [Test]
    public void Who_works_from_afar_needs_no_passport() =>
        Assert.That(Readiness.LightOf(Without(ReadinessKind.Passport), Journey with { IsOnSite = false }), Is.EqualTo(ReadinessLight.Green));

    [Test]
    public void The_light_is_always_that_of_the_gravest_reason()
    {
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            var candidate = Roster.Fitting with
            {
                Readiness = [.. Roster.Fitting.Readiness.Where(_ => random.Next(4) > 0).Select(item => item with { ValidUntil = Roster.Today.AddDays(random.Next(-20, 500)) })],
                ConfirmedOn = Roster.Today.AddDays(-random.Next(120)),
            };
            var journey = Journey with { From = Roster.Today.AddDays(random.Next(60)) };
            journey = journey with { To = journey.From.AddDays(4) };
            var reasons = Readiness.ReasonsOf(candidate, journey);

            Assert.That(Readiness.LightOf(candidate, journey), Is.EqualTo(reasons.Select(reason => reason.Light).DefaultIfEmpty(ReadinessLight.Green).Max()));
        }
    }

    [Test]
    public void The_rapid_pool_follows_from_complete_readiness_and_short_notice()
    {
        var profile = new ExpertProfile { NoticeDays = 5, Readiness = Roster.Fitting.Readiness };
        var confirmed = Roster.Today;

        Assert.That(Readiness.RapidUntil(profile, confirmed), Is.EqualTo(confirmed.AddDays(90)));
        Assert.That(Readiness.RapidUntil(profile with { NoticeDays = 6 }, confirmed), Is.Null);
        Assert.That(Readiness.RapidUntil(profile with { RemoteOnly = true }, confirmed), Is.Null);
        Assert.That(Readiness.RapidUntil(profile with { Readiness = Without(ReadinessKind.Insurance).Readiness }, confirmed), Is.Null);
        Assert.That(
            Readiness.RapidUntil(profile with { Readiness = Having(ReadinessKind.Passport, confirmed.AddMonths(13)).Readiness }, confirmed),
            Is.EqualTo(confirmed.AddMonths(1)));
    }

    private static Candidate Without(ReadinessKind kind) => Roster.Fitting with { Readiness = [.. Roster.Fitting.Readiness.Where(item => item.Kind != kind)] };

    private static Candidate Having(ReadinessKind kind, DateOnly last)
    {
        var without = Without(kind);
        return without with { Readiness = [.. without.Readiness, new ReadinessItem { Kind = kind, ValidUntil = last }] };
    }

    private static void AssertOnly(Candidate candidate, Journey journey, ReadinessFault? fault, ReadinessLight light)
    {
        var reasons = Readiness.ReasonsOf(candidate, journey);
        Assert.That(reasons.Select(reason => (ReadinessFault?)reason.Fault).SingleOrDefault(), Is.EqualTo(fault));
        Assert.That(Readiness.LightOf(candidate, journey), Is.EqualTo(light));
    }
}
