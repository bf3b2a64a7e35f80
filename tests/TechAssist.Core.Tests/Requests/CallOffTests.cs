using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Missions;
using TechAssist.Core.Requests.Steering;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Requests;

/// <summary>A case ends before its time: what was planned in it is called off.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class CallOffTests(Provider provider)
{
    private const string Reason = "Le ministère a changé de priorité.";

    [Test]
    public async Task A_withdrawal_cancels_the_planned_mission_and_stands_down_who_was_asked()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachMissionAsync();
        await world.AcceptAsync("reserve");
        var asked = await world.ProposeAsync(await world.AddExpertAsync("asked"));
        await world.AsAsync<Invite>("officer", (act, actor) => act.ExecuteAsync(asked, actor, default));
        await EndAsync(world, withdraw: true);

        var mission = await world.ReadAsync(db => db.Missions.SingleAsync());
        var nominations = await world.ReadAsync(db => db.Nominations.OrderBy(row => row.ProposedAt).ThenBy(row => row.Id).Select(row => row.Status).ToListAsync());
        var told = await world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == "expert-called-off").OrderBy(mail => mail.ToAddress).ToListAsync());
        var tasks = await world.ReadAsync(db => db.WorkItems.CountAsync(item => item.ClosedAt == null));
        var lines = await world.ReadAsync(db => db.Timeline.CountAsync(line => line.Kind == "mission-cancelled" || line.Kind == "expert-stood-down"));
        Assert.Multiple(() =>
        {
            Assert.That((mission.Status, mission.StatusReason), Is.EqualTo((MissionStatus.Cancelled, Reason)));
            Assert.That(nominations, Is.EquivalentTo(new[] { NominationStatus.Confirmed, NominationStatus.StoodDown, NominationStatus.StoodDown }));
            Assert.That(told.Select(mail => mail.ToAddress), Is.EqualTo(new[] { "asked@x.test", "reserve@x.test" }));
            Assert.That(told.Select(mail => mail.Values["reason"]), Has.All.EqualTo(Reason));
            Assert.That(tasks, Is.Zero);
            Assert.That(lines, Is.EqualTo(3));
        });
    }

    [Test]
    public async Task A_mission_under_way_is_broken_off_not_unmade()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        await world.SettleChecklistAsync(missionId);
        await world.AnswerAsync("logistics", "preparation", "ready");
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 2, 12, 0, 0, TimeSpan.Zero));
        await EndAsync(world, withdraw: false);

        var mission = await world.ReadAsync(db => db.Missions.SingleAsync());
        Assert.That((mission.Status, mission.StatusReason), Is.EqualTo((MissionStatus.Interrupted, Reason)));
    }

    private static Task EndAsync(CaseWorld world, bool withdraw) => world.AsAsync<EndRequest>(withdraw ? "requester" : "coordinator", (act, actor) => withdraw
        ? act.WithdrawAsync("TA-2031-SN-0001", new SteeringInput { Reason = Reason }, actor, default)
        : act.CancelAsync("TA-2031-SN-0001", new SteeringInput { Reason = Reason }, actor, default));
}
