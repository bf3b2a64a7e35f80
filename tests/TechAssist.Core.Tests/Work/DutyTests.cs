using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Requests;
using TechAssist.Core.Work.Duty;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Work;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class DutyTests(Provider provider)
{
    private static readonly DateOnly Monday = new(2031, 3, 3);

    private static readonly RequestContent Rapid = CaseWorld.Request with
    {
        Track = Track.Rapid,
        Urgency = new Urgency { Event = "Arrivées", EventOn = new DateOnly(2031, 2, 20), Consequence = "Vies", Authority = "Le ministre" },
    };

    [Test]
    public async Task The_officer_on_duty_alone_gets_a_rapid_case_and_all_do_while_nobody_is()
    {
        await using var world = await OpenAsync();
        await world.SubmitAsync(Rapid);
        Assert.That(await AskedAsync(world), Is.EqualTo(new[] { "duty", "second" }), "nobody is planned");

        await PlanAsync(world, "second", Monday, Monday.AddDays(1));
        await world.SubmitAsync(Rapid);
        Assert.That(await AskedAsync(world), Is.EqualTo(new[] { "second" }));

        world.Clock.Advance(TimeSpan.FromDays(2));
        await world.SubmitAsync(Rapid);
        Assert.That(await AskedAsync(world), Is.EqualTo(new[] { "duty", "second" }), "after the last period");
    }

    [Test]
    public async Task At_the_change_open_tasks_move_both_are_told_and_the_case_keeps_the_note()
    {
        await using var world = await OpenAsync();
        var first = await PlanAsync(world, "duty", Monday, Monday);
        await PlanAsync(world, "second", Monday.AddDays(1), Monday.AddDays(7));
        await world.SubmitAsync(Rapid);
        await world.AsAsync<PlanDuty>("duty", (act, actor) => act.NoteAsync(new HandOverNoteInput { PeriodId = first, Note = "L’hôte rappelle mardi" }, actor, default));
        Assert.That(await HandOverAsync(world), Is.Zero);
        Assert.That(await AskedAsync(world), Is.EqualTo(new[] { "duty" }));

        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 3, 23, 0, 0, TimeSpan.Zero));
        Assert.That(await HandOverAsync(world), Is.EqualTo(1));
        Assert.That(await HandOverAsync(world), Is.Zero, "once");
        Assert.That(await AskedAsync(world), Is.EqualTo(new[] { "second" }));
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(row => row.RequestId == world.RequestId && row.Kind == "duty-handed-over"));
        Assert.That((line.Values["from"], line.Values["to"], line.Reason, line.IsPublic), Is.EqualTo(("duty", "second", "L’hôte rappelle mardi", false)));
        Assert.That(await MailsAsync(world, "duty-begins"), Is.EqualTo(new[] { "duty@x.test 0", "second@x.test 1" }));
        Assert.That(await MailsAsync(world, "duty-ends"), Is.EqualTo(new[] { "duty@x.test 1" }));
        await world.AnswerAsync("second", "receipt", "accept");
    }

    [Test]
    public async Task A_step_that_two_officers_had_goes_on_with_one_of_them()
    {
        await using var world = await OpenAsync();
        await world.ReachRapidCallAsync();
        Assert.That(await AskedAsync(world), Is.EqualTo(new[] { "duty", "second" }));
        await PlanAsync(world, "second", Monday, Monday.AddDays(7));
        Assert.That(await HandOverAsync(world), Is.EqualTo(1));
        Assert.That(await AskedAsync(world), Is.EqualTo(new[] { "second" }));

        await world.AcceptAsync("expert");
        var step = (await world.OpenStepsAsync()).Single();
        await world.AnswerAsync("second", step, "ready");
        await world.DraftTermsAsync();
        await world.AnswerAsync("officer", step, "ready");
        Assert.That(await world.OpenStepsAsync(), Does.Not.Contain(step), "the task that was taken off is waited for");
    }

    [Test]
    public async Task The_roster_has_no_overlaps_and_shows_its_gaps()
    {
        await using var world = await OpenAsync();
        await PlanAsync(world, "duty", Monday, Monday.AddDays(3));
        await PlanAsync(world, "second", Monday.AddDays(6), Monday.AddDays(9));
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => PlanAsync(world, "second", Monday.AddDays(3), Monday.AddDays(4))))!.Code, Is.EqualTo("duty-overlaps"));
        Assert.That((await Assert.ThrowsAsync<InvalidInputException>(() => PlanAsync(world, "officer", Monday.AddDays(4), Monday.AddDays(4))))!.Errors.Single().Code, Is.EqualTo("not-a-duty-officer"));
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => PlanAsync(world, "duty", Monday.AddDays(4), Monday.AddDays(4), "duty")))!.Code, Is.EqualTo("not-allowed"));
        var seen = await world.AsAsync<GetDuty, DutyView>("officer", (query, actor) => query.ExecuteAsync(actor, default));
        Assert.That(seen.MayPlan, Is.False);
        Assert.That(seen.Rows.Select(row => (row.Officer, row.FromOn, row.ToOn)), Is.EqualTo(new[]
        {
            ("duty", Monday, (DateOnly?)Monday.AddDays(3)), (null, Monday.AddDays(4), Monday.AddDays(5)),
            ("second", Monday.AddDays(6), Monday.AddDays(9)), (null, Monday.AddDays(10), null),
        }));
    }

    [Test]
    public async Task A_period_under_way_ends_with_yesterday_and_one_to_come_is_gone()
    {
        await using var world = await OpenAsync();
        var running = await PlanAsync(world, "duty", Monday, Monday.AddDays(3));
        var coming = await PlanAsync(world, "second", Monday.AddDays(6), Monday.AddDays(9));
        world.Clock.Advance(TimeSpan.FromDays(1));
        foreach (var id in new[] { running, coming })
        {
            await world.AsAsync<PlanDuty>("coordinator", (act, actor) => act.CancelAsync(id, actor, default));
        }

        var left = await world.ReadAsync(db => db.DutyPeriods.Select(period => period.ToOn).ToArrayAsync());
        Assert.That(left, Is.EqualTo(new[] { Monday }));
        await PlanAsync(world, "second", Monday.AddDays(1), Monday.AddDays(1));
    }

    private async Task<CaseWorld> OpenAsync()
    {
        var world = await CaseWorld.OpenAsync(provider);
        await world.AddPersonAsync("second", Role.DutyOfficer);
        return world;
    }

    private static Task<Guid> PlanAsync(CaseWorld world, string officer, DateOnly from, DateOnly to, string who = "coordinator") =>
        world.AsAsync<PlanDuty, Guid>(who, async (act, actor) =>
        {
            var id = await world.ReadAsync(db => db.People.Where(person => person.Name == officer).Select(person => person.Id).SingleAsync());
            return await act.ExecuteAsync(new PlanDutyInput { PersonId = id, FromOn = from, ToOn = to }, actor, default);
        });

    private static Task<int> HandOverAsync(CaseWorld world) => world.AsAsync<HandOverDuty, int>("officer", (act, _) => act.ExecuteAsync(default));

    private static Task<string[]> AskedAsync(CaseWorld world) => world.ReadAsync(db => db.WorkItems
        .Where(item => item.RequestId == world.RequestId && item.ClosedAt == null && item.Role == Role.DutyOfficer)
        .Select(item => db.People.Where(person => person.Id == item.PersonId).Select(person => person.Name).Single())
        .OrderBy(name => name).ToArrayAsync());

    private static async Task<string[]> MailsAsync(CaseWorld world, string template) =>
        [.. (await world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == template).ToListAsync())).Select(mail => $"{mail.ToAddress} {mail.Values["count"]}").Order(StringComparer.Ordinal)];
}
