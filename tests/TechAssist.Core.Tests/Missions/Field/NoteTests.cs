using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Missions.Field;
using TechAssist.Core.Tests.Notifications;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Missions.Field;

/// <summary>Notes from a mission in Senegal, from Monday 1 September 2031.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class NoteTests(Provider provider)
{
    private static readonly DateTimeOffset Night = new(2031, 9, 2, 22, 0, 0, TimeSpan.Zero);

    private static readonly NoteInput Note = new()
    {
        Key = Guid.Parse("0198f0a0-7777-4abc-8def-0123456789ab"),
        On = new DateOnly(2031, 9, 2),
        Place = "Dakar",
        Done = "Atelier tenu",
        OpenPoints = "Salle de jeudi",
    };

    [Test]
    public async Task The_same_note_sent_many_times_at_once_is_one()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await LeaveAsync(world);
        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => WriteAsync(world, "expert", missionId, Note with { Mood = SecurityMood.Watch })));
        ids = [.. ids, await WriteAsync(world, "expert", missionId, Note with { Done = "Autre texte" })];
        Assert.That(ids.Distinct().Count(), Is.EqualTo(1));
        Assert.That(await world.ReadAsync(db => db.MissionNotes.Select(note => note.Done).ToListAsync()), Is.EqualTo(new[] { "Atelier tenu" }));
        Assert.That(await world.ReadAsync(db => db.Outbox.CountAsync(mail => mail.Template == NoteAlarm.Watch)), Is.EqualTo(1));
    }

    [Test]
    public async Task Danger_is_told_at_night_to_the_officer_and_to_the_coordinator_when_the_team_leaves()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await LeaveAsync(world);
        var mails = new SentMails(world);
        await mails.SendAsync();
        var (officerBefore, coordinatorBefore) = (mails.Subjects("officer").Count, mails.Subjects("coordinator").Count);
        await WriteAsync(world, "expert", missionId, Note with { Mood = SecurityMood.Watch });
        await mails.SendAsync();
        Assert.That((mails.Subjects("officer").Count - officerBefore, mails.Subjects("coordinator").Count - coordinatorBefore), Is.EqualTo((1, 0)));

        await CorrectAsync(world, "expert", missionId, Note with { Mood = SecurityMood.Leave });
        await mails.SendAsync();
        Assert.That((mails.Subjects("officer").Count - officerBefore, mails.Subjects("coordinator").Count - coordinatorBefore), Is.EqualTo((2, 1)));
        Assert.That(mails.Subjects("coordinator")[^1], Does.Contain("DÉPART").And.Contain("Sénégal"));
        Assert.That(await world.ReadAsync(db => db.Notifications.CountAsync(row => row.Template == NoteAlarm.Leave)), Is.EqualTo(2));
    }

    [Test]
    public async Task A_note_is_corrected_by_its_author_on_the_day_it_arrived_and_the_history_says_so()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await LeaveAsync(world);
        await WriteAsync(world, "expert", missionId, Note);
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => CorrectAsync(world, "officer", missionId, Note)))!.Code, Is.EqualTo("note-stands"));
        await CorrectAsync(world, "expert", missionId, Note with { Done = "Atelier tenu, 24 participants" });
        world.Clock.Advance(TimeSpan.FromHours(3));
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => CorrectAsync(world, "expert", missionId, Note)))!.Code, Is.EqualTo("note-stands"));
        var kinds = await world.ReadAsync(db => db.Timeline.Where(line => line.Kind.StartsWith("note-")).OrderBy(line => line.Number).Select(line => $"{line.Kind} {line.IsPublic}").ToListAsync());
        Assert.That(kinds, Is.EqualTo(new[] { "note-written False", "note-corrected False" }));
    }

    [Test]
    public async Task The_requesting_side_neither_reads_nor_writes_notes_and_a_plan_takes_none()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => WriteAsync(world, "expert", missionId, Note)))!.Code, Is.EqualTo("notes-not-yet"));
        await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<ListNotes, MissionNotes>("requester", (query, actor) => query.ExecuteAsync(missionId, actor, default)));
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => WriteAsync(world, "requester", missionId, Note)))!.Code, Is.EqualTo("not-allowed"));
        await Assert.ThrowsAsync<NotFoundException>(() => WriteAsync(world, "stranger", missionId, Note));
    }

    [TestCase("2031-09-04", "Atelier", "on in-the-future")]
    [TestCase("2031-06-01", "Atelier", "on before-the-mission")]
    [TestCase("2031-09-02", "   ", "done required")]
    public async Task What_is_wrong_is_said_beside_its_field(string on, string done, string expected)
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await LeaveAsync(world);
        var wrong = await Assert.ThrowsAsync<InvalidInputException>(() =>
            WriteAsync(world, "expert", missionId, Note with { On = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture), Done = done }));
        Assert.That(wrong!.Errors.Select(error => $"{error.Field} {error.Code}"), Is.EqualTo(new[] { expected }));
    }

    private static async Task<Guid> LeaveAsync(CaseWorld world)
    {
        var missionId = await world.ReachMissionAsync();
        await world.SettleChecklistAsync(missionId);
        await world.AnswerAsync("logistics", "preparation", "ready");
        world.Clock.SetUtcNow(Night);
        return missionId;
    }

    private static Task<Guid> WriteAsync(CaseWorld world, string who, Guid missionId, NoteInput input) =>
        world.AsAsync<WriteNote, Guid>(who, (act, actor) => act.ExecuteAsync(missionId, input, actor, default));

    private static async Task CorrectAsync(CaseWorld world, string who, Guid missionId, NoteInput input)
    {
        var note = await world.ReadAsync(db => db.MissionNotes.SingleAsync(row => row.MissionId == missionId));
        await world.AsAsync<CorrectNote>(who, (act, actor) => act.ExecuteAsync(note.Id, input, note.Revision, actor, default));
    }
}
