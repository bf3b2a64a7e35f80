using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Costs;
using TechAssist.Core.Missions.Field;
using TechAssist.Core.Terms;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Missions;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class MissionTests(Provider provider)
{
    [Test]
    public async Task A_mission_leaves_only_when_its_checklist_is_settled()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        var early = await Assert.ThrowsAsync<InvalidInputException>(() => world.AnswerAsync("logistics", "preparation", "ready"));
        Assert.That(early!.Errors.Single(), Has.Property("Code").EqualTo("checklist-open").And.Property("Arguments").EqualTo(new object[] { 9 }));
        await world.SettleChecklistAsync(missionId);
        await world.AnswerAsync("logistics", "preparation", "ready");
        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "missions", "underWay" }));
    }

    [Test]
    public async Task No_mission_ends_before_it_begins_or_on_a_day_that_has_not_come_where_it_is()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        var seen = await world.AsAsync<GetMission, MissionView>("officer", (query, actor) => query.ExecuteAsync(missionId, actor, default));
        var plan = seen.Plan with { StartOn = new DateOnly(2031, 9, 5), EndOn = new DateOnly(2031, 9, 1) };
        Assert.That(
            await FaultsAsync(() => world.AsAsync<EditMission>("officer", (act, actor) => act.ExecuteAsync(missionId, new EditMissionInput(plan, seen.Revision), actor, default))),
            Is.EqualTo(new[] { "endOn: ends-before-it-begins" }));

        await world.AnswerAsync("logistics", "preparation", "postponed", new { comment = "Élections" });
        Assert.That(
            await FaultsAsync(() => world.AnswerAsync("logistics", "postponement", "newDates", new { startOn = "2031-10-10", endOn = "2031-10-06" })), Is.EqualTo(new[] { "endOn: ends-before-it-begins" }));
        await world.AnswerAsync("logistics", "postponement", "newDates", new { startOn = "2031-10-06", endOn = "2031-10-10" });
        await world.SettleChecklistAsync(missionId);
        await world.AnswerAsync("logistics", "preparation", "ready");

        await world.ReadAsync(db => db.Requests.ExecuteUpdateAsync(set => set.SetProperty(request => request.Country, "CV")));
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 10, 11, 0, 30, 0, TimeSpan.Zero));
        Assert.That(await FaultsAsync(() => CompleteAsync("2031-10-06", "2031-10-05")), Is.EqualTo(new[] { "actualEndOn: ends-before-it-begins" }));
        Assert.That(await FaultsAsync(() => CompleteAsync("2031-10-06", "2031-10-11")), Is.EqualTo(new[] { "actualEndOn: in-the-future" }), "in Praia it is the tenth still");
        await CompleteAsync("2031-10-06", "2031-10-10");

        Task CompleteAsync(string start, string end) => world.AnswerAsync("expert", "underWay", "completed", new { actualStartOn = start, actualEndOn = end });
    }

    [Test]
    public async Task A_postponed_mission_gets_new_days_and_its_checklist_new_due_days()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        await world.AnswerAsync("logistics", "preparation", "postponed", new { comment = "Élections" });
        await world.AnswerAsync("logistics", "postponement", "newDates", new { startOn = "2031-10-06", endOn = "2031-10-10" });
        var mission = await world.ReadAsync(db => db.Missions.SingleAsync(found => found.Id == missionId));
        Assert.That((mission.Status, mission.StartOn), Is.EqualTo((MissionStatus.Planned, new DateOnly(2031, 10, 6))));
        Assert.That(mission.Checklist.Single(item => item.Kind == ChecklistKind.Visa).DueOn, Is.EqualTo(new DateOnly(2031, 9, 29)));
    }

    [TestCase(5, null, null)]
    [TestCase(6, null, "long-stay")]
    [TestCase(6, "Deux sites", null)]
    public async Task More_than_five_days_on_site_need_a_reason(int days, string? reason, string? code)
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        var errors = await EditAsync(world, missionId, plan => plan with { EndOn = plan.StartOn!.Value.AddDays(days - 1), LongStayReason = reason });
        Assert.That(errors, Is.EqualTo(code));
    }

    [TestCase("officer", 60, null, null)]
    [TestCase("officer", 61, "Utile", "above-ceiling")]
    [TestCase("coordinator", 61, null, "above-ceiling")]
    [TestCase("coordinator", 61, "Utile", null)]
    public async Task Only_the_coordinator_raises_the_ceiling_and_says_why(string who, int days, string? reason, string? code)
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        Assert.That(await EditAsync(world, missionId, plan => plan with { Days = new ExpertDays { Field = days }, CeilingReason = reason }, who), Is.EqualTo(code));
    }

    [Test]
    public async Task A_plan_may_name_confirmed_experts_only_and_is_not_a_strangers_to_see()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        var other = await world.AddExpertAsync("other");
        Assert.That(await EditAsync(world, missionId, plan => plan with { Team = [new TeamSeat(other) { IsLead = true }] }), Is.EqualTo("expert-not-confirmed"));
        foreach (var who in new[] { "stranger", "other" })
        {
            await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<GetMission>(who, (query, actor) => query.ExecuteAsync(missionId, actor, default)));
        }

        var requester = await Assert.ThrowsAsync<RuleException>(() => world.AsAsync<TickChecklist>("requester", (act, actor) =>
            act.ExecuteAsync(missionId, new TickChecklistInput(ChecklistKind.Venue, ChecklistState.Done), actor, default)));
        Assert.That(requester!.Code, Is.EqualTo("not-allowed"));
        var committee = await world.AsAsync<GetMission, MissionView>("committee", (query, actor) => query.ExecuteAsync(missionId, actor, default));
        Assert.That((committee.Team, committee.Checklist), Is.EqualTo((Array.Empty<MemberRow>(), Array.Empty<ChecklistItem>())));
    }

    [Test]
    public async Task What_each_expert_has_of_their_own_is_in_order_once_it_is_for_the_whole_team()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (missionId, first, second) = await ReachMissionOfTwoAsync(world);
        await TickAsync(world, missionId, "expert", ChecklistKind.Visa);
        Assert.That(await ItemAsync(world, missionId, ChecklistKind.Visa), Is.EqualTo((ChecklistState.Open, new[] { first })), "an expert ticks for themselves");
        var other = await Assert.ThrowsAsync<RuleException>(() => TickAsync(world, missionId, "expert", ChecklistKind.Visa, second));
        Assert.That(other!.Code, Is.EqualTo("not-allowed"));
        await TickAsync(world, missionId, "officer", ChecklistKind.Visa, second, ChecklistState.NotNeeded);
        Assert.That((await ItemAsync(world, missionId, ChecklistKind.Visa)).State, Is.EqualTo(ChecklistState.Done), "who lives there needs none");
        await TickAsync(world, missionId, "officer", ChecklistKind.Visa, second, ChecklistState.Open);
        Assert.That(await ItemAsync(world, missionId, ChecklistKind.Visa), Is.EqualTo((ChecklistState.Open, new[] { first })));
        await TickAsync(world, missionId, "expert", ChecklistKind.Briefing);
        Assert.That((await ItemAsync(world, missionId, ChecklistKind.Briefing)).State, Is.EqualTo(ChecklistState.Done), "a briefing is the team's");
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(line => line.Kind == "checklist-ticked-for")), Is.EqualTo(3));

        await world.SettleChecklistAsync(missionId);
        var mission = await world.AsAsync<GetMission, MissionView>("officer", (query, actor) => query.ExecuteAsync(missionId, actor, default));
        var (_, third) = await world.AcceptAsync("third");
        await world.ReadAsync(db => db.Nominations.Where(row => row.Id == third).ExecuteUpdateAsync(row => row.SetProperty(nomination => nomination.Status, NominationStatus.Confirmed)));
        var coming = await world.ReadAsync(db => db.Nominations.Where(row => row.Id == third).Select(row => row.ExpertId).SingleAsync());
        var plan = mission.Plan with { Team = [mission.Plan.Team[0], new TeamSeat(coming)] };
        await world.AsAsync<EditMission>("officer", (act, actor) => act.ExecuteAsync(missionId, new EditMissionInput(plan, mission.Revision), actor, default));
        Assert.That((await ItemAsync(world, missionId, ChecklistKind.Ticket)).State, Is.EqualTo(ChecklistState.Open), "the ticket of who left is no ticket for who comes");
        Assert.That((await ItemAsync(world, missionId, ChecklistKind.Venue)).State, Is.EqualTo(ChecklistState.Done));
        mission = await world.AsAsync<GetMission, MissionView>("officer", (query, actor) => query.ExecuteAsync(missionId, actor, default));
        await world.AsAsync<EditMission>("officer", (act, actor) => act.ExecuteAsync(missionId, new EditMissionInput(mission.Plan with { Team = [mission.Plan.Team[0]] }, mission.Revision), actor, default));
        Assert.That((await ItemAsync(world, missionId, ChecklistKind.Ticket)).State, Is.EqualTo(ChecklistState.Done), "nobody waits for who left");
    }

    [Test]
    public async Task A_ticket_for_other_days_is_seen_though_a_colleague_has_one_for_these()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (missionId, _, second) = await ReachMissionOfTwoAsync(world);
        await TickAsync(world, missionId, "expert", ChecklistKind.Ticket);
        var mission = await world.AsAsync<GetMission, MissionView>("officer", (query, actor) => query.ExecuteAsync(missionId, actor, default));
        var (before, later) = (mission.Plan.StartOn!.Value, mission.Plan.StartOn.Value.AddDays(7));
        var plan = mission.Plan with { StartOn = later, EndOn = mission.Plan.EndOn!.Value.AddDays(7) };
        await world.AsAsync<EditMission>("officer", (act, actor) => act.ExecuteAsync(missionId, new EditMissionInput(plan, mission.Revision), actor, default));
        await TickAsync(world, missionId, "officer", ChecklistKind.Ticket, second);
        var item = (await world.ReadAsync(db => db.Missions.SingleAsync(row => row.Id == missionId))).Checklist.Single(item => item.Kind == ChecklistKind.Ticket);
        Assert.That((item.State, item.SettledFor), Is.EqualTo((ChecklistState.Done, (DateOnly?)before)));
    }

    [Test]
    public async Task An_expert_is_asked_for_what_is_open_for_them_and_the_officer_for_who_has_no_account()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (missionId, _, second) = await ReachMissionOfTwoAsync(world);
        await TickAsync(world, missionId, "expert", ChecklistKind.Visa);
        await TickAsync(world, missionId, "officer", ChecklistKind.Insurance);
        await world.ReadAsync(db => db.Experts.Where(expert => expert.Id == second).ExecuteUpdateAsync(row => row.SetProperty(expert => expert.PersonId, (Guid?)null)));
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 8, 18, 8, 0, 0, TimeSpan.Zero));
        await world.AsAsync<SweepChecklists>("officer", (act, _) => act.ExecuteAsync(10, default));
        var asked = await world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == ChecklistAlarms.Due).ToListAsync());
        Assert.That(asked.Where(mail => mail.Values["items"].Contains("visa", StringComparison.OrdinalIgnoreCase)).Select(mail => mail.ToName), Is.EqualTo(new[] { "officer" }));
        Assert.That(asked.Select(mail => mail.ToName), Does.Not.Contain("expert"), "all of theirs is in order");
    }

    [Test]
    public async Task Costs_begin_with_the_budget_of_the_terms_are_the_secretariats_and_may_be_settled_after_the_end()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        var begun = await CostsAsync(world, missionId, "officer");
        Assert.That((begun.IsRecorded, begun.Costs.Lines.Count > 0, begun.Costs.Estimate, begun.Costs.Actual), Is.EqualTo((false, true, 4500.5m, 0m)));
        var costs = new MissionCosts { Lines = [new CostLine { Text = "Billets", Estimate = 900, Actual = 870.5m }, new CostLine { Text = "Interprètes", Estimate = 1200 }] };
        await RecordAsync(world, missionId, "officer", costs, begun.Costs.Revision);
        var recorded = await CostsAsync(world, missionId, "officer");
        Assert.That((recorded.IsRecorded, recorded.Costs.Estimate, recorded.Costs.Actual, recorded.Costs.IsSettled), Is.EqualTo((true, 2100m, 870.5m, false)));
        var stale = await Assert.ThrowsAsync<RuleException>(() => RecordAsync(world, missionId, "officer", costs, begun.Costs.Revision));
        Assert.That(stale!.Code, Is.EqualTo("stale"));
        var wrong = await Assert.ThrowsAsync<InvalidInputException>(() => RecordAsync(world, missionId, "officer", new MissionCosts { Currency = "euros", Lines = [new CostLine { Actual = -1 }] }, recorded.Costs.Revision));
        Assert.That(wrong!.Errors.Select(error => error.Field), Is.EqualTo(new[] { "currency", "lines[0].text", "lines[0].actual" }));
        foreach (var who in new[] { "expert", "requester", "committee" })
        {
            Assert.That((await world.AsAsync<GetMission, MissionView>(who, (query, actor) => query.ExecuteAsync(missionId, actor, default))).Costs, Is.Null, who);
            await Assert.ThrowsAsync<RuleException>(() => CostsAsync(world, missionId, who), who);
            await Assert.ThrowsAsync<RuleException>(() => RecordAsync(world, missionId, who, costs, recorded.Costs.Revision), who);
        }

        await world.SettleChecklistAsync(missionId);
        await world.AnswerAsync("logistics", "preparation", "ready");
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 8, 9, 0, 0, TimeSpan.Zero));
        await world.AnswerAsync("expert", "underWay", "completed", new { actualStartOn = "2031-09-01", actualEndOn = "2031-09-05", participantsWomen = 6, participantsMen = 6 });
        await RecordAsync(world, missionId, "officer", costs with { Lines = [.. costs.Lines.Select(line => line with { Actual = 1000 })] }, (await CostsAsync(world, missionId, "officer")).Costs.Revision);
        Assert.That((await CostsAsync(world, missionId, "officer")).Costs.IsSettled, Is.True, "bills come late");
    }

    private static Task<CostsView> CostsAsync(CaseWorld world, Guid missionId, string who) =>
        world.AsAsync<GetCosts, CostsView>(who, (query, actor) => query.ExecuteAsync(missionId, actor, default));

    private static Task RecordAsync(CaseWorld world, Guid missionId, string who, MissionCosts costs, int revision) =>
        world.AsAsync<RecordCosts>(who, (act, actor) => act.ExecuteAsync(missionId, new RecordCostsInput(costs with { Revision = revision }), actor, default));

    private static Task TickAsync(CaseWorld world, Guid missionId, string who, ChecklistKind kind, Guid? expertId = null, ChecklistState state = ChecklistState.Done) =>
        world.AsAsync<TickChecklist>(who, (act, actor) => act.ExecuteAsync(missionId, new TickChecklistInput(kind, state) { ExpertId = expertId }, actor, default));

    private static async Task<(ChecklistState State, Guid[] DoneFor)> ItemAsync(CaseWorld world, Guid missionId, ChecklistKind kind)
    {
        var item = (await world.ReadAsync(db => db.Missions.SingleAsync(mission => mission.Id == missionId))).Checklist.Single(item => item.Kind == kind);
        return (item.State, [.. item.DoneFor.Select(settled => settled.ExpertId)]);
    }

    /// <summary>"expert" and "second" go.</summary>
    private static async Task<(Guid MissionId, Guid First, Guid Second)> ReachMissionOfTwoAsync(CaseWorld world)
    {
        await world.ApproveRequestAsync();
        await world.ApproveTermsAsync();
        var (first, chosen) = await world.AcceptAsync("expert");
        var (second, also) = await world.AcceptAsync("second");
        await world.AnswerAsync("officer", "mobilisation", "shortlist");
        await world.AnswerAsync("coordinator", "selection", "confirm", new { chosen = new[] { chosen, also }, why = "Se complètent" });
        await world.AnswerAsync("requester", "noObjection", "noObjection");
        return (await world.ReadAsync(db => db.Missions.Select(mission => mission.Id).SingleAsync()), first, second);
    }

    [Test]
    public async Task A_further_mission_planned_while_missions_run_gets_its_own_workflow()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachMissionAsync();
        var expertId = await world.ReadAsync(db => db.Experts.Select(expert => expert.Id).SingleAsync());
        await world.AsAsync<PlanMission>("officer", (act, actor) => act.ExecuteAsync(world.RequestId, CaseTexts.Plan(expertId), actor, default));
        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "missions", "preparation", "preparation" }));
    }

    [Test]
    public async Task Who_stands_by_is_already_in_the_form_when_somebody_drops_out()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (missionId, reserveId) = await ReachMissionWithReserveAsync(world);
        await world.SettleChecklistAsync(missionId);
        await world.AnswerAsync("logistics", "preparation", "replace", new { comment = "Malade" });
        var draft = await world.ReadAsync(db => db.WorkItems.Where(item => item.Step.StepId == "replacement" && item.ClosedAt == null).Select(item => item.Draft).FirstAsync());
        var suggested = CoreJson.Read<ReplacementForm>(draft!);
        var first = await world.ReadAsync(db => db.Nominations.SingleAsync(row => row.Id != reserveId));
        Assert.That((suggested.LeavingExpertId, suggested.NominationId), Is.EqualTo((first.ExpertId, reserveId)));
    }

    [Test]
    public async Task The_reserve_is_freed_and_told_once_the_mission_took_place()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (missionId, reserveId) = await ReachMissionWithReserveAsync(world);
        await world.SettleChecklistAsync(missionId);
        await world.AnswerAsync("logistics", "preparation", "ready");
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 8, 9, 0, 0, TimeSpan.Zero));
        await world.AnswerAsync("expert", "underWay", "completed", new { actualStartOn = "2031-09-01", actualEndOn = "2031-09-05", participantsWomen = 6, participantsMen = 6 });

        var reserve = await world.ReadAsync(db => db.Nominations.SingleAsync(row => row.Id == reserveId));
        Assert.That((reserve.Status, reserve.EndedAt), Is.EqualTo((NominationStatus.StoodDown, (DateTime?)world.Now)));
        Assert.That(await world.ReadAsync(db => db.Outbox.CountAsync(mail => mail.Template == "expert-freed" && mail.ToAddress == "reserve@x.test")), Is.EqualTo(1));
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(line => line.Kind == "expert-freed")), Is.EqualTo(1));
    }

    /// <summary>A mission to be prepared for "expert", with "reserve" standing by.</summary>
    private static async Task<(Guid MissionId, Guid ReserveId)> ReachMissionWithReserveAsync(CaseWorld world)
    {
        await world.ApproveRequestAsync();
        await world.ApproveTermsAsync();
        var (_, chosen) = await world.AcceptAsync("expert");
        var (_, reserve) = await world.AcceptAsync("reserve");
        await world.AnswerAsync("officer", "mobilisation", "shortlist");
        await world.AnswerAsync("coordinator", "selection", "confirm", new { chosen = new[] { chosen }, reserve = new[] { reserve }, why = "La plus qualifiée" });
        await world.AnswerAsync("requester", "noObjection", "noObjection");
        return (await world.ReadAsync(db => db.Missions.Select(mission => mission.Id).SingleAsync()), reserve);
    }

    /// <summary>The code of the refusal; null when the plan was taken.</summary>
    private static async Task<string?> EditAsync(CaseWorld world, Guid missionId, Func<MissionPlan, MissionPlan> change, string who = "officer")
    {
        var seen = await world.AsAsync<GetMission, MissionView>(who, (query, actor) => query.ExecuteAsync(missionId, actor, default));
        try
        {
            await world.AsAsync<EditMission>(who, (act, actor) => act.ExecuteAsync(missionId, new EditMissionInput(change(seen.Plan), seen.Revision), actor, default));
            return null;
        }
        catch (RuleException refusal)
        {
            return refusal.Code;
        }
        catch (InvalidInputException invalid)
        {
            return invalid.Errors.Single().Code;
        }
    }

    private static async Task<string[]> FaultsAsync(Func<Task> act) =>
        [.. (await Assert.ThrowsAsync<InvalidInputException>(() => act()))!.Errors.Select(error => $"{error.Field}: {error.Code}")];
}
