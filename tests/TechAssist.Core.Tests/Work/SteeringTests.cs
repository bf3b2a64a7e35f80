using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Steering;
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
