using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.People;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Requests.Steering;
using TechAssist.Core.Work;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Work;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class EscalationTests(Provider provider)
{
    private CaseWorld world = null!;

    [SetUp]
    public async Task SetUp() => world = await CaseWorld.OpenAsync(provider);

    [TearDown]
    public async Task TearDown() => await world.DisposeAsync();

    [Test]
    public async Task Whoever_is_reported_as_late_is_told_so_with_the_names()
    {
        await world.ReachEligibilityAsync();
        await LetPassAsync(14);
        var told = await world.ReadAsync(db => db.Outbox.SingleAsync(mail => mail.ToAddress == "officer@x.test" && mail.Template == "task-reported"));
        Assert.That(told.Values["people"], Is.EqualTo("coordinator"));
        Assert.That(told.Values["path"], Does.StartWith("/tasks/"));
    }

    [Test]
    public async Task An_escalation_to_the_one_who_is_late_goes_further_up()
    {
        await world.AddPersonAsync("head", Role.Head);
        await world.ReachEligibilityAsync();
        await world.ReadAsync(db => db.WorkItems.Where(item => item.ClosedAt == null).ExecuteUpdateAsync(items =>
            items.SetProperty(item => item.PersonId, db.People.Where(person => person.Email == "coordinator@x.test").Select(person => (Guid?)person.Id).First())));
        await LetPassAsync(14);
        Assert.That(await ToldAsync("task-escalated"), Is.EqualTo(new[] { "head@x.test" }));
    }

    [Test]
    public async Task A_step_given_upwards_is_the_coordinators_and_the_officer_is_told()
    {
        await world.ReachEligibilityAsync();
        await world.ReadAsync(db => db.Deadlines.Where(row => row.Kind == DeadlineKind.Escalation).ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Reassigns, true)));
        await LetPassAsync(14);
        var open = await world.ReadAsync(db => db.WorkItems.Where(item => item.ClosedAt == null)
            .Join(db.People, item => item.PersonId, person => person.Id, (item, person) => new { person.Name, item.Role }).SingleAsync());
        Assert.That((open.Name, open.Role), Is.EqualTo(("coordinator", Role.Coordinator)));
        Assert.That(await ToldAsync("task-taken-over"), Is.EqualTo(new[] { "coordinator@x.test" }));
        Assert.That(await ToldAsync("task-passed-on"), Is.EqualTo(new[] { "officer@x.test" }));
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(line => line.Kind == "task-reassigned")), Is.EqualTo(1));
        await world.AnswerAsync("coordinator", "eligibility", "moreInformation", new { missing = "Le décret" });
    }

    [Test]
    public async Task A_step_that_ends_leaves_no_deadline_behind()
    {
        await world.ReachEligibilityAsync();
        await world.AnswerAsync("officer", "eligibility", "moreInformation", new { missing = "Le décret" });
        Assert.That(await world.ReadAsync(db => db.Deadlines.CountAsync(row => row.StepRowId == null && row.Kind != DeadlineKind.Timer)), Is.Zero);
        Assert.That(await world.ReadAsync(db => db.Deadlines.CountAsync(row => row.HandledAt == null && row.Step!.ClosedAt != null)), Is.Zero);
        Assert.That(await world.ReadAsync(db => db.Deadlines.AnyAsync(row => row.HandledAt == null && row.Step!.StepId == "moreInformation")));
    }

    [Test]
    public async Task Two_nodes_at_once_remind_once()
    {
        await world.ReachEligibilityAsync();
        world.Clock.Advance(TimeSpan.FromDays(14));
        await Task.WhenAll(world.SweepAsync(), world.SweepAsync());
        await world.SweepAsync();
        Assert.That(await ToldAsync("task-escalated"), Has.Length.EqualTo(1));
        Assert.That(await world.ReadAsync(db => db.Deadlines.CountAsync(row => row.HandledAt == null && row.FireAt <= world.Now)), Is.Zero);
    }

    [TestCase(1)]
    [TestCase(100)]
    public async Task What_cannot_be_handled_never_stands_in_the_way_of_the_rest(int batch)
    {
        await world.ReachEligibilityAsync();
        var broken = await world.ReadAsync(db => db.WorkflowRuns.Select(run => run.Id).SingleAsync());
        await world.SubmitAsync();
        await world.ReadAsync(db => db.WorkflowRuns.Where(run => run.Id == broken).ExecuteUpdateAsync(runs => runs.SetProperty(run => run.Version, 99)));
        world.Clock.Advance(TimeSpan.FromDays(3));
        await Assert.ThrowsAsync<AggregateException>(() => world.SweepAsync(batch));
        Assert.That(await ToldAsync("task-reminder"), Is.EqualTo(new[] { "focal@x.test" }));
    }

    [Test]
    public async Task Silence_ends_by_itself_with_a_minute_of_who_was_silent()
    {
        await world.ReachDecisionAsync();
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.AnswerAsync("coordinator", "decision", "askCommittee", new { reasons = "Au comité" });
        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "committee" }));
        await LetPassAsync(40);
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(entry => entry.Kind == "silence-minute"));
        var text = await world.AsAsync<TimelineText, string>("officer", (service, _) => Task.FromResult(service.Sentence(line, "fr", forStaff: true)));
        Assert.That(text, Does.Contain("silence de committee").And.Not.Contain("{"));
    }

    [Test]
    public async Task More_time_is_told_to_whoever_has_the_task()
    {
        await world.ReachEligibilityAsync();
        var (reference, step) = await world.ReadAsync(async db => ((await db.Requests.SingleAsync()).Reference!, await db.Steps.Where(row => row.ClosedAt == null).Select(row => row.Id).SingleAsync()));
        await world.AsAsync<ExtendDue>("coordinator", (act, actor) =>
            act.ExecuteAsync(reference, step, new ExtendDueInput { Reason = "Congrès", UntilOn = new DateOnly(2031, 3, 20) }, actor, default));
        var mail = await world.ReadAsync(db => db.Outbox.SingleAsync(row => row.Template == "due-extended"));
        Assert.That((mail.ToAddress, mail.Values["reason"]), Is.EqualTo(("officer@x.test", "Congrès")));
        Assert.That(mail.Values["due"], Does.Contain("20 mars 2031"));
    }

    [Test]
    public async Task A_case_with_nothing_for_fifteen_working_days_surfaces_for_its_officer_and_who_steers()
    {
        await world.ReachEligibilityAsync();
        await LetPassAsync(21);
        Assert.That(await IdleAsync("officer"), Is.Empty, "fifteen working days are not over");
        await LetPassAsync(1);
        Assert.That(await IdleAsync("coordinator"), Has.Count.EqualTo(1));
        Assert.That(await IdleAsync("requester"), Is.Empty);
    }

    private Task<IReadOnlyList<IdleCase>> IdleAsync(string who) =>
        world.AsAsync<ListIdleCases, IReadOnlyList<IdleCase>>(who, (query, actor) => query.ExecuteAsync(10, actor, default));

    private async Task LetPassAsync(int days)
    {
        world.Clock.Advance(TimeSpan.FromDays(days));
        await world.SweepAsync();
    }

    private Task<string[]> ToldAsync(string template) =>
        world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == template).OrderBy(mail => mail.ToAddress).Select(mail => mail.ToAddress).ToArrayAsync());
}
