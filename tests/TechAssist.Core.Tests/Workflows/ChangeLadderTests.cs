using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Notifications;
using TechAssist.Core.People;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;
using TechAssist.Core.Workflows.Ladders;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Workflows;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class ChangeLadderTests(Provider provider)
{
    [Test]
    public async Task A_changed_ladder_holds_for_cases_that_start_then_and_leaves_the_running_ones_alone()
    {
        await using var world = await OpenAsync();
        await world.ReachEligibilityAsync();
        var running = world.RequestId;
        var before = await DeadlinesAsync(world, "eligibility");
        Assert.That(await ChangeAsync(world, Ladder), Is.EqualTo(1001));
        Assert.That(await DeadlinesAsync(world, "eligibility"), Is.EqualTo(before));

        await world.ReachEligibilityAsync();
        Assert.That(world.RequestId, Is.Not.EqualTo(running));
        Assert.That(await DeadlinesAsync(world, "eligibility"), Is.EqualTo(new[]
        {
            (DeadlineKind.Reminder, new DateTime(2031, 3, 5, 8, 0, 0), "caseOfficer", null), (DeadlineKind.Escalation, new DateTime(2031, 3, 10, 8, 0, 0), "coordinator head", "task-late"),
        }), "one working day before Thursday and two after it, at nine in Brussels");
        Assert.That(await world.ReadAsync(db => db.WorkflowRuns.Where(run => run.RequestId == running || run.RequestId == world.RequestId).Select(run => run.RequestId == running ? run.Version : -run.Version).ToArrayAsync()), Is.EquivalentTo(new[] { 1, -1001 }));

        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(row => row.Kind == "ladder-changed"));
        Assert.That((line.ActorName, line.Values["definition"], line.Values["after"]), Is.EqualTo(("admin", "standard.v1001", "-1 workingDays due caseOfficer; ! +2 workingDays coordinator+head (task-late)")));
    }

    [Test]
    public async Task A_reminder_for_the_portal_only_is_a_notification_and_leaves_by_no_mail()
    {
        await using var world = await OpenAsync();
        await ChangeAsync(world, Ladder with { Reminders = [Ladder.Reminders[0] with { Channel = RungChannel.Portal }] });
        await world.ReachEligibilityAsync();
        // What somebody chose not to see in the portal has no other way here.
        await world.AsAsync<ChooseMails>("officer", (act, actor) => act.ExecuteAsync(new ChooseMailsInput { InPortal = [] }, actor, default));
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 5, 8, 0, 0, TimeSpan.Zero));
        await world.SweepAsync();
        var mail = await world.ReadAsync(db => db.Outbox.SingleAsync(row => row.Template == "task-reminder" && row.ToName == "officer" && row.CreatedAt == world.Now));
        Assert.That((mail.State, mail.NextTryAt, mail.LastError), Is.EqualTo((MailState.Dropped, (DateTime?)null, "in-portal-only")));
        Assert.That(await world.ReadAsync(db => db.Notifications.CountAsync(row => row.Id == mail.Id)), Is.EqualTo(1));
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(row => row.Kind == "task-reminder" && row.At == world.Now)), Is.EqualTo(1), "it stands in the history as any");
    }

    [Test]
    public async Task Another_node_knows_the_version_of_a_running_case_at_once()
    {
        await using var world = await OpenAsync();
        await ChangeAsync(world, Ladder);
        var other = world.AnotherCatalog();
        Assert.That(other.Latest("standard").Version, Is.EqualTo(1));
        Assert.That(other.Get("standard", 1001).FindStep("eligibility")!.Reminders, Has.Count.EqualTo(1));
        Assert.That(other.Latest("standard").Version, Is.EqualTo(1001));
        Assert.Throws<InvalidOperationException>(() => other.Get("standard", 1002));
    }

    [Test]
    public async Task The_same_ladder_makes_no_version_and_one_seen_before_a_change_is_refused()
    {
        await using var world = await OpenAsync();
        await ChangeAsync(world, Ladder);
        Assert.That(await ChangeAsync(world, Ladder with { Version = 1001 }), Is.EqualTo(1001));
        var refused = await Assert.ThrowsAsync<RuleException>(() => ChangeAsync(world, Ladder with { Reminders = [] }));
        Assert.That(refused!.Code, Is.EqualTo("stale"));
        Assert.That(await ChangeAsync(world, Ladder with { Version = 1001, Reminders = [] }), Is.EqualTo(1002));
        Assert.That(await world.ReadAsync(db => db.WorkflowVersions.CountAsync()), Is.EqualTo(2));
    }

    [Test]
    public async Task What_is_no_ladder_is_refused_beside_its_field_and_publishes_nothing()
    {
        await using var world = await OpenAsync();
        foreach (var (input, field, code) in new (LadderInput, string, string)[]
        {
            (Ladder with { Reminders = [new ReminderInput()] }, "reminders[0].amount", "required"),
            (Ladder with { Reminders = [Ladder.Reminders[0] with { Unit = "fortnights" }] }, "reminders[0].unit", "not-a-choice"),
            (Ladder with { Reminders = [Ladder.Reminders[0] with { Audience = ["everybody"] }] }, "reminders[0].audience", "not-a-choice"),
            (Ladder with { Escalations = [Ladder.Escalations[0] with { Audience = [] }] }, "escalations[0].audience", "required"),
            (Ladder with { Escalations = [Ladder.Escalations[0] with { Audience = ["caseOfficer"] }] }, "escalations[0].audience", "escalation-to-holder"),
            (Ladder with { Escalations = [Ladder.Escalations[0] with { Template = "invitation" }] }, "escalations[0].template", "not-a-choice"),
            (Ladder with { Escalations = [Ladder.Escalations[0] with { Amount = 0 }] }, "escalations[0].amount", "out-of-range"),
            (Ladder with { Reminders = [.. Enumerable.Repeat(Ladder.Reminders[0], 13)] }, "reminders", "too-many"),
        })
        {
            var refused = await Assert.ThrowsAsync<InvalidInputException>(() => ChangeAsync(world, input));
            Assert.That(refused!.Errors.Select(error => (error.Field, error.Code)), Does.Contain((field, code)));
        }

        var many = await Assert.ThrowsAsync<InvalidInputException>(() => ChangeAsync(world, Ladder with { Escalations = [Ladder.Escalations[0] with { Reassign = true }] }, step: "triage"));
        Assert.That(many!.Errors.Single().Code, Is.EqualTo("reassign-of-many"));
        await Assert.ThrowsAsync<NotFoundException>(() => ChangeAsync(world, Ladder, step: "nonsense"));
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => ChangeAsync(world, Ladder, "coordinator")))!.Code, Is.EqualTo("administrators-only"));
        Assert.That(await world.ReadAsync(db => db.WorkflowVersions.CountAsync()), Is.Zero);
    }

    [Test]
    public void A_later_file_comes_after_the_changes_of_the_one_before() =>
        Assert.That(new[] { 2, 1002, 1, 2001, 1001 }.OrderBy(WorkflowVersion.OrderOf), Is.EqualTo(new[] { 1, 1001, 1002, 2, 2001 }));

    private static readonly LadderInput Ladder = new()
    {
        Version = 1,
        Reminders =
        [
            new ReminderInput
            {
                Amount = 1,
                Unit = "workingDays",
                From = RungFrom.BeforeDue,
                Audience = ["caseOfficer"],
            },
        ],
        Escalations =
        [
            new EscalationInput
            {
                Amount = 2,
                Unit = "workingDays",
                Audience = ["coordinator", "head"],
                Template = "task-late",
            },
        ],
    };

    private async Task<CaseWorld> OpenAsync()
    {
        var world = await CaseWorld.OpenAsync(provider);
        await world.AddPersonAsync("admin", Role.Administrator);
        return world;
    }

    private static Task<int> ChangeAsync(CaseWorld world, LadderInput input, string who = "admin", string step = "eligibility") =>
        world.AsAsync<ChangeLadder, int>(who, (act, by) => act.ExecuteAsync("standard", step, input, by, default));

    private static async Task<IReadOnlyList<(DeadlineKind, DateTime, string, string?)>> DeadlinesAsync(CaseWorld world, string step) =>
        [.. (await world.ReadAsync(db => db.Deadlines.Where(row => row.RequestId == world.RequestId && row.Step!.StepId == step).OrderBy(row => row.FireAt).ToListAsync()))
            .Select(row => (row.Kind, row.FireAt, string.Join(' ', row.Audience), row.Template))];
}
