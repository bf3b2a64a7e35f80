using System.Text;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Field;
using TechAssist.Core.Terms;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Missions.Field;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class DeployedTests(Provider provider)
{
    [Test]
    public async Task A_mission_is_seen_two_weeks_ahead_and_while_it_lasts_with_its_last_note()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await LeaveAsync(world);
        Assert.That((await SeeAsync(world, "2031-08-17")).All, Is.Empty);
        Assert.That((await SeeAsync(world, "2031-08-18")).Departing.Single().Id, Is.EqualTo(missionId));
        foreach (var (on, mood) in new[] { (1, SecurityMood.Watch), (2, SecurityMood.Normal) })
        {
            var note = new NoteInput { On = new DateOnly(2031, 9, on), Done = "Atelier", Mood = mood };
            await world.AsAsync<WriteNote>("expert", (act, actor) => act.ExecuteAsync(missionId, note, actor, default));
        }

        var row = (await SeeAsync(world, "2031-09-05")).UnderWay.Single();
        Assert.That((row.LastNoteOn, row.Mood, row.Team.Single().IsLead, row.IsReportExpected), Is.EqualTo((new DateOnly(2031, 9, 2), SecurityMood.Normal, true, true)));
        Assert.That(row.ReportDueOn, Is.EqualTo(new DateOnly(2031, 9, 19)), "ten working days of the expert after the last day");
        Assert.That((await SeeAsync(world, "2031-09-05", "TG")).All, Is.Empty);
        Assert.That((await SeeAsync(world, "2031-09-06")).All, Is.Empty);
        await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<ListDeployed, Deployed>("requester", (query, actor) => query.ExecuteAsync(new DeployedFilter(), actor, default)));

        var csv = Encoding.UTF8.GetString(await world.AsAsync<ExportDeployed, byte[]>("officer", (act, actor) => act.ExecuteAsync(new DeployedFilter(), "fr", actor, default)));
        Assert.That(csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(2).And.Some.Contain("Sénégal;Dakar;2031-09-01;2031-09-05;En cours"));
    }

    [Test]
    public async Task A_mission_that_should_have_left_and_is_not_ready_is_not_away_and_shows_what_is_open()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachMissionAsync();
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 8, 28, 12, 0, 0, TimeSpan.Zero));
        var before = (await SeeAsync(world, "2031-08-28")).Departing.Single().Checklist;
        Assert.That((before.Open, before.Late), Is.EqualTo((9, 8)));
        Assert.That((await SeeAsync(world, "2031-09-02")).UnderWay, Has.Count.EqualTo(1), "who looks ahead sees who will be away");

        world.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 2, 12, 0, 0, TimeSpan.Zero));
        var late = await SeeAsync(world, "2031-09-02");
        Assert.That((late.UnderWay.Count, late.Departing.Single().Status), Is.EqualTo((0, MissionStatus.Planned)));
    }

    [Test]
    public async Task An_extension_takes_more_expert_days_moves_the_report_and_is_told()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await LeaveAsync(world);
        var before = (await world.ReadAsync(db => db.Missions.SingleAsync(row => row.Id == missionId))).Plan.Days;
        await world.AnswerAsync("expert", "underWay", "extended", new { newEndOn = "2031-09-12", comment = "Deuxième région" });
        var mission = await world.ReadAsync(db => db.Missions.SingleAsync(row => row.Id == missionId));
        Assert.That((mission.EndOn, mission.Plan.Days.Field, mission.Plan.LongStayReason), Is.EqualTo((new DateOnly(2031, 9, 12), before.Field + 5, "Deuxième région")));
        Assert.That((await SeeAsync(world, "2031-09-10")).UnderWay.Single().ReportDueOn, Is.EqualTo(new DateOnly(2031, 9, 26)));
        Assert.That(await world.ReadAsync(db => db.Outbox.CountAsync(mail => mail.Template == "mission-extended" && mail.ToAddress == "requester@x.test")), Is.EqualTo(1));
    }

    [Test]
    public async Task An_extension_above_the_ceiling_is_the_coordinators_to_allow()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await LeaveAsync(world);
        await EditAsync(world, "officer", missionId, plan => plan with { Days = new ExpertDays { Field = 58 } });
        var form = new { newEndOn = "2031-09-12", comment = "Deuxième région" };
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => world.AnswerAsync("expert", "underWay", "extended", form));
        Assert.That(refused!.Errors.Single().Code, Is.EqualTo("extension-above-ceiling"));
        await EditAsync(world, "coordinator", missionId, plan => plan with { EndOn = new DateOnly(2031, 9, 12), Days = new ExpertDays { Field = 63 }, LongStayReason = "Deux régions", CeilingReason = "Deux régions" });
        Assert.That(
            (await Assert.ThrowsAsync<InvalidInputException>(() => world.AnswerAsync("expert", "underWay", "extended", new { newEndOn = "2031-09-19", comment = "Encore" })))!.Errors.Single().Code,
            Is.EqualTo("extension-above-ceiling"), "a reason is for the days of then");
        await world.AnswerAsync("expert", "underWay", "extended", new { newEndOn = "2031-09-14", comment = "Retour le dimanche" });
    }

    [Test]
    public async Task A_debriefing_is_the_teams_and_the_secretariats_to_read()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await LeaveAsync(world);
        var input = new DebriefInput { On = new DateOnly(2031, 9, 2), Notes = "Accueil excellent" };
        await world.AsAsync<RecordDebrief>("officer", (act, actor) => act.ExecuteAsync(missionId, input, actor, default));
        var expert = await world.AsAsync<GetMission, MissionView>("expert", (query, actor) => query.ExecuteAsync(missionId, actor, default));
        var requester = await world.AsAsync<GetMission, MissionView>("requester", (query, actor) => query.ExecuteAsync(missionId, actor, default));
        Assert.That((expert.DebriefNotes, requester.DebriefNotes, requester.MayReadNotes), Is.EqualTo(("Accueil excellent", default(string), false)));
    }

    private static async Task<Guid> LeaveAsync(CaseWorld world)
    {
        var missionId = await world.ReachMissionAsync();
        await world.SettleChecklistAsync(missionId);
        await world.AnswerAsync("logistics", "preparation", "ready");
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 2, 12, 0, 0, TimeSpan.Zero));
        return missionId;
    }

    private static Task<Deployed> SeeAsync(CaseWorld world, string on, string? country = null) => world.AsAsync<ListDeployed, Deployed>("officer", (query, actor) =>
        query.ExecuteAsync(new DeployedFilter { On = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), Country = country }, actor, default));

    private static async Task EditAsync(CaseWorld world, string who, Guid missionId, Func<MissionPlan, MissionPlan> change)
    {
        var seen = await world.AsAsync<GetMission, MissionView>(who, (query, actor) => query.ExecuteAsync(missionId, actor, default));
        await world.AsAsync<EditMission>(who, (act, actor) => act.ExecuteAsync(missionId, new EditMissionInput(change(seen.Plan), seen.Revision), actor, default));
    }
}
