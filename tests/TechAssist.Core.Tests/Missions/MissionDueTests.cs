using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Missions;
using TechAssist.Core.Work;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Missions;

/// <summary>The steps of a mission follow its days: the one under way is due with its last day, the report counts from its end.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class MissionDueTests(Provider provider)
{
    private CaseWorld world = null!;
    private Guid missionId;

    /// <summary>Ready weeks before it begins: from Monday 1 to Friday 5 September 2031.</summary>
    [SetUp]
    public async Task LeaveAsync()
    {
        world = await CaseWorld.OpenAsync(provider);
        missionId = await world.ReachMissionAsync();
        await world.SettleChecklistAsync(missionId);
        await world.AnswerAsync("logistics", "preparation", "ready");
    }

    [TearDown]
    public async Task EndAsync() => await world.DisposeAsync();

    [Test]
    public async Task It_is_due_with_its_last_day_and_reminds_before_and_after_it()
    {
        var step = await StepAsync("underWay");
        Assert.That((DayOf(step), step.Due!.Lines.Select(line => line.Kind)), Is.EqualTo((new DateOnly(2031, 9, 5), new[] { DueLineKind.Limit, DueLineKind.Mission })));
        Assert.That(
            step.Deadlines.OrderBy(row => row.FireAt).Select(row => $"{DateOnly.FromDateTime(row.FireAt):MM-dd} {string.Join('+', row.Audience)}"),
            Is.EqualTo(new[] { "09-02 expert+caseOfficer", "09-04 expert", "09-04 expert", "09-05 expert", "09-08 caseOfficer", "09-12 coordinator" }), "the third day is counted from the first one");
    }

    [Test]
    public async Task It_moves_with_the_days_of_the_plan_and_with_an_extension()
    {
        await EditAsync(plan => plan with { StartOn = new DateOnly(2031, 9, 8), EndOn = new DateOnly(2031, 9, 10) });
        Assert.That(await StandsAsync(), Is.EqualTo((new DateOnly(2031, 9, 10), "09-05 expert+caseOfficer")));
        await world.AnswerAsync("expert", "underWay", "extended", new { newEndOn = "2031-09-12", comment = "Deuxième région" });
        Assert.That(await StandsAsync(), Is.EqualTo((new DateOnly(2031, 9, 12), "09-09 expert+caseOfficer")));
    }

    [Test]
    public async Task Two_reminders_of_the_same_moment_reach_both_of_their_readers()
    {
        await using var late = await CaseWorld.OpenAsync(provider);
        var leaving = await late.ReachMissionAsync();
        await late.SettleChecklistAsync(leaving);
        late.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 5, 6, 0, 0, TimeSpan.Zero));
        await late.AnswerAsync("logistics", "preparation", "ready");
        late.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 8, 12, 0, 0, TimeSpan.Zero));
        await late.SweepAsync();
        var step = await late.ReadAsync(db => db.Steps.SingleAsync(row => row.StepId == "underWay"));
        var told = await late.ReadAsync(db => db.Outbox.Where(mail => mail.StepRowId == step.Id && mail.Template == "task-late").Select(mail => mail.ToAddress).ToListAsync());
        Assert.That(told, Is.EquivalentTo(new[] { "expert@x.test", "officer@x.test" }), "three days after the opening for the one, a day after the end for the other");
    }

    [TestCase("2031-09-05", "2031-09-19", Description = "told on the last day")]
    [TestCase("2031-09-12", "2031-09-19", Description = "told a week later: the report has what is left")]
    [TestCase("2031-09-30", "2031-10-14", Description = "told when nothing would be left")]
    public async Task The_report_is_counted_from_the_end(string told, string due)
    {
        world.Clock.SetUtcNow(new DateTimeOffset(DateOnly.Parse(told, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(12, 0), TimeSpan.Zero));
        await world.AnswerAsync("expert", "underWay", "completed", new { actualStartOn = "2031-09-01", actualEndOn = "2031-09-05" });
        Assert.That(DayOf(await StepAsync("report")), Is.EqualTo(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static DateOnly DayOf(Step step) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(step.DueAt!.Value, step.Zone));

    private async Task<(DateOnly, string)> StandsAsync()
    {
        var step = await StepAsync("underWay");
        var first = step.Deadlines.MinBy(row => row.FireAt)!;
        return (DayOf(step), $"{DateOnly.FromDateTime(first.FireAt):MM-dd} {string.Join('+', first.Audience)}");
    }

    private Task<Step> StepAsync(string stepId) =>
        world.ReadAsync(db => db.Steps.Include(step => step.Deadlines).SingleAsync(step => step.StepId == stepId && step.ClosedAt == null));

    private async Task EditAsync(Func<MissionPlan, MissionPlan> change)
    {
        var seen = await world.AsAsync<GetMission, MissionView>("officer", (query, actor) => query.ExecuteAsync(missionId, actor, default));
        await world.AsAsync<EditMission>("officer", (act, actor) => act.ExecuteAsync(missionId, new EditMissionInput(change(seen.Plan), seen.Revision), actor, default));
    }
}
