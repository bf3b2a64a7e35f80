using System.Text;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Core.Experts.Files;
using TechAssist.Core.FollowUp.Initiatives;
using TechAssist.Core.Notifications;
using TechAssist.Core.Requests;
using TechAssist.Core.Tests.Notifications;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.FollowUp;

/// <summary>What becomes of a report's recommendations and initiatives after its publication.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class AfterwardsTests(Provider provider)
{
    private static readonly Initiative Identified = new() { Title = "Observatoire régional", Description = "Données communes", Lead = "ANSD", NextStep = "Réunir les partenaires", Objective = "DAK11:R9" };

    [Test]
    public async Task An_initiative_of_a_published_report_is_followed_and_becomes_a_request_once()
    {
        await using var world = await PublishedAsync();
        var row = (await world.AsAsync<ListInitiatives, Page<InitiativeRow>>("committee", (query, actor) => query.ExecuteAsync(new InitiativeFilter { Objective = "DAK11:R9" }, actor, default))).Items.Single();
        Assert.That((row.Title, row.Status, row.Lead), Is.EqualTo(("Observatoire régional", InitiativeStatus.Identified, "ANSD")));
        Assert.That((await world.AsAsync<ListInitiatives, Page<InitiativeRow>>("stranger", (query, actor) => query.ExecuteAsync(new InitiativeFilter(), actor, default))).Items, Is.Empty);
        Assert.That(() => NoteAsync(world, "stranger", row.Id, 0), Throws.TypeOf<NotFoundException>());
        Assert.That(() => NoteAsync(world, "committee", row.Id, 0), Throws.InstanceOf<RuleException>());
        await NoteAsync(world, "focal", row.Id, 0);
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => NoteAsync(world, "officer", row.Id, 0)))!.Code, Is.EqualTo("stale"));

        var draftId = await world.AsAsync<TakeUpInitiative, Guid>("focal", (act, actor) => act.ExecuteAsync(row.Id, actor, default));
        Assert.That(await world.AsAsync<TakeUpInitiative, Guid>("officer", (act, actor) => act.ExecuteAsync(row.Id, actor, default)), Is.EqualTo(draftId));
        var draft = await world.ReadAsync(db => db.Requests.SingleAsync(request => request.Id == draftId));
        var after = await world.AsAsync<GetInitiative, InitiativeView>("focal", (query, actor) => query.ExecuteAsync(row.Id, actor, default));
        Assert.Multiple(() =>
        {
            Assert.That((draft.Status, draft.CopiedFromId), Is.EqualTo((RequestStatus.Draft, (Guid?)world.RequestId)));
            Assert.That(draft.Content.Title.Fr, Does.EndWith("Observatoire régional"));
            Assert.That(draft.Content.Objective.Fr, Does.Contain("Données communes"));
            Assert.That(draft.Content.Objectives, Is.EqualTo(new[] { "DAK11:R9" }));
            Assert.That((after.Status, after.CostRange, after.FollowOnId), Is.EqualTo((InitiativeStatus.InPreparation, "100 000 €", (Guid?)draftId)));
            Assert.That(after.Notes.Select(note => (note.Text, note.ByName)), Is.EqualTo(new[] { ("Première réunion", "focal") }));
        });
    }

    [Test]
    public async Task An_implemented_recommendation_is_verified_with_its_evidence_or_sent_back()
    {
        await using var world = await PublishedAsync();
        var rows = await RowsAsync(world, new RecommendationFilter());
        var id = rows[0].Id;
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => VerifyAsync(world, "officer", id, true)))!.Code, Is.EqualTo("recommendation-not-implemented"));
        var token = await AskedAsync(world, id);
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => AnswerAsync(world, token, "décret.pdf", "MZ program"));
        Assert.That(refused!.Errors.Single().Code, Is.EqualTo("file-not-what-it-says"));
        await AnswerAsync(world, token, "décret.pdf", "%PDF-1.7 décret");

        var told = await GetAsync(world, "focal", id);
        Assert.That((told.Status, told.MayVerify, told.Progress[0].File?.FileName), Is.EqualTo((RecommendationStatus.Implemented, true, "décret.pdf")));
        Assert.That((await GetAsync(world, "committee", id)).Progress[0].File, Is.Null, "what the country sent is for those of the case");
        Assert.That(() => VerifyAsync(world, "requester", id, true), Throws.InstanceOf<RuleException>(), "nobody verifies their own word");
        Assert.That(() => VerifyAsync(world, "focal", id, false), Throws.TypeOf<InvalidInputException>());
        await VerifyAsync(world, "focal", id, false, "Le décret n’est pas signé");
        Assert.That((await GetAsync(world, "focal", id)).Status, Is.EqualTo(RecommendationStatus.InProgress));
        await NoteProgressAsync(world, id, RecommendationStatus.Implemented);
        Assert.That((await RowsAsync(world, new RecommendationFilter { UnverifiedOnly = true })).Select(row => row.Id), Is.EqualTo(new[] { id }));
        await VerifyAsync(world, "officer", id, true);
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => VerifyAsync(world, "officer", id, true)))!.Code, Is.EqualTo("recommendation-verified"));
        Assert.That((await GetAsync(world, "requester", id)).VerifiedByName, Is.EqualTo("officer"));
        await NoteProgressAsync(world, id, RecommendationStatus.PartlyImplemented);
        Assert.That((await GetAsync(world, "requester", id)).VerifiedAt, Is.Null, "another status is another claim");

        Assert.That(() => NoteProgressAsync(world, rows[1].Id, RecommendationStatus.Superseded), Throws.TypeOf<InvalidInputException>());
        await SupersedeAsync(world, rows[1].Id, rows[2].Id);
        Assert.That(() => SupersedeAsync(world, rows[2].Id, rows[1].Id), Throws.TypeOf<InvalidInputException>(), "not in a circle");
        var replaced = await GetAsync(world, "requester", rows[1].Id);
        Assert.That((replaced.IsOpen, replaced.SupersededBy?.Number), Is.EqualTo((false, (int?)rows[2].Number)));
    }

    [Test]
    public async Task The_owner_is_reminded_once_on_the_due_day_and_every_three_months_in_the_countrys_hours()
    {
        await using var world = await PublishedAsync();
        var row = (await RowsAsync(world, new RecommendationFilter()))[0];
        await OwnAsync(world, row.Id, areRemindersOn: true);
        await SweepAsync(world);
        Assert.That(await MailsAsync(world), Is.Empty, "not due yet");

        // 1 November 2031 is a Saturday and All Saints' Day.
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 11, 1, 23, 0, 0, TimeSpan.Zero));
        await SweepAsync(world);
        await SweepAsync(world);
        await new SentMails(world).SendAsync();
        var mail = (await MailsAsync(world)).Single();
        Assert.Multiple(() =>
        {
            Assert.That((mail.ToAddress, mail.NextTryAt), Is.EqualTo(("ngone@justice.test", (DateTime?)new DateTime(2031, 11, 3, 7, 0, 0, DateTimeKind.Utc))));
            Assert.That(mail.OncePath, Does.StartWith("/progress/"));
        });
        Assert.That((await GetAsync(world, "officer", row.Id)).NextReminderOn, Is.EqualTo(new DateOnly(2032, 2, 1)));
        world.Clock.SetUtcNow(new DateTimeOffset(2032, 9, 1, 10, 0, 0, TimeSpan.Zero));
        await SweepAsync(world);
        await SweepAsync(world);
        Assert.That(await MailsAsync(world), Has.Count.EqualTo(2), "what was missed is not made up for");
        await OwnAsync(world, row.Id, areRemindersOn: false);
        world.Clock.SetUtcNow(new DateTimeOffset(2033, 9, 1, 10, 0, 0, TimeSpan.Zero));
        await SweepAsync(world);
        Assert.That(await MailsAsync(world), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Of_a_recommendation_nobody_is_named_for_the_asking_side_is_asked_on_the_due_day()
    {
        await using var world = await PublishedAsync();
        await SweepAsync(world);
        Assert.That(await MailsAsync(world, SweepReminders.Unowned), Is.Empty, "not due yet");

        // 1 November 2031 is a Saturday and All Saints' Day.
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 11, 1, 23, 0, 0, TimeSpan.Zero));
        await SweepAsync(world);
        await SweepAsync(world);
        await new SentMails(world).SendAsync();
        var mails = await MailsAsync(world, SweepReminders.Unowned);
        var row = (await RowsAsync(world, new RecommendationFilter()))[0];
        Assert.Multiple(() =>
        {
            Assert.That(mails.Select(mail => mail.ToName).Order(), Is.EqualTo(new[] { "focal", "requester" }), "the counterpart of this case is whoever asked");
            Assert.That(mails.Select(mail => mail.NextTryAt), Is.All.EqualTo(new DateTime(2031, 11, 3, 7, 0, 0, DateTimeKind.Utc)));
            Assert.That(mails[0].Values["path"], Is.EqualTo($"/recommendations/{row.Id}"));
            Assert.That(mails.Select(mail => mail.OncePath), Is.All.Null, "they have accounts");
        });
        Assert.That((await GetAsync(world, "officer", row.Id)).NextReminderOn, Is.EqualTo(new DateOnly(2032, 2, 1)));

        await OwnAsync(world, row.Id, areRemindersOn: true);
        world.Clock.SetUtcNow(new DateTimeOffset(2032, 2, 2, 10, 0, 0, TimeSpan.Zero));
        await SweepAsync(world);
        Assert.That(await MailsAsync(world), Has.Count.EqualTo(1), "from then on the owner is");
        Assert.That(await MailsAsync(world, SweepReminders.Unowned), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task The_officer_is_told_once_when_a_recommendation_turns_amber_and_once_when_it_turns_red()
    {
        await using var world = await PublishedAsync();
        var rows = await RowsAsync(world, new RecommendationFilter());
        await NoteProgressAsync(world, rows[1].Id, RecommendationStatus.Implemented);
        var since = DateOnly.FromDateTime(world.Now);

        Assert.That(await ToldAsync(world, since.AddMonths(6)), Is.Empty, "six months are not more than six");
        Assert.That(await ToldAsync(world, since.AddMonths(6).AddDays(1)), Is.EqualTo(new[] { "1 6 officer", "3 6 officer" }), "what is settled does not grow old");
        Assert.That(await ToldAsync(world, since.AddMonths(6).AddDays(2)), Has.Length.EqualTo(2));
        Assert.That(await ToldAsync(world, since.AddMonths(12).AddDays(1)), Is.EqualTo(new[] { "1 12 officer", "1 6 officer", "3 12 officer", "3 6 officer" }));
        await NoteProgressAsync(world, rows[1].Id, RecommendationStatus.InProgress);
        Assert.That(await ToldAsync(world, since.AddMonths(14)), Has.Length.EqualTo(5).And.Contain("2 12 officer"), "open again, and told as it is now");
        Assert.That(await ToldAsync(world, since.AddMonths(20)), Has.Length.EqualTo(5));
    }

    private static async Task<string[]> ToldAsync(CaseWorld world, DateOnly day)
    {
        world.Clock.SetUtcNow(new DateTimeOffset(day, new TimeOnly(10, 0), TimeSpan.Zero));
        await world.AsAsync<SweepAges>("officer", (sweep, _) => sweep.ExecuteAsync(10, default));
        return [.. (await MailsAsync(world, SweepAges.Template)).Select(mail => $"{mail.Values["number"]} {mail.Values["months"]} {mail.ToName}").Order(StringComparer.Ordinal)];
    }

    private async Task<CaseWorld> PublishedAsync()
    {
        var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report with { Initiatives = [Identified], NoInitiatives = false });
        await world.AnswerAsync("expert", "report", "submit");
        await world.AnswerAsync("officer", "review", "accept");
        await world.AnswerAsync("requester", "comments", "agree");
        await world.AnswerAsync("officer", "finalisation", "publish");
        return world;
    }

    private static async Task<IReadOnlyList<RecommendationRow>> RowsAsync(CaseWorld world, RecommendationFilter filter) =>
        (await world.AsAsync<ListRecommendations, Page<RecommendationRow>>("officer", (query, actor) => query.ExecuteAsync(filter, actor, default))).Items;

    private static Task<RecommendationView> GetAsync(CaseWorld world, string who, Guid id) =>
        world.AsAsync<GetRecommendation, RecommendationView>(who, (query, actor) => query.ExecuteAsync(id, actor, default));

    private static async Task<int> RevisionAsync(CaseWorld world, Guid id) => (await GetAsync(world, "officer", id)).Revision;

    private static async Task VerifyAsync(CaseWorld world, string who, Guid id, bool isConfirmed, string? reason = null)
    {
        var revision = await RevisionAsync(world, id);
        await world.AsAsync<VerifyRecommendation>(who, (act, actor) => act.ExecuteAsync(id, new VerifyRecommendationInput(isConfirmed, revision) { Reason = reason }, actor, default));
    }

    private static async Task NoteProgressAsync(CaseWorld world, Guid id, RecommendationStatus status)
    {
        var revision = await RevisionAsync(world, id);
        await world.AsAsync<NoteProgress>("requester", (act, actor) => act.ExecuteAsync(id, new NoteProgressInput("Fait", revision) { Status = status }, actor, default));
    }

    private static async Task SupersedeAsync(CaseWorld world, Guid id, Guid by)
    {
        var revision = await RevisionAsync(world, id);
        await world.AsAsync<SupersedeRecommendation>("requester", (act, actor) => act.ExecuteAsync(id, new SupersedeInput(revision) { ById = by }, actor, default));
    }

    private static Task NoteAsync(CaseWorld world, string who, Guid id, int revision) => world.AsAsync<NoteInitiative>(who, (act, actor) =>
        act.ExecuteAsync(id, new NoteInitiativeInput("Première réunion", revision) { Status = InitiativeStatus.InPreparation, Lead = "ANSD", CostRange = "100 000 €", Objective = "DAK11:R9" }, actor, default));

    private static Task OwnAsync(CaseWorld world, Guid id, bool areRemindersOn) => world.AsAsync<NameOwner>("focal", (act, actor) =>
        act.ExecuteAsync(id, new NameOwnerInput("Maître Ngoné Sœur", "ngone@justice.test", areRemindersOn), actor, default));

    private static Task SweepAsync(CaseWorld world) => world.AsAsync<SweepReminders>("officer", (sweep, _) => sweep.ExecuteAsync(10, default));

    private static Task<List<OutboxMessage>> MailsAsync(CaseWorld world, string template = SweepReminders.Template) =>
        world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == template).ToListAsync());

    private static async Task<string> AskedAsync(CaseWorld world, Guid id)
    {
        await world.AsAsync<AskForProgress>("requester", (act, actor) => act.ExecuteAsync(id, new AskForProgressInput("Ngoné", "ngone@justice.test"), actor, default));
        var mail = await world.ReadAsync(db => db.Outbox.SingleAsync(row => row.Template == "recommendation-progress-asked"));
        return mail.OncePath!["/progress/".Length..].Split('?')[0];
    }

    private static Task AnswerAsync(CaseWorld world, string token, string fileName, string content) => world.AsAsync<AskForProgress>("stranger", (act, _) =>
        act.AnswerAsync(token, new ReportProgressInput("Décret signé") { Status = RecommendationStatus.Implemented }, new SentFile(fileName, "application/pdf", new MemoryStream(Encoding.UTF8.GetBytes(content))), default));
}
