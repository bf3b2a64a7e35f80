using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Asks;

namespace TechAssist.Core.Tests.Experts;

/// <summary>When something that comes to an end is asked about.</summary>
public sealed class AskLadderTests
{
    private static readonly DateOnly Confirmed = new(2031, 1, 1);

    private static readonly ExpertProfile Profile = new()
    {
        Readiness = [new ReadinessItem { Kind = ReadinessKind.Passport, ValidUntil = new DateOnly(2031, 12, 31) }, new ReadinessItem { Kind = ReadinessKind.YellowFever }],
    };

    [TestCase("2031-03-31", null)]
    [TestCase("2031-04-01", "Availability 0")]
    [TestCase("2031-05-01", "Availability -30")]
    [TestCase("2031-10-02", "Availability -30, Passport 90")]
    [TestCase("2031-12-01", "Availability -30, Passport 30")]
    [TestCase("2031-12-24", "Availability -30, Passport 7")]
    [TestCase("2035-01-01", "Availability -30, Passport 7")]
    public void The_last_stage_reached_is_owed_and_what_never_ends_is_never_asked(string today, string? owed) => Assert.That(
        string.Join(", ", AskLadder.Owed(Profile, Confirmed, DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).Select(ask => $"{ask.Item} {ask.Stage}")),
        Is.EqualTo(owed ?? ""));

    [Test]
    public void The_next_day_is_the_first_on_which_something_new_is_owed()
    {
        List<DateOnly> days = [];
        for (DateOnly? day = Confirmed; (day = AskLadder.NextAfter(Profile, Confirmed, day!.Value)) is not null;)
        {
            days.Add(day.Value);
        }

        Assert.That(days, Is.EqualTo(new DateOnly[] { new(2031, 4, 1), new(2031, 5, 1), new(2031, 10, 2), new(2031, 12, 1), new(2031, 12, 24) }));
        Assert.That(AskLadder.NextFrom(Profile, Confirmed, new DateOnly(2031, 4, 1)), Is.EqualTo(new DateOnly(2031, 4, 1)));
    }

    [Test]
    public void Of_two_passports_the_one_that_lasts_longer_counts_and_a_visa_is_its_countrys()
    {
        var profile = new ExpertProfile
        {
            Readiness =
            [
                new ReadinessItem { Kind = ReadinessKind.Passport, ValidUntil = new DateOnly(2031, 2, 1) },
                new ReadinessItem { Kind = ReadinessKind.Passport, ValidUntil = new DateOnly(2039, 2, 1) },
                new ReadinessItem { Kind = ReadinessKind.Visa, Country = "ML", ValidUntil = new DateOnly(2031, 2, 1) },
                new ReadinessItem { Kind = ReadinessKind.Visa, Country = "NE", ValidUntil = new DateOnly(2032, 2, 1) },
            ],
        };
        Assert.That(AskLadder.Owed(profile, Confirmed, Confirmed).Select(ask => ask.Item), Is.EqualTo(new[] { "Visa:ML" }));
    }

    [Test]
    public void Days_at_the_ends_of_the_calendar_are_no_fault()
    {
        var profile = new ExpertProfile
        {
            Readiness = [new ReadinessItem { Kind = ReadinessKind.Passport, ValidUntil = DateOnly.MinValue }, new ReadinessItem { Kind = ReadinessKind.Medical, ValidUntil = DateOnly.MaxValue }],
        };
        Assert.That(() => AskLadder.NextFrom(profile, Confirmed, Confirmed), Throws.Nothing);
    }

    [Test]
    public void Everything_that_is_asked_about_has_its_words()
    {
        string[] items = [AskLadder.Availability, .. Enum.GetNames<ReadinessKind>().Select(name => name == "Visa" ? "Visa:ML" : name), .. Enum.GetNames<ConsentKind>().Select(name => "Consent:" + name)];
        foreach (var language in Languages.All)
        {
            Assert.That(items.Select(item => AskWords.Name(item, language)), Is.Unique.And.None.Contain("Ask."));
        }
    }
}
