using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.Board;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Requests.Steering;
using TechAssist.Core.Work;
using TechAssist.Core.Work.Agenda;
using TechAssist.Core.Work.Tasks;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Work;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class SteeringTests(Provider provider)
{
    private CaseWalk world = null!;

    [SetUp]
    public async Task SetUp() => world = await CaseWalk.StartAsync(provider);

    [TearDown]
    public async Task TearDown() => await world.DisposeAsync();

    [Test]
    public async Task A_hold_stops_every_clock_and_a_continuation_moves_what_is_due()
    {
        var reference = await world.SubmitToDecisionAsync();
        var before = await DueOfDecisionAsync();
        await world.AsAsync("coordinator", (provider, actor) => provider.GetRequiredService<HoldRequest>()
            .ExecuteAsync(reference, new HoldInput { Reason = "Élections", UntilOn = new(2031, 4, 1) }, actor, default));
        world.Clock.Advance(TimeSpan.FromDays(14));
        await world.SweepAsync();
        var reminded = await world.ReadAsync(db => db.Timeline.AnyAsync(line => line.Kind.StartsWith("task-")));
        var refused = await Assert.ThrowsAsync<RuleException>(() => world.AnswerAsync("coordinator", "decision", "approve", new { reasons = "Oui." }));

        await world.AsAsync("coordinator", (provider, actor) => provider.GetRequiredService<ContinueRequest>()
            .ExecuteAsync(reference, new SteeringInput { Reason = "C'est passé." }, actor, default));

        var after = await DueOfDecisionAsync();
        Assert.Multiple(() =>
        {
            Assert.That(reminded, Is.False, "nobody is reminded while the case stands");
            Assert.That(refused!.Code, Is.EqualTo("on-hold"));
            Assert.That(after, Is.EqualTo(before.AddDays(14)), "two weeks of ten working days each later");
        });
    }

    [Test]
    public async Task The_day_of_a_hold_is_told_stands_in_the_history_and_brings_the_case_back_to_the_lists()
    {
        var reference = await world.SubmitToDecisionAsync();
        await HoldAsync(reference, new(2031, 4, 1));
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 31, 21, 59, 0, TimeSpan.Zero));
        await world.SweepAsync();
        var (before, idleBefore) = (await HoldOverMailsAsync(), await IdleAsync("officer"));

        // Midnight in Brussels, in summer time.
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.SweepAsync();
        await world.SweepAsync();

        var lines = await world.ReadAsync(db => db.Timeline.Where(line => line.Kind == "hold-over").ToListAsync());
        var shown = (await world.AsAsync("coordinator", (provider, actor) => provider.GetRequiredService<GetBoard>().ExecuteAsync(new BoardFilter(), actor, default))).Stages.Single().Cases.Single();
        Assert.That((before, idleBefore), Is.EqualTo((Array.Empty<string>(), 0)), "the day has not come");
        Assert.That(await HoldOverMailsAsync(), Is.EqualTo(new[] { "coordinator2@example.test", "coordinator@example.test", "officer@example.test" }), "each of them once");
        Assert.That(lines, Has.Count.EqualTo(1));
        Assert.That((await IdleAsync("officer"), await IdleAsync("coordinator"), await IdleAsync("focal")), Is.EqualTo((1, 1, 0)));
        Assert.That((shown.Due, shown.IsHoldOver, shown.HoldUntilOn), Is.EqualTo((DueState.Paused, true, new DateOnly(2031, 4, 1))));
        Assert.That(await world.ReadAsync(db => db.Requests.Select(row => row.Status).SingleAsync()), Is.EqualTo(RequestStatus.OnHold), "people say whether it goes on");
    }

    [Test]
    public async Task Tasks_of_a_case_on_hold_are_paused_and_not_late()
    {
        var reference = await world.SubmitToDecisionAsync();
        var task = await world.ReadAsync(db => db.WorkItems.Where(item => item.ClosedAt == null && db.People.Any(person => person.Id == item.PersonId && person.Name == "coordinator")).Select(item => item.Id).SingleAsync());
        world.Clock.Advance(TimeSpan.FromDays(21));
        Assert.That(await LateAsync(), Is.EqualTo((new TaskCounts(1, 1, 0), true, true, true, true)), "late while it goes on");
        await HoldAsync(reference, new(2031, 4, 30));

        Assert.That(await LateAsync(), Is.EqualTo((new TaskCounts(1, 0, 1), false, false, false, false)));
        Assert.That((await TasksAsync(new() { Late = true })).Count, Is.Zero);
        Assert.That((await TasksAsync(new() { Late = false })).Count, Is.EqualTo(1));
        Assert.That((await TasksAsync(new() { Paused = true })).Single(), Has.Property("IsPaused").True.And.Property("Status").EqualTo(RequestStatus.OnHold));
        Assert.That(await TasksAsync(new() { Paused = false }), Is.Empty);
        Assert.That((await AskAsync((provider, actor) => provider.GetRequiredService<ListRequests>().ExecuteAsync(new ListRequestsInput { Late = true }, actor, default))).Items, Is.Empty);
        await world.AsAsync("coordinator", (provider, actor) => provider.GetRequiredService<ContinueRequest>().ExecuteAsync(reference, new SteeringInput { Reason = "Fini." }, actor, default));
        Assert.That((await TasksAsync(new() { Late = true })).Single().IsPaused, Is.False, "as late as before");

        Task<T> AskAsync<T>(Func<IServiceProvider, Actor, Task<T>> ask) => world.AsAsync("coordinator", ask);

        async Task<IReadOnlyList<TaskRow>> TasksAsync(ListMyTasksInput input) => (await AskAsync((provider, actor) => provider.GetRequiredService<ListMyTasks>().ExecuteAsync(input, actor, default))).Items;

        async Task<(TaskCounts, bool Row, bool Task, bool Request, bool Agenda)> LateAsync() => (
            await AskAsync((provider, actor) => provider.GetRequiredService<ListMyTasks>().CountAsync(actor, default)),
            (await TasksAsync(new())).Single().IsLate,
            (await AskAsync((provider, actor) => provider.GetRequiredService<GetTask>().ExecuteAsync(task, actor, default))).IsLate,
            (await AskAsync((provider, actor) => provider.GetRequiredService<ListRequests>().ExecuteAsync(new ListRequestsInput(), actor, default))).Items.Single().IsLate,
            (await AskAsync((provider, actor) => provider.GetRequiredService<ListAgenda>().ExecuteAsync(new(2031, 3, 1), new(2031, 4, 1), actor, default))).Single().IsLate);
    }

    [TestCase("continue")]
    [TestCase("cancel")]
    public async Task Nothing_is_told_of_a_hold_that_ended_before_its_day(string how)
    {
        var reference = await world.SubmitToDecisionAsync();
        await HoldAsync(reference, new(2031, 4, 1));
        var why = new SteeringInput { Reason = "C'est passé." };
        await world.AsAsync("coordinator", (provider, actor) => how == "continue"
            ? provider.GetRequiredService<ContinueRequest>().ExecuteAsync(reference, why, actor, default)
            : provider.GetRequiredService<EndRequest>().CancelAsync(reference, why, actor, default));

        Assert.That(await world.ReadAsync(db => db.Deadlines.CountAsync(row => row.Kind == DeadlineKind.HoldOver)), Is.Zero);
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 4, 2, 9, 0, 0, TimeSpan.Zero));
        await world.SweepAsync();
        Assert.That(await HoldOverMailsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_hold_is_until_a_later_day_of_the_secretariat()
    {
        var reference = await world.SubmitToDecisionAsync();
        // 23:30 UTC on the 3rd is the 4th in Brussels.
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 3, 23, 30, 0, TimeSpan.Zero));
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => HoldAsync(reference, new(2031, 3, 4)));
        Assert.That(refused!.Errors.Select(error => (error.Field, error.Code)), Is.EqualTo(new[] { ("untilOn", "not-in-the-future") }));
        await HoldAsync(reference, new(2031, 3, 5));
    }

    [Test]
    public async Task A_suspension_without_a_day_is_looked_at_again_when_it_has_stood_for_fifteen_working_days()
    {
        var reference = await world.SubmitToDecisionAsync();
        await world.AsAsync("coordinator", (provider, actor) => provider.GetRequiredService<HoldRequest>()
            .ExecuteAsync(reference, new HoldInput { Reason = "Combats dans la région", IsSecurity = true }, actor, default));
        world.Clock.Advance(TimeSpan.FromDays(14));
        var soon = await IdleAsync("officer");
        world.Clock.Advance(TimeSpan.FromDays(14));

        Assert.That((soon, await IdleAsync("officer"), await IdleAsync("coordinator")), Is.EqualTo((0, 1, 1)));
    }

    private Task HoldAsync(string reference, DateOnly until) => world.AsAsync("coordinator", (provider, actor) => provider.GetRequiredService<HoldRequest>()
        .ExecuteAsync(reference, new HoldInput { Reason = "Élections", UntilOn = until }, actor, default));

    private async Task<string[]> HoldOverMailsAsync() =>
        [.. (await world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == "hold-over").Select(mail => mail.ToAddress).ToListAsync())).Order(StringComparer.Ordinal)];

    private async Task<int> IdleAsync(string who) =>
        (await world.AsAsync(who, (provider, actor) => provider.GetRequiredService<ListIdleCases>().ExecuteAsync(10, actor, default))).Count;

    [Test]
    public async Task A_withdrawal_ends_the_case_and_its_tasks()
    {
        var reference = await world.SubmitToDecisionAsync();

        await world.AsAsync("requester", (provider, actor) => provider.GetRequiredService<EndRequest>()
            .WithdrawAsync(reference, new SteeringInput { Reason = "Un autre bailleur." }, actor, default));

        var request = await world.ReadAsync(db => db.Requests.SingleAsync());
        var open = await world.ReadAsync(db => db.WorkItems.CountAsync(item => item.ClosedAt == null));
        Assert.Multiple(() =>
        {
            Assert.That(request.Result, Is.EqualTo("withdrawn"));
            Assert.That(open, Is.Zero);
        });
    }

    [Test]
    public async Task A_requester_cannot_cancel_and_a_stranger_does_not_know_the_case()
    {
        var reference = await world.SubmitAsync();

        Assert.Multiple(() =>
        {
            Assert.That(() => CancelAsync("requester"), Throws.TypeOf<RuleException>().With.Property("Code").EqualTo("not-allowed"));
            Assert.That(() => CancelAsync("stranger"), Throws.TypeOf<NotFoundException>());
        });

        Task CancelAsync(string who) => world.AsAsync(who, (provider, actor) =>
            provider.GetRequiredService<EndRequest>().CancelAsync(reference, new SteeringInput { Reason = "Non." }, actor, default));
    }

    [Test]
    public async Task A_reopened_case_stands_at_the_step_chosen_with_what_was_decided_before()
    {
        var reference = await world.SubmitToDecisionAsync();
        await world.AsAsync("coordinator", (provider, actor) =>
            provider.GetRequiredService<EndRequest>().CancelAsync(reference, new SteeringInput { Reason = "Crédits gelés." }, actor, default));

        await world.AsAsync("coordinator", (provider, actor) => provider.GetRequiredService<ReopenRequest>()
            .ExecuteAsync(reference, new ReopenInput { Reason = "Crédits rendus.", StepId = "decision" }, actor, default));

        var carried = await world.ReadAsync(db => db.Steps.Where(step => step.IsCarriedOver).OrderBy(step => step.StepId).Select(step => step.StepId).ToListAsync());
        var open = await world.OpenStepsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(open, Is.EqualTo(new[] { "decision" }));
            Assert.That(carried, Is.EqualTo(new[] { "eligibility", "receipt", "triage" }), "the endorsement is a fact already");
        });
        await world.AnswerAsync("coordinator", "decision", "approve", new { reasons = "Oui." });
        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "termsDrafting" }));
    }

    [Test]
    public async Task A_change_of_track_shows_beforehand_what_it_would_do_and_does_it()
    {
        var reference = await world.SubmitToDecisionAsync();
        var plan = await world.AsAsync("coordinator", (provider, actor) =>
            provider.GetRequiredService<ChangeTrack>().DryRunAsync(reference, Track.Rapid, actor, default));
        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "decision" }), "a dry run changes nothing");

        await world.AsAsync("coordinator", (provider, actor) => provider.GetRequiredService<ChangeTrack>()
            .ExecuteAsync(reference, new ChangeTrackInput { Track = Track.Rapid, Reason = "Crise." }, actor, default));

        var open = await world.OpenStepsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(plan.Carried.Select(step => step.StepId), Is.EqualTo(new[] { "receipt" }));
            Assert.That(plan.Open.Select(step => step.StepId), Is.EqualTo(open));
            Assert.That(open, Is.EqualTo(new[] { "rapidCheck" }));
        });
    }

    [Test]
    public async Task A_copy_of_an_ended_request_asks_for_the_promises_again()
    {
        var reference = await world.SubmitAsync();
        await world.AsAsync("requester", (provider, actor) =>
            provider.GetRequiredService<EndRequest>().WithdrawAsync(reference, new SteeringInput { Reason = "Erreur." }, actor, default));

        var copy = await world.AsAsync("requester", (provider, actor) => provider.GetRequiredService<CopyRequest>().ExecuteAsync(reference, actor, default));

        Assert.Multiple(() =>
        {
            Assert.That(copy.IsDraft, Is.True);
            Assert.That(copy.TitleFr, Is.EqualTo(CaseWalk.Request().Title.Fr));
            Assert.That(copy.Content.Commitments.Host, Is.False);
        });
    }

    private Task<DateTime> DueOfDecisionAsync() =>
        world.ReadAsync(db => db.Steps.Where(step => step.StepId == "decision").Select(step => step.DueAt!.Value).SingleAsync());
}
