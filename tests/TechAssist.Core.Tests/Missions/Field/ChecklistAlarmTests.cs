using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Field;
using TechAssist.Core.People;
using TechAssist.Core.Tests.Notifications;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Missions.Field;

/// <summary>The mission leaves on Monday 1 September 2031: ten working days before is 18 August, five 25 August, two 28 August.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class ChecklistAlarmTests(Provider provider)
{
    private static readonly ChecklistKind[] OfTheExpert = [ChecklistKind.Visa, ChecklistKind.Insurance];

    [Test]
    public async Task Owners_of_open_items_are_told_once_a_window_and_the_coordinator_five_days_before()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        Assert.That(await ToldAsync(world, 8, 18, 6), Is.Empty, "before the office opens");
        Assert.That(await ToldAsync(world, 8, 18, 8), Is.EqualTo(new[] { "expert checklist-due", "logistics checklist-due", "officer checklist-due" }));
        Assert.That(await ToldAsync(world, 8, 19, 8), Is.Empty, "told already");
        foreach (var kind in OfTheExpert)
        {
            await world.AsAsync<TickChecklist>("expert", (act, actor) => act.ExecuteAsync(missionId, new TickChecklistInput(kind, ChecklistState.Done), actor, default));
        }

        Assert.That(await ToldAsync(world, 8, 25, 8), Is.EqualTo(new[] { "coordinator checklist-red", "logistics checklist-due", "officer checklist-due" }));
        var items = await world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == ChecklistAlarms.Due && mail.ToAddress == "officer@x.test").OrderBy(mail => mail.CreatedAt).Select(mail => mail.Values).LastAsync());
        Assert.That((items["items"].Split(" · ").Length, items["days"]), Is.EqualTo((2, "5")), "the briefing and the letter of the host");
        await world.SettleChecklistAsync(missionId);
        Assert.That(await ToldAsync(world, 8, 28, 8), Is.Empty, "all is settled");
    }

    [Test]
    public async Task What_was_done_before_the_mail_left_is_not_asked_for()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        await ToldAsync(world, 8, 18, 8);
        foreach (var kind in OfTheExpert)
        {
            await world.AsAsync<TickChecklist>("expert", (act, actor) => act.ExecuteAsync(missionId, new TickChecklistInput(kind, ChecklistState.Done), actor, default));
        }

        await new SentMails(world).SendAsync();
        var dropped = await world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == ChecklistAlarms.Due && mail.LastError == "done-meanwhile").Select(mail => mail.ToName).ToListAsync());
        Assert.That(dropped, Is.EqualTo(new[] { "expert" }));
    }

    [Test]
    public async Task A_postponed_mission_alarms_nobody_and_its_new_days_alarm_anew_the_nearest_missed_window_only()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachMissionAsync();
        await world.AnswerAsync("logistics", "preparation", "postponed", new { comment = "Élections" });
        Assert.That(await ToldAsync(world, 8, 25, 8), Is.Empty);
        await world.AnswerAsync("logistics", "postponement", "newDates", new { startOn = "2031-10-06", endOn = "2031-10-10" });
        Assert.That(await ToldAsync(world, 8, 26, 8), Is.Empty);
        string[] all = ["coordinator checklist-red", "expert checklist-due", "logistics checklist-due", "officer checklist-due"];
        Assert.That(await ToldAsync(world, 10, 2, 8), Is.EqualTo(all));
        Assert.That(await ToldAsync(world, 10, 3, 8), Is.Empty);
        var news = await world.ReadAsync(db => db.Outbox.Where(mail => mail.Template.StartsWith("mission-")).OrderBy(mail => mail.Template).ThenBy(mail => mail.ToAddress)
            .Select(mail => $"{mail.ToName} {mail.Template}").ToListAsync());
        Assert.That(news, Does.Contain("expert mission-postponed").And.Contain("requester mission-postponed").And.Contain("expert mission-new-days").And.Contain("requester mission-new-days"));
    }

    [Test]
    public async Task A_further_item_is_alarmed_like_the_others_and_keeps_its_distance_when_the_departure_moves()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        await world.SettleChecklistAsync(missionId);
        var input = new ChecklistItemInput { Title = "Vaccination", Owner = Role.Expert, DueOn = new DateOnly(2031, 8, 22) };
        await world.AsAsync<ChangeChecklist>("logistics", (act, actor) => act.AddAsync(missionId, input, actor, default));
        Assert.That(await ToldAsync(world, 8, 18, 8), Is.EqualTo(new[] { "expert checklist-due" }));
        await world.AnswerAsync("logistics", "preparation", "postponed", new { comment = "Élections" });
        await world.AnswerAsync("logistics", "postponement", "newDates", new { startOn = "2031-10-06", endOn = "2031-10-10" });
        var item = (await world.ReadAsync(db => db.Missions.SingleAsync(row => row.Id == missionId))).Checklist.Single(row => row.Title == "Vaccination");
        Assert.That(item.DueOn, Is.EqualTo(new DateOnly(2031, 9, 26)));
        var silent = await Assert.ThrowsAsync<InvalidInputException>(() =>
            world.AsAsync<ChangeChecklist>("logistics", (act, actor) => act.ChangeAsync(missionId, item.Key, new ChecklistItemInput { Owner = Role.Logistics, DueOn = item.DueOn }, actor, default)));
        Assert.That(silent!.Errors.Single().Code, Is.EqualTo("reason-required"));
        await world.AsAsync<TickChecklist>("expert", (act, actor) => act.ExecuteAsync(missionId, new TickChecklistInput(ChecklistKind.Other, ChecklistState.Done) { Key = item.Key }, actor, default));
        Assert.That(await ToldAsync(world, 9, 22, 8), Is.Empty);
    }

    /// <summary>Who is told what by a sweep on a day of 2031, at an hour UTC.</summary>
    private static async Task<string[]> ToldAsync(CaseWorld world, int month, int day, int hour)
    {
        world.Clock.SetUtcNow(new DateTimeOffset(2031, month, day, hour, 0, 0, TimeSpan.Zero));
        for (var times = 0; times < 2; times++)
        {
            await world.AsAsync<SweepChecklists>("officer", (sweep, _) => sweep.ExecuteAsync(100, default));
        }

        return await world.ReadAsync(db => db.Outbox.Where(mail => mail.CreatedAt == world.Now && mail.Template.StartsWith("checklist-"))
            .OrderBy(mail => mail.ToName).ThenBy(mail => mail.Template).Select(mail => mail.ToName + " " + mail.Template).ToArrayAsync());
    }
}
