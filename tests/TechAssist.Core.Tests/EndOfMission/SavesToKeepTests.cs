using FsCheck;
using FsCheck.Fluent;
using TechAssist.Core.EndOfMission.Merging;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace TechAssist.Core.Tests.EndOfMission;

/// <summary>Earlier texts of a report: enough to put any two together, and not more than a database should hold.</summary>
[TestFixture]
public sealed class SavesToKeepTests
{
    private static readonly DateTime Now = new(2031, 9, 8, 9, 0, 0, DateTimeKind.Utc);

    [Test]
    public void All_of_the_last_hour_stay_and_what_was_replaced_long_ago_goes()
    {
        var saves = Saves(TimeSpan.FromMinutes(55), TimeSpan.FromSeconds(5), "Awa").Prepend(new SaveTime(-1, Now.AddDays(-31), "Awa")).Prepend(new SaveTime(-2, Now.AddDays(-40), "Awa"));
        Assert.That(SavesToKeep.Spare([.. saves], Now), Is.EqualTo(new[] { -2 }), "the one of 31 days ago stood until an hour ago");
    }

    [Test]
    public void A_day_of_steady_writing_leaves_one_text_a_minute_and_a_month_one_an_hour()
    {
        var day = Saves(TimeSpan.FromHours(10), TimeSpan.FromSeconds(6), "Awa");
        var month = day.Select(save => save with { At = save.At.AddDays(-3) }).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(day.Count - SavesToKeep.Spare(day, Now).Count, Is.LessThan(600 + (9 * 60) + 10));
            Assert.That(month.Count - SavesToKeep.Spare(month, Now).Count, Is.LessThan(13));
        });
    }

    [Test]
    public void Revisions_that_hold_the_last_text_of_a_stretch_all_stay()
    {
        var at = Now.AddHours(-5);
        SaveTime[] saves = [new(1, at, "Awa"), new(2, at.AddSeconds(9), "Awa"), new(3, at.AddSeconds(9), "Awa"), new(4, at.AddSeconds(20), "Rui"), new(5, Now, "Rui")];
        Assert.That(SavesToKeep.Spare(saves, Now), Is.EqualTo(new[] { 1 }));
    }

    [Property]
    public Property What_anybody_saved_last_stays_for_thirty_days() => Prop.ForAll(
        Gen.Choose(0, 40_000).SelectMany(minutes => Gen.Elements("Awa", "Rui", "Léa").Select(by => (Minutes: minutes, By: by))).ListOf().ToArbitrary(),
        found =>
        {
            var saves = found.OrderByDescending(one => one.Minutes).Select((one, index) => new SaveTime(index, Now.AddMinutes(-one.Minutes), one.By)).ToList();
            var spare = SavesToKeep.Spare(saves, Now);
            return saves.GroupBy(save => save.By).All(group => !spare.Contains(group.Last().Revision));
        });

    private static List<SaveTime> Saves(TimeSpan since, TimeSpan every, string by) =>
        [.. Enumerable.Range(0, (int)(since / every)).Select(index => new SaveTime(index, Now - since + (every * index), by))];
}
