using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Board;
using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Steering;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Board;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class BoardTests(Provider provider)
{
    [Test]
    public async Task An_open_case_stands_in_its_stage_with_its_age_what_is_due_and_who_has_it()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachDecisionAsync();
        var stage = (await BoardAsync(world)).Stages.Single();
        var shown = stage.Cases.Single();
        Assert.That((stage.Stage, stage.Count, stage.Late), Is.EqualTo(("decision", 1, 0)));
        Assert.That((shown.Reference, shown.Country, shown.Officer, shown.Age, shown.Due), Is.EqualTo(("TA-2031-SN-0001", "SN", "officer", 0, DueState.OnTime)));
        Assert.That(shown.Holders, Is.EqualTo(new[] { new BoardHolder("coordinator", Role.Coordinator) }));
        var past = (await world.AsAsync<PastCases, IReadOnlyList<PastCase>>("officer", (read, _) => read.ReadAsync(default))).Single();
        Assert.That((past.DepartedAt, past.Entries.Count), Is.EqualTo(((DateTime?)null, 3)), "it may still leave");
        Assert.That(shown.Departure, Is.EqualTo(new BoardDeparture(null, false, null)), "no past case says anything");

        world.Clock.Advance(TimeSpan.FromDays(2));
        Assert.That((await OnlyAsync(world)).Due, Is.EqualTo(DueState.Soon));
        world.Clock.Advance(TimeSpan.FromDays(5));
        Assert.That(await OnlyAsync(world), Has.Property("Due").EqualTo(DueState.Late).And.Property("Age").EqualTo(5));
        Assert.That((await BoardAsync(world)).Stages.Single().Late, Is.EqualTo(1));
        await world.AsAsync<HoldRequest>("coordinator", (act, actor) => act.ExecuteAsync("TA-2031-SN-0001", new HoldInput { Reason = "Élections", UntilOn = new DateOnly(2031, 5, 1) }, actor, default));
        Assert.That((await OnlyAsync(world)).Due, Is.EqualTo(DueState.Paused));
    }

    [Test]
    public async Task It_is_filtered_and_the_secretariats_alone()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachDecisionAsync();
        var officer = await world.ReadAsync(db => db.People.Where(person => person.Name == "officer").Select(person => person.Id).SingleAsync());
        Assert.That((await BoardAsync(world)).Officers, Is.EqualTo(new[] { new BoardOfficer(officer, "officer") }));
        foreach (var (filter, count) in new (BoardFilter, int)[]
        {
            (new() { Officer = officer }, 1), (new() { Officer = Guid.Empty }, 0), (new() { Country = "SN" }, 1), (new() { Country = "GH" }, 0), (new() { Track = Track.Standard }, 1), (new() { Track = Track.Rapid }, 0),
        })
        {
            Assert.That((await BoardAsync(world, filter)).Stages.Sum(stage => stage.Count), Is.EqualTo(count), filter.ToString());
        }

        foreach (var who in new[] { "requester", "focal", "committee" })
        {
            await Assert.ThrowsAsync<RuleException>(() => BoardAsync(world, who: who), who);
            await Assert.ThrowsAsync<RuleException>(() => TimesAsync(world, new(), who), who);
        }
    }

    [Test]
    public async Task A_mission_says_when_its_experts_leave_and_that_they_have_left()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        var planned = (await OnlyAsync(world)).Departure;
        Assert.That((planned.HasLeft, planned.PlannedOn), Is.EqualTo((false, (DateOnly?)new DateOnly(2031, 9, 1))));
        await world.SettleChecklistAsync(missionId);
        await world.AnswerAsync("logistics", "preparation", "ready");
        Assert.That((await OnlyAsync(world)).Departure.HasLeft, Is.False);
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 1, 9, 0, 0, TimeSpan.Zero));
        Assert.That((await OnlyAsync(world)).Departure.HasLeft, Is.True);

        var past = (await world.AsAsync<PastCases, IReadOnlyList<PastCase>>("officer", (read, _) => read.ReadAsync(default))).Single();
        Assert.That(past.Entries.Select(entry => entry.Stage), Is.EquivalentTo(new[] { "intake", "triage", "decision", "terms", "mobilisation", "preparation", "mission" }));
        Assert.That(past.DepartedAt, Is.EqualTo(new DateTime(2031, 9, 1, 16, 0, 0)), "six o'clock in Brussels");
    }

    [Test]
    public async Task A_step_over_its_limit_is_the_bottleneck_with_the_days_it_lost()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachEligibilityAsync();
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 10, 9, 0, 0, TimeSpan.Zero));
        await world.AnswerAsync("officer", "eligibility", "eligible", new { mayBenefit = true, withinMandate = true, shortTerm = true, servesTheCountry = true, noOverlap = true });

        var times = await TimesAsync(world, new());
        var eligibility = times.Bottleneck!;
        Assert.That((eligibility.Key, eligibility.Done, eligibility.WithDue, eligibility.InTime, eligibility.LateNow, eligibility.Lost), Is.EqualTo(("standard/eligibility", 1, 1, 0, 0, 2)));
        Assert.That(eligibility.Median, Is.EqualTo(5).Within(0.2), "from Monday morning to Monday morning");
        Assert.That(eligibility.Limit, Is.EqualTo(new Limit(3, LimitUnit.WorkingDays)));
        Assert.That(times.Rows.Single(row => row.Key == "standard/receipt"), Has.Property("InTime").EqualTo(1).And.Property("Lost").EqualTo(0));
        Assert.That(times.Legs, Is.Empty);

        world.Clock.SetUtcNow(new DateTimeOffset(2031, 3, 20, 9, 0, 0, TimeSpan.Zero));
        var later = await TimesAsync(world, new());
        Assert.That((later.Bottleneck!.Key, later.Bottleneck.LateNow, later.Bottleneck.Lost), Is.EqualTo(("standard/triage", 1, 3)), "a step that is still open, too");
        foreach (var (by, key, label) in new[] { (TimesBy.Track, "Standard", ""), (TimesBy.Country, "SN", ""), (TimesBy.Officer, null, "officer") })
        {
            var row = (await TimesAsync(world, new() { By = by })).Rows.Single();
            Assert.That((key is null || row.Key == key, row.Label, row.Lost, row.LateNow), Is.EqualTo((true, label, 5, 1)), by.ToString());
        }

        Assert.That((await TimesAsync(world, new() { Country = "GH" })).Rows, Is.Empty);
        world.Clock.Advance(TimeSpan.FromDays(200));
        Assert.That((await TimesAsync(world, new() { Months = 3 })).Rows.Select(row => row.Done), Is.All.Zero, "only what is open is still in the period");
    }

    [Test]
    public async Task The_way_of_a_case_is_measured_against_its_target()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachReportAsync();
        var legs = (await TimesAsync(world, new() { Months = 24 })).Legs;
        Assert.That(legs.Select(leg => (leg.Kind, leg.Cases, leg.Target, leg.InTarget)), Is.EqualTo(new[]
        {
            (LegKind.SubmissionToDecision, 1, 17, 1), (LegKind.DecisionToDeparture, 1, 32, 0), (LegKind.SubmissionToDeparture, 1, 49, 0),
        }), "the report is still to come");
    }

    private static Task<CaseBoard> BoardAsync(CaseWorld world, BoardFilter? filter = null, string who = "coordinator") =>
        world.AsAsync<GetBoard, CaseBoard>(who, (get, actor) => get.ExecuteAsync(filter ?? new(), actor, default));

    private static async Task<BoardCase> OnlyAsync(CaseWorld world) => (await BoardAsync(world)).Stages.SelectMany(stage => stage.Cases).Single();

    private static Task<StepTimes> TimesAsync(CaseWorld world, TimesInput input, string who = "coordinator") =>
        world.AsAsync<GetStepTimes, StepTimes>(who, (get, actor) => get.ExecuteAsync(input, actor, default));
}
