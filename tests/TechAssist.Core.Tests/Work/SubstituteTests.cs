using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.People;
using TechAssist.Core.People.Substitutes;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Steering;
using TechAssist.Core.Work;
using TechAssist.Core.Work.Tasks;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Work;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class SubstituteTests(Provider provider)
{
    private static readonly DateOnly Monday = new(2031, 3, 3);

    private static readonly object Scores = new
    {
        strategicFit = 4,
        expertDays = 10,
        trips = 1,
        cost = 8500,
        riskLevel = "low",
        overlap = "None known.",
    };

    [Test]
    public async Task A_substitute_answers_for_the_officer_and_it_reads_so_for_ever()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachDecisionAsync();
        Assert.That((await TasksAsync(world, "logistics")).Items, Is.Empty);

        await NameAsync(world, "coordinator", "logistics");
        var task = (await TasksAsync(world, "logistics")).Items.Single();
        var view = await world.AsAsync<GetTask, TaskView>("logistics", (query, actor) => query.ExecuteAsync(task.Id, actor, default));
        Assert.That((task.OnBehalfOf, view.OnBehalfOf, view.MayAct), Is.EqualTo(("coordinator", "coordinator", true)));
        Assert.That(await CountAsync(world, "logistics"), Is.EqualTo(new TaskCounts(1, 0, 0)));

        await CompleteAsync(world, "logistics", task.Id, "approve", new { reasons = "utile" });
        var line = await LineAsync(world, "officer", "step-answered");
        Assert.That(line.By, Is.EqualTo("logistics au nom de coordinator"));
        Assert.That(await MailsAsync(world, "done-on-your-behalf"), Is.EqualTo(new[] { "coordinator@x.test" }));
        var item = await world.ReadAsync(db => db.WorkItems.SingleAsync(row => row.Id == task.Id));
        Assert.That((item.ClosedByName, item.ClosedForName), Is.EqualTo(("logistics", "coordinator")));
        Assert.That((await world.AsAsync<GetTask, TaskView>("officer", (query, actor) => query.ExecuteAsync(task.Id, actor, default))).Answer!.By, Is.EqualTo("logistics au nom de coordinator"));
        var entry = await world.ReadAsync(db => db.Timeline.SingleAsync(row => row.RequestId == world.RequestId && row.Number == line.Number));
        Assert.That((entry.ActorName, entry.ComputeHash()), Is.EqualTo(("logistics", entry.Hash)), "under the hash");
    }

    [Test]
    public async Task It_begins_and_ends_by_itself_at_midnight_in_the_zone_of_the_secretariat()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachDecisionAsync();
        await NameAsync(world, "coordinator", "logistics", Monday.AddDays(1), Monday.AddDays(2));
        Assert.That((await TasksAsync(world, "logistics")).Items, Is.Empty, "not yet");

        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 3, 23, 0, 0, TimeSpan.Zero));
        var task = (await TasksAsync(world, "logistics")).Items.Single();

        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 5, 22, 59, 0, TimeSpan.Zero));
        Assert.That((await TasksAsync(world, "logistics")).Items, Has.Count.EqualTo(1), "the last minute");
        await SweepAsync(world);
        Assert.That(await MailsAsync(world, "substitution-ended"), Is.Empty);

        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 5, 23, 0, 0, TimeSpan.Zero));
        Assert.That((await TasksAsync(world, "logistics")).Items, Is.Empty, "over");
        Assert.That(await RefusalAsync(() => CompleteAsync(world, "logistics", task.Id, "approve", new { reasons = "utile" })), Is.EqualTo("not-yours"));
        await SweepAsync(world);
        await SweepAsync(world);
        Assert.That(await MailsAsync(world, "substitution-ended"), Is.EquivalentTo(new[] { "coordinator@x.test", "logistics@x.test" }), "both, once");
    }

    [Test]
    public async Task It_can_be_ended_early_by_either_and_by_nobody_else()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachDecisionAsync();
        var id = await NameAsync(world, "coordinator", "logistics");
        await Assert.ThrowsAsync<NotFoundException>(() => EndAsync(world, "officer", id));
        await EndAsync(world, "coordinator", id);
        Assert.That((await TasksAsync(world, "logistics")).Items, Is.Empty);
        Assert.That(await RefusalAsync(() => EndAsync(world, "logistics", id)), Is.EqualTo("substitution-over"));
        Assert.That(await MailsAsync(world, "substitution-ended"), Is.EqualTo(new[] { "logistics@x.test" }));

        var again = await NameAsync(world, "coordinator", "adviser");
        await EndAsync(world, "adviser", again);
        Assert.That(await MailsAsync(world, "substitution-ended"), Does.Contain("coordinator@x.test"));
    }

    [Test]
    public async Task Nobody_names_themselves_an_outsider_the_past_two_at_once_or_a_chain()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        Assert.That(await FieldAsync(() => NameAsync(world, "officer", "officer")), Is.EqualTo("own-substitute"));
        Assert.That(await FieldAsync(() => NameAsync(world, "officer", "committee")), Is.EqualTo("not-an-officer"));
        Assert.That(await FieldAsync(() => NameAsync(world, "officer", "adviser", Monday.AddDays(-1))), Is.EqualTo("in-the-past"));
        Assert.That(await FieldAsync(() => NameAsync(world, "officer", "adviser", Monday, Monday.AddDays(-1))), Is.EqualTo("ends-before-start"));
        Assert.That(await FieldAsync(() => NameAsync(world, "officer", "adviser", Monday, Monday.AddDays(92))), Is.EqualTo("period-too-long"));
        Assert.That(await RefusalAsync(() => NameAsync(world, "focal", "adviser")), Is.EqualTo("not-allowed"));

        await NameAsync(world, "officer", "adviser", Monday, Monday.AddDays(4));
        Assert.That(await RefusalAsync(() => NameAsync(world, "officer", "logistics", Monday.AddDays(4))), Is.EqualTo("away-already"));
        Assert.That(await RefusalAsync(() => NameAsync(world, "coordinator", "officer", Monday.AddDays(3))), Is.EqualTo("substitute-away"));
        Assert.That(await RefusalAsync(() => NameAsync(world, "adviser", "coordinator", Monday.AddDays(2))), Is.EqualTo("stands-in-already"));
        await NameAsync(world, "officer", "logistics", Monday.AddDays(5), Monday.AddDays(9));
        await NameAsync(world, "coordinator", "adviser");
    }

    [Test]
    public async Task Nobody_scores_twice_or_decides_on_their_own_scores_through_a_substitution()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachEligibilityAsync();
        await world.AnswerAsync("officer", "eligibility", "eligible", new { mayBenefit = true, withinMandate = true, shortTerm = true, servesTheCountry = true, noOverlap = true });
        var id = await NameAsync(world, "officer", "adviser");
        var tasks = (await TasksAsync(world, "adviser")).Items;
        var (own, other) = (tasks.Single(task => task.OnBehalfOf is null), tasks.Single(task => task.OnBehalfOf == "officer"));
        await CompleteAsync(world, "adviser", other.Id, "scored", Scores);
        Assert.That(await RefusalAsync(() => CompleteAsync(world, "adviser", own.Id, "scored", Scores)), Is.EqualTo("own-work"), "the second of two");
        await EndAsync(world, "officer", id);

        await NameAsync(world, "adviser", "logistics");
        await CompleteAsync(world, "logistics", own.Id, "scored", Scores);
        await NameAsync(world, "coordinator", "logistics");
        var decision = (await TasksAsync(world, "logistics")).Items.Single();
        Assert.That(await RefusalAsync(() => CompleteAsync(world, "logistics", decision.Id, "approve", new { reasons = "utile" })), Is.EqualTo("own-work"));
        await world.AnswerAsync("coordinator", "decision", "approve", new { reasons = "utile" });
    }

    [Test]
    public async Task A_substitute_steers_as_far_as_the_one_who_is_away_and_no_further()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachDecisionAsync();
        var reference = await world.ReadAsync(db => db.Requests.Where(row => row.Id == world.RequestId).Select(row => row.Reference!).SingleAsync());
        Task HoldAsync() => world.AsAsync<HoldRequest>("logistics", (act, actor) => act.ExecuteAsync(reference, new HoldInput { UntilOn = Monday.AddDays(20), Reason = "On attend" }, actor, default));
        Task CancelAsync() => world.AsAsync<EndRequest>("logistics", (act, actor) => act.CancelAsync(reference, new SteeringInput { Reason = "Fini" }, actor, default));
        Assert.That(await RefusalAsync(HoldAsync), Is.EqualTo("not-allowed"));

        await NameAsync(world, "officer", "logistics");
        Assert.That(await RefusalAsync(CancelAsync), Is.EqualTo("not-allowed"), "the case officer may not either");
        await HoldAsync();
        Assert.That((await LineAsync(world, "officer", "put-on-hold")).By, Is.EqualTo("logistics au nom de officer"));
        await world.AsAsync<ContinueRequest>("officer", (act, actor) => act.ExecuteAsync(reference, new SteeringInput { Reason = "Reprise" }, actor, default));

        await NameAsync(world, "coordinator", "logistics");
        await CancelAsync();
        Assert.That((await LineAsync(world, "requester", "cancelled")).By, Is.EqualTo("logistics au nom de coordinator"), "as the requester reads it");
    }

    [Test]
    public async Task A_substitute_who_is_an_expert_of_the_case_may_not_act_in_it()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ApproveRequestAsync();
        var expertId = await world.AddExpertAsync("expert");
        await world.ProposeAsync(expertId);
        await world.ReadAsync(async db =>
        {
            var person = await db.People.Include(row => row.Roles).SingleAsync(row => row.Name == "expert");
            db.RoleAssignments.Add(person.Grant(Role.Logistics, world.Now));
            return await db.SaveChangesAsync();
        });
        await NameAsync(world, "officer", "expert");
        var task = (await TasksAsync(world, "expert")).Items.Single(row => row.OnBehalfOf == "officer");
        Assert.That(await RefusalAsync(() => CompleteAsync(world, "expert", task.Id, "submit", null)), Is.EqualTo("own-interest"));
    }

    [Test]
    public async Task The_drafts_of_the_officer_are_the_substitutes_too()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var draft = await world.AsAsync<SaveDraft, Guid>("officer", async (act, actor) => (await act.StartAsync(CaseWorld.Request, actor, default)).Id);
        Task ReadAsync(string who) => world.AsAsync<GetDraft>(who, (query, actor) => query.ExecuteAsync(draft, actor, default));
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync("logistics"));
        await NameAsync(world, "officer", "logistics");
        await ReadAsync("logistics");
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync("adviser"));
    }

    private static Task<Guid> NameAsync(CaseWorld world, string away, string substitute, DateOnly? from = null, DateOnly? to = null) =>
        world.AsAsync<NameSubstitute, Guid>(away, async (act, actor) =>
        {
            var id = await world.ReadAsync(db => db.People.Where(person => person.Name == substitute).Select(person => person.Id).SingleAsync());
            return await act.ExecuteAsync(new NameSubstituteInput { SubstituteId = id, FromOn = from ?? Monday, ToOn = to ?? from ?? Monday, Note = "Bon courage" }, actor, default);
        });

    private static Task EndAsync(CaseWorld world, string who, Guid id) => world.AsAsync<EndSubstitution>(who, (act, actor) => act.ExecuteAsync(id, actor, default));

    private static Task SweepAsync(CaseWorld world) => world.AsAsync<SweepSubstitutions>("officer", (act, _) => act.ExecuteAsync(100, default));

    private static Task<Page<TaskRow>> TasksAsync(CaseWorld world, string who) =>
        world.AsAsync<ListMyTasks, Page<TaskRow>>(who, (query, actor) => query.ExecuteAsync(new ListMyTasksInput(), actor, default));

    private static Task<TaskCounts> CountAsync(CaseWorld world, string who) =>
        world.AsAsync<ListMyTasks, TaskCounts>(who, (query, actor) => query.CountAsync(actor, default));

    private static Task CompleteAsync(CaseWorld world, string who, Guid task, string outcome, object? form) => world.AsAsync<CompleteWorkItem>(who, (act, actor) =>
        act.ExecuteAsync(new CompleteWorkItemInput(task, outcome, form is null ? null : System.Text.Json.JsonSerializer.SerializeToElement(form, form.GetType(), CoreJson.Options)), actor, default));

    private static Task<TimelineRow> LineAsync(CaseWorld world, string reader, string kind) => world.AsAsync<ListTimeline, TimelineRow>(reader, async (query, actor) =>
        (await query.ExecuteAsync(world.RequestId, new PageInput { PageSize = 100 }, actor.Language, actor, default)).Items.First(line => line.Kind == kind));

    private static Task<string[]> MailsAsync(CaseWorld world, string template) =>
        world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == template).OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.ToAddress).Select(mail => mail.ToAddress).ToArrayAsync());

    private static async Task<string> RefusalAsync(Func<Task> act) => (await Assert.ThrowsAsync<RuleException>(() => act()))!.Code;

    private static async Task<string> FieldAsync(Func<Task> act) => (await Assert.ThrowsAsync<InvalidInputException>(() => act()))!.Errors.Single().Code;
}
