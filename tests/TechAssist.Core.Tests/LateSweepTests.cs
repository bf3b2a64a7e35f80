using Microsoft.EntityFrameworkCore;
using TechAssist.Testing;

namespace TechAssist.Core.Tests;

/// <summary>The server was off, and several deadlines of one step are due at once.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class LateSweepTests(Provider provider)
{
    [Test]
    public async Task Only_the_latest_reminder_is_sent_and_every_one_above_is_told_once()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachEligibilityAsync();
        world.Clock.Advance(TimeSpan.FromDays(14));
        await world.SweepAsync();

        var told = await world.ReadAsync(db => db.Outbox
            .Where(mail => mail.Template == "task-reminder" || mail.Template == "task-late" || mail.Template == "task-reported" || mail.Template == "task-escalated")
            .Where(mail => mail.CreatedAt == world.Now)
            .OrderBy(mail => mail.ToAddress).Select(mail => $"{mail.ToAddress} {mail.Template}").ToListAsync());
        Assert.That(told, Is.EqualTo(new[] { "coordinator@x.test task-escalated", "officer@x.test task-reported" }));
        Assert.That(await world.ReadAsync(db => db.Deadlines.CountAsync(deadline => deadline.HandledAt == null && deadline.FireAt <= world.Now)), Is.Zero);
    }

    [Test]
    public async Task The_automatic_outcome_comes_before_reminders_that_no_longer_matter()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachEligibilityAsync();
        await world.AnswerAsync("officer", "eligibility", "moreInformation", new { missing = "Le décret" });
        world.Clock.Advance(TimeSpan.FromDays(60));
        await world.SweepAsync();

        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "lapseWindow" }));
        var reminders = await world.ReadAsync(db => db.Outbox.CountAsync(mail => mail.CreatedAt == world.Now && mail.Template.StartsWith("task-") && mail.Template != "task-opened"));
        Assert.That(reminders, Is.Zero);
    }
}
