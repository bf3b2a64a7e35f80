using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Work;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class CaseFlowTests(Provider provider)
{
    private CaseWalk world = null!;

    [SetUp]
    public async Task SetUp() => world = await CaseWalk.StartAsync(provider);

    [TearDown]
    public async Task TearDown() => await world.DisposeAsync();

    [Test]
    public async Task A_submitted_request_has_a_reference_of_its_year_and_country()
    {
        Assert.That(await world.SubmitAsync(), Is.EqualTo("TA-2031-SN-0001"));
        Assert.That(await world.SubmitAsync(), Is.EqualTo("TA-2031-SN-0002"));
    }

    [Test]
    public async Task A_focal_points_own_request_counts_as_endorsed()
    {
        await world.SubmitAsync(who: "focal");

        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "receipt" }));
    }

    [Test]
    public async Task The_eligibility_clock_stands_while_the_requester_is_asked()
    {
        await world.SubmitAsync();
        await world.AnswerAsync("focal", "endorsement", "endorse");
        await world.AnswerAsync("officer", "receipt", "accept");
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.AnswerAsync("officer", "eligibility", "moreInformation", new { missing = "Quels ministères ?" });
        world.Clock.Advance(TimeSpan.FromDays(10));
        await world.AnswerAsync("requester", "moreInformation", "answer", new { answer = "L'Intérieur." });

        // Three working days from 3 March, of which one was used before the pause on the 4th; back on Friday the 14th.
        var due = await world.ReadAsync(db => db.Steps.Where(step => step.StepId == "eligibility" && step.ClosedAt == null).Select(step => step.DueAt).SingleAsync());
        Assert.That(due, Is.EqualTo(new DateTime(2031, 3, 18, 17, 0, 0, DateTimeKind.Utc)));
    }

    [Test]
    public async Task A_declined_request_ends_declined_when_nobody_appeals()
    {
        await world.SubmitToDecisionAsync();
        await world.AnswerAsync("coordinator", "decision", "decline", new { reasons = "Déjà couvert." });
        await world.AnswerAsync("officer", "declineLetter", "send", new { reason = "overlapsOtherSupport", explanation = "Déjà couvert.", wayForward = "Viser les régions." });
        world.Clock.Advance(TimeSpan.FromDays(60));
        await world.SweepAsync();

        var request = await world.ReadAsync(db => db.Requests.SingleAsync());
        var refusal = await world.ReadAsync(db => db.Refusals.SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That(request.Result, Is.EqualTo("declined"));
            Assert.That(refusal.Result, Is.EqualTo("declined"));
            Assert.That(refusal.AppealUntilAt, Is.Not.Null);
        });
    }

    [Test]
    public async Task An_appeal_brings_the_request_back_to_whoever_decided()
    {
        await world.SubmitToDecisionAsync();
        await world.AnswerAsync("coordinator", "decision", "decline", new { reasons = "Déjà couvert." });
        await world.AnswerAsync("officer", "declineLetter", "send", new { reason = "other", explanation = "Déjà couvert.", wayForward = "Viser les régions." });
        await world.AnswerAsync("requester", "declineWindow", "appeal", new { comment = "Les régions sont visées." });

        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "decision" }));
    }

    [Test]
    public async Task Two_scorers_are_needed_and_one_is_not_enough()
    {
        await world.SubmitAsync(who: "focal");
        await world.AnswerAsync("officer", "receipt", "accept");
        await world.AnswerAsync("officer", "eligibility", "eligible", new { mayBenefit = true, withinMandate = true, shortTerm = true, servesTheCountry = true, noOverlap = true });
        await world.AnswerAsync("officer", "triage", "scored", new { strategicFit = 4, expertDays = 10, trips = 1, cost = 8500, riskLevel = "low", overlap = "None known." });

        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "triage" }));
    }

    [Test]
    public async Task The_second_of_two_people_deciding_learns_who_was_faster()
    {
        await world.SubmitToDecisionAsync();
        var second = await world.ReadAsync(db => db.WorkItems
            .Where(item => item.Step.StepId == "decision" && db.People.Any(person => person.Id == item.PersonId && person.Name == "coordinator2"))
            .Select(item => item.Id).SingleAsync());
        await world.AnswerAsync("coordinator", "decision", "approve", new { reasons = "Oui." });

        var refused = await Assert.ThrowsAsync<RuleException>(() => world.AsAsync("coordinator2", (provider, actor) =>
            ((CompleteWorkItem)provider.GetService(typeof(CompleteWorkItem))!).ExecuteAsync(new(second, "decline"), actor, default)));
        Assert.That(refused!.Code, Is.EqualTo("no-longer-open"));
    }

    [Test]
    public async Task A_form_with_a_fault_saves_nothing()
    {
        await world.SubmitAsync(who: "focal");
        await world.AnswerAsync("officer", "receipt", "accept");

        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => world.AnswerAsync("officer", "eligibility", "eligible", new { mayBenefit = false }));
        var open = await world.OpenStepsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(refused!.Errors.Select(error => error.Field), Does.Contain("mayBenefit").And.Contain("withinMandate"));
            Assert.That(open, Is.EqualTo(new[] { "eligibility" }));
        });
    }

    [Test]
    public async Task On_the_rapid_track_the_endorsement_is_asked_beside_the_flow()
    {
        await world.SubmitAsync(CaseWalk.Request(Track.Rapid) with { LatestOn = new(2031, 4, 1) });
        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "lateEndorsement", "receipt" }));

        await world.AnswerAsync("focal", "lateEndorsement", "endorse");

        var request = await world.ReadAsync(db => db.Requests.SingleAsync());
        var open = await world.OpenStepsAsync();
        Assert.Multiple(() =>
        {
            Assert.That(request.EndorsedAt, Is.Not.Null);
            Assert.That(open, Is.EqualTo(new[] { "receipt" }));
        });
    }

    [Test]
    public async Task The_history_is_a_chain_without_a_gap()
    {
        await world.SubmitToDecisionAsync();

        var lines = await world.ReadAsync(db => db.Timeline.Where(line => line.RequestId != null).OrderBy(line => line.Number).ToListAsync());
        Assert.Multiple(() =>
        {
            Assert.That(lines.Select(line => line.Number), Is.EqualTo(Enumerable.Range(1, lines.Count)));
            Assert.That(lines.Select(line => line.PreviousHash).Skip(1), Is.EqualTo(lines.Select(line => line.Hash).SkipLast(1)));
            Assert.That(lines.Select(line => line.ComputeHash()), Is.EqualTo(lines.Select(line => line.Hash)));
        });
    }
}
