using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Missions;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class DeliveryTests(Provider provider)
{
    [Test]
    public async Task A_part_is_kept_whole_or_told_field_by_field_and_its_records_follow_from_the_types()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachWorkshopAsync();
        var fresh = await world.DeliveryAsync("expert", missionId);
        Assert.That((fresh.Plan.Types, fresh.Parts, fresh.MayEdit), Is.EqualTo((new[] { "TRN" }, new[] { DeliveryPart.Sessions }, true)));

        var wrong = await DeliveryWorld.ErrorsAsync(() => world.SaveAsync("expert", missionId, DeliveryPart.Sessions, plan => plan with
        {
            Sessions = [DeliveryWorld.Workshop[0] with { On = new DateOnly(2031, 9, 6) }, DeliveryWorld.Workshop[1] with { To = new TimeOnly(8, 0), Title = " " }],
        }));
        Assert.That(wrong, Is.EquivalentTo(new[] { "sessions[0].on: outside-the-mission", "sessions[1].to: ends-before-it-begins", "sessions[1].title: required" }));
        await world.SaveAsync("expert", missionId, DeliveryPart.Types, plan => plan with { Types = ["TRN", "ASM", "LEG", "MEN"] });
        Assert.That(await DeliveryWorld.ErrorsAsync(() => world.SaveAsync("officer", missionId, DeliveryPart.Enquiry, plan => plan with
        {
            Interviews = [new Interview { Institution = "Police", State = InterviewState.NotPossible }, new Interview { Institution = "Douane", State = InterviewState.Done, On = new DateOnly(2031, 9, 30) }],
        })), Is.EqualTo(new[] { "interviews[0].reason: required", "interviews[1].on: in-the-future" }));
        Assert.That(await DeliveryWorld.ErrorsAsync(() => world.SaveAsync("officer", missionId, DeliveryPart.Groups, plan => plan with
        {
            Groups = [new ParticipantGroup { Institution = "Mairie", Women = -1 }],
            PostTest = 101,
        })), Is.EquivalentTo(new[] { "groups[0].women: out-of-range", "postTest: out-of-range" }));
        Assert.That(await DeliveryWorld.ErrorsAsync(() => world.SaveAsync("officer", missionId, DeliveryPart.Drafts, plan => plan with
        {
            Drafts =
            [
                new DraftRow { Title = "Décret", Stage = DraftStage.Consulted, PlannedOn = new DateOnly(2031, 10, 1) },
                new DraftRow { Title = "Décret", Stage = DraftStage.HandedOver }, new DraftRow { Title = "Décret", Stage = DraftStage.HandedOver, On = new DateOnly(2031, 10, 20) },
            ],
        })), Is.EqualTo(new[] { "drafts[1].on: required", "drafts[2].on: in-the-future" }), "a stage is planned or reached");
        Assert.That(await DeliveryWorld.ErrorsAsync(() => world.SaveAsync("officer", missionId, DeliveryPart.Contacts, plan => plan with
        {
            Contacts =
            [
                new MentoringContact { PlannedOn = new DateOnly(2031, 10, 1), Topic = "Version 3" },
                new MentoringContact { PlannedOn = new DateOnly(2031, 9, 2), On = new DateOnly(2031, 9, 3), Topic = "Version 1" }, new MentoringContact { Topic = "Version 2", Minutes = 30 },
            ],
        })), Is.EqualTo(new[] { "contacts[1].minutes: required", "contacts[2].on: required" }), "a talk is planned or held");
        await world.SaveAsync("officer", missionId, DeliveryPart.Contacts, plan => plan with
        {
            Contacts = [new MentoringContact { On = new DateOnly(2031, 9, 4), Minutes = 45, Topic = "Relecture", NextStep = "Version 2" }],
        });
        var after = await world.DeliveryAsync("requester", missionId);
        Assert.That(after.Parts, Is.EqualTo(new[] { DeliveryPart.Sessions, DeliveryPart.Enquiry, DeliveryPart.Drafts, DeliveryPart.Contacts }));
        Assert.That((after.Plan.Contacts.Single().Topic, after.MayEdit), Is.EqualTo(("Relecture", false)));
        Assert.That(await DeliveryWorld.RefusalAsync(() => world.SaveAsync("requester", missionId, DeliveryPart.Drafts, plan => plan)), Is.EqualTo("not-allowed"));
    }

    [Test]
    public async Task A_list_is_taken_whole_or_its_faults_are_named_by_line_and_column()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachWorkshopAsync();
        var invalid = await Assert.ThrowsAsync<InvalidInputException>(() => world.ImportAsync("expert", missionId,
            "Nom;Prénom;Sexe;Institution;Courriel\nNdiaye;Aïda;F;ANSD;aida@ansd.test\n;;H;Police;\nFall;Moussa;?;Police;moussa\nNDIAYE;Aïda;F;ANSD;aida@ansd.test"));
        Assert.That(invalid!.Errors.Select(error => Messages.Text(error, "fr").Replace('\u00A0', ' ')), Is.EqualTo(new[]
        {
            "Ligne 3, colonne « Nom » : le nom manque.",
            "Ligne 4, colonne « Sexe » : « ? » n’est pas compris. Écrivez F ou H, ou laissez vide.",
            "Ligne 4, colonne « Courriel » : « moussa » n’est pas une adresse électronique.",
            "Ligne 5 : Aïda NDIAYE figure déjà à la ligne 2.",
        }));
        Assert.That((await world.DeliveryAsync("officer", missionId)).NamedCount, Is.Zero, "nothing is half kept");

        Assert.That(await world.ImportAsync("expert", missionId, "Nom\tSexe\tInstitution\nAïda Ndiaye\tF\tANSD\nÉlie Bâ\tH\tPolice"), Is.EqualTo(new ImportedParticipants(2, 0)));
        Assert.That(await world.ImportAsync("officer", missionId, "NDIAYE Aïda\nOumou Sy"), Is.EqualTo(new ImportedParticipants(2, 0)), "of no institution, so another one");
        Assert.That(await world.ImportAsync("officer", missionId, "Name,Institution\nBa Elie,police"), Is.EqualTo(new ImportedParticipants(0, 1)));
        Assert.That(await DeliveryWorld.ErrorsAsync(() => world.AsAsync<AddParticipant>("expert", (act, actor) =>
            act.ExecuteAsync(missionId, new ParticipantInput { Name = "aida ndiaye", Institution = "ansd" }, actor, default))), Is.EqualTo(new[] { "name: participant-twice" }));
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(line => line.Kind == "participants-imported")), Is.EqualTo(2));
    }

    [Test]
    public async Task Attendance_and_tests_add_up_and_prefill_report_and_mission()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await RecordAsync(world);
        var figures = (await world.DeliveryAsync("committee", missionId)).Figures;
        // 5 h held; Aïda 5, Élie 4, Oumou 3 of them.
        Assert.That((figures.Women, figures.Men, figures.AttendanceRate), Is.EqualTo((6, 2, (int?)80)));
        Assert.That((figures.PreTest, figures.PostTest, figures.Gain), Is.EqualTo(((decimal?)45m, (decimal?)75m, (decimal?)30m)));

        await world.AnswerAsync("expert", "underWay", "completed", new { actualStartOn = "2031-09-01", actualEndOn = "2031-09-05" });
        var mission = await world.ReadAsync(db => db.Missions.SingleAsync(row => row.Id == missionId));
        Assert.That((mission.ParticipantsWomen, mission.ParticipantsMen), Is.EqualTo(((int?)6, (int?)2)));
        var reportId = await world.AsAsync<StartReport, Guid>("expert", (act, actor) => act.ExecuteAsync(missionId, null, actor, default));
        Assert.That((await world.ReportAsync("expert", reportId)).Content.Training, Is.EqualTo(new TrainingData { Women = 6, Men = 2, PreTest = 45, PostTest = 75 }));

        await world.WriteReportAsync(reportId, CaseTexts.Report with { Training = new TrainingData { Women = 1, Men = 1, Satisfaction = 4.5m } });
        Assert.That(await world.AsAsync<TakeTrainingFigures, bool>("expert", (act, actor) => act.ExecuteAsync(reportId, actor, default)), Is.True);
        Assert.That((await world.ReportAsync("expert", reportId)).Content.Training, Is.EqualTo(new TrainingData { Women = 6, Men = 2, PreTest = 45, PostTest = 75, Satisfaction = 4.5m }));
        await world.AnswerAsync("expert", "report", "submit");
        Assert.That(await DeliveryWorld.RefusalAsync(() => world.ImportAsync("expert", missionId, "Trop tard")), Is.EqualTo("delivery-closed"));
    }

    [Test]
    public async Task Two_people_may_tick_at_once_and_no_mark_is_lost_with_its_session()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await RecordAsync(world);
        // Ticked by somebody who opened the page before any mark was there.
        await world.MarkAsync("officer", missionId, ("Oumou", [1]));
        var seen = await world.DeliveryAsync("officer", missionId);
        Assert.That(seen.Participants.Select(person => person.Attended.Count), Is.EqualTo(new[] { 3, 2, 2 }));
        Assert.That(await DeliveryWorld.RefusalAsync(() => world.SaveAsync("expert", missionId, DeliveryPart.Sessions, plan => plan with { Sessions = [plan.Sessions[0]] })), Is.EqualTo("session-attended"));
        Assert.That(await DeliveryWorld.RefusalAsync(() => world.AsAsync<ChangeParticipant>("expert", (act, actor) => act.RemoveAsync(missionId, seen.Of("Oumou").Id, actor, default))), Is.EqualTo("participant-attended"));

        var stale = new TestRow { ParticipantId = seen.Of("Aïda").Id, Pre = 10, Post = 70, SeenPre = 20, SeenPost = 70 };
        Assert.That(await DeliveryWorld.ErrorsAsync(() => NoteAsync(world, missionId, stale)), Is.EqualTo(new[] { "scores[0].pre: score-changed" }));
        Assert.That(await DeliveryWorld.ErrorsAsync(() => NoteAsync(world, missionId, stale with { Pre = 101 })), Is.EqualTo(new[] { "scores[0].pre: out-of-range" }));
    }

    [Test]
    public async Task Names_are_kept_to_the_secretariat_the_team_and_the_hosts_counterpart()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await RecordAsync(world);
        await world.AddPersonAsync("counterpart", Role.Counterpart, "SN");
        await world.AddPersonAsync("auditor", Role.Auditor);
        foreach (var (who, reads) in new[] { ("officer", true), ("auditor", true), ("expert", true), ("counterpart", true), ("requester", false), ("focal", false), ("committee", false) })
        {
            var view = await world.DeliveryAsync(who, missionId);
            Assert.That((view.Participants.Count, view.NamedCount, view.Figures.Total), Is.EqualTo((reads ? 3 : 0, 3, 8)), who);
            foreach (var paper in new[] { "attendanceSheet", "participantList", "certificates" })
            {
                var open = world.PaperAsync(who, paper, "html", "fr");
                await Assert.ThatAsync(() => open, reads ? Throws.Nothing : Throws.TypeOf<NotFoundException>(), $"{who}: {paper}");
            }
        }

        await Assert.ThrowsAsync<NotFoundException>(() => world.DeliveryAsync("stranger", missionId));
    }

    [Test]
    public async Task A_series_takes_the_programme_to_other_days_and_stays_below_the_ceiling()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await RecordAsync(world);
        var numbers = await RepeatAsync(world, missionId, new DateOnly(2031, 10, 6), new DateOnly(2031, 9, 22));
        Assert.That(numbers, Is.EqualTo(new[] { 2, 3 }));
        var second = await world.ReadAsync(db => db.Missions.Include(row => row.Members).SingleAsync(row => row.Number == 2));
        Assert.That((second.StartOn, second.EndOn, second.Status, second.Members.Count), Is.EqualTo(((DateOnly?)new DateOnly(2031, 9, 22), (DateOnly?)new DateOnly(2031, 9, 26), MissionStatus.Planned, 1)));
        var copied = await world.DeliveryAsync("officer", second.Id);
        Assert.That(copied.Plan.Sessions.Select(session => session.On!.Value.Day), Is.EqualTo(new[] { 22, 23, 24 }));
        Assert.That((copied.NamedCount, copied.Series.Select(row => row.Number)), Is.EqualTo((0, new[] { 1, 2, 3 })));
        var own = await world.DeliveryAsync("officer", missionId);
        Assert.That(copied.Plan.Sessions.Select(session => session.Id), Has.None.AnyOf(own.Plan.Sessions.Select(session => session.Id).Cast<object>().ToArray()));

        // 3 missions of 10 days; 4 more would make 70.
        DateOnly[] four = [.. Enumerable.Range(0, 4).Select(week => new DateOnly(2031, 11, 3).AddDays(7 * week))];
        Assert.That(await DeliveryWorld.RefusalAsync(() => RepeatAsync(world, missionId, four)), Is.EqualTo("above-ceiling"));
        Assert.That(await DeliveryWorld.ErrorsAsync(() => RepeatAsync(world, missionId, four[0], four[0])), Is.EqualTo(new[] { "starts[1].on: listed-twice" }));
        var view = await world.AsAsync<GetMission, MissionView>("officer", (query, actor) => query.ExecuteAsync(missionId, actor, default));
        Assert.That(view.DaysOfCase, Is.EqualTo(30));
    }

    [Test]
    public async Task New_days_of_a_mission_take_the_programme_with_them_when_asked()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        await world.SaveAsync("officer", missionId, DeliveryPart.Sessions, plan => plan with { Sessions = DeliveryWorld.Workshop });
        await world.AnswerAsync("logistics", "preparation", "postponed", new { comment = "Élections" });
        await world.AnswerAsync("logistics", "postponement", "newDates", new { startOn = "2031-10-06", endOn = "2031-10-10" });
        Assert.That((await world.DeliveryAsync("officer", missionId)).StraySessionCount, Is.EqualTo(3));
        await world.AsAsync<MoveSessions>("officer", (act, actor) => act.ExecuteAsync(missionId, actor, default));
        var moved = await world.DeliveryAsync("officer", missionId);
        Assert.That((moved.StraySessionCount, moved.Plan.Sessions[0].On, moved.MayRecord), Is.EqualTo((0, (DateOnly?)new DateOnly(2031, 10, 6), false)));
    }

    /// <summary>Three named participants and five counted ones; five hours held; tests before and after.</summary>
    private static async Task<Guid> RecordAsync(CaseWorld world)
    {
        var missionId = await world.ReachWorkshopAsync();
        await world.SaveAsync("expert", missionId, DeliveryPart.Sessions, plan => plan with { Sessions = DeliveryWorld.Workshop });
        await world.SaveAsync("expert", missionId, DeliveryPart.Groups, plan => plan with { Groups = [new ParticipantGroup { Institution = "Mairie", Women = 4, Men = 1 }] });
        await world.ImportAsync("expert", missionId, "Nom;Sexe;Institution\nAïda Ndiaye;F;ANSD\nÉlie Bâ;H;Police\nOumou Sy;F;");
        await world.MarkAsync("expert", missionId, ("Aïda", [0, 1, 2]), ("Élie", [0, 1]), ("Oumou", [0]));
        var seen = await world.DeliveryAsync("expert", missionId);
        await NoteAsync(world, missionId, new TestRow { ParticipantId = seen.Of("Aïda").Id, Pre = 40, Post = 70 }, new TestRow { ParticipantId = seen.Of("Élie").Id, Pre = 50, Post = 80 });
        return missionId;
    }

    private static Task NoteAsync(CaseWorld world, Guid missionId, params TestRow[] rows) =>
        world.AsAsync<NoteTests>("expert", (act, actor) => act.ExecuteAsync(missionId, new NoteTestsInput { Scores = rows }, actor, default));

    private static Task<IReadOnlyList<int>> RepeatAsync(CaseWorld world, Guid missionId, params DateOnly[] starts) => world.AsAsync<RepeatMission, IReadOnlyList<int>>("officer", (act, actor) =>
        act.ExecuteAsync(missionId, new RepeatMissionInput([.. starts.Select(day => new SeriesDay { On = day })]), actor, default));
}
