using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Files;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Experts;

/// <summary>Experts register themselves; the secretariat vets and admits.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class RegistrationTests(Provider provider)
{
    private const string Email = "zoe@x.test";

    [Test]
    public async Task Whatever_an_address_is_known_for_the_asker_learns_nothing_and_the_mailbox_everything()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var applicant = new Applicant(world, Email);
        await applicant.ApplyAsync();
        await applicant.ApplyAsync();
        Assert.That(await applicant.TemplatesAsync(), Is.EqualTo(new[] { "registration-link" }), "no second mail within five minutes");
        var first = await applicant.TokenAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await applicant.ApplyAsync();
        Assert.That(await applicant.TemplatesAsync(), Has.Length.EqualTo(2));
        Assert.That((await applicant.ReadAsync(first)).Problem, Is.EqualTo("link-revoked"), "only the newest link counts");

        await applicant.WriteAllAsync(await applicant.TokenAsync());
        await applicant.SendAsync(await applicant.TokenAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await applicant.ApplyAsync();
        var row = await applicant.RowAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.AsAsync<AdmitRegistration, Guid>("officer", (act, by) => act.ExecuteAsync(row.Id, new AdmitInput(row.Revision), by, default));
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await applicant.ApplyAsync();
        Assert.That(await applicant.TemplatesAsync(), Is.EqualTo(new[]
        {
            "registration-link", "registration-link", "registration-received", "registration-waits", "registration-admitted", "registration-known",
        }));
    }

    [Test]
    public async Task Nothing_is_reviewed_before_the_address_is_confirmed_and_nothing_changes_by_looking()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var applicant = new Applicant(world, Email);
        await applicant.ApplyAsync();
        var token = await applicant.TokenAsync();
        await applicant.ReadAsync(token);
        Assert.That((await applicant.RowAsync()).ConfirmedAt, Is.Null);
        Assert.That(await ListAsync(world, RegistrationsShown.BeingWritten), Is.Empty);
        var id = (await applicant.RowAsync()).Id;
        await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<GetRegistration, RegistrationView>("officer", (query, by) => query.ExecuteAsync(id, by, default)));

        await applicant.SaveAsync(token, "identity", new ExpertProfile { GivenNames = "Zoë" });
        Assert.That((await applicant.RowAsync()).ConfirmedAt, Is.EqualTo(world.Now));
        Assert.That(await ListAsync(world, RegistrationsShown.BeingWritten), Is.EqualTo(new[] { "Zoë" }));
        Assert.That(await KindsAsync(world), Is.EqualTo(new[] { "registration-begun" }));
    }

    [Test]
    public async Task A_half_written_part_is_kept_and_what_is_missing_is_a_list()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var applicant = new Applicant(world, Email);
        await applicant.ApplyAsync();
        var token = await applicant.TokenAsync();
        await applicant.SaveAsync(token, "themes", new ExpertProfile { Themes = [new ThemeSkill { Theme = "T1", Level = ThemeLevel.Trainer }, new ThemeSkill()] });
        var read = await applicant.ReadAsync(token);
        Assert.That(read.Profile.Themes, Has.Count.EqualTo(1), "the empty row is dropped, the unfinished one kept");
        Assert.That(read.Missing.Select(error => (error.Field, error.Code)), Does.Contain(("themes[0].evidence", "evidence-required"))
            .And.Contain(("familyName", "required")).And.Contain(("cv", "required")).And.Contain(("consents", "required")).And.Contain(("noticeDays", "part-not-written")));
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => applicant.SendAsync(token));
        Assert.That(refused!.Errors, Has.Count.EqualTo(read.Missing.Count));

        await applicant.WriteAllAsync(token);
        Assert.That((await applicant.ReadAsync(token)).Missing, Is.Empty);
        Assert.That(await applicant.RowAsync(), Has.Property("Status").EqualTo(RegistrationStatus.Writing));
    }

    [Test]
    public async Task What_another_window_saved_is_not_lost_unseen()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var applicant = new Applicant(world, Email);
        await applicant.ApplyAsync();
        var token = await applicant.TokenAsync();
        var part = RegistrationPart.Find("identity")!;
        var seen = part.Mark((await applicant.ReadAsync(token)).Profile);
        await applicant.SaveAsync(token, "identity", new ExpertProfile { GivenNames = "Zoë" }, seen);
        var stale = await Assert.ThrowsAsync<RuleException>(() => applicant.SaveAsync(token, "identity", new ExpertProfile { GivenNames = "Chloé" }, seen));
        Assert.That(stale!.Code, Is.EqualTo("stale"));
        await applicant.SaveAsync(token, "work", new ExpertProfile { Employer = "Ministère" }, RegistrationPart.Find("work")!.Mark(new ExpertProfile()));
        var profile = (await applicant.ReadAsync(token)).Profile;
        Assert.That((profile.GivenNames, profile.Employer), Is.EqualTo(("Zoë", "Ministère")), "another part is another matter");
        var large = await Assert.ThrowsAsync<RuleException>(() => applicant.SaveAsync(token, "work", new ExpertProfile { Employer = new string('x', 200_000) }));
        Assert.That(large!.Code, Is.EqualTo("registration-too-large"));
    }

    [TestCase("cv.exe", "MZ", null, "cv-not-a-document")]
    [TestCase("photo.jpg", "\u00ff\u00d8\u00ff", "image/jpeg", "cv-not-a-document")]
    [TestCase("cv", "%PDF-1.7", null, "cv-not-a-document")]
    [TestCase("cv.pdf", "<html><script>", null, "file-not-what-it-says")]
    [TestCase("cv.pdf", "%PDF-1.7", "text/html", "file-not-what-it-says")]
    [TestCase("cv.docx", "PK\u0003\u0004 not a document", null, "file-not-what-it-says")]
    [TestCase("cv.pdf", "", null, "file-empty")]
    [TestCase("", "", null, "required")]
    public async Task A_cv_that_is_no_document_is_refused_with_the_reason(string name, string content, string? type, string code)
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var applicant = new Applicant(world, Email);
        await applicant.ApplyAsync();
        var token = await applicant.TokenAsync();
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => applicant.AttachAsync(token, name, System.Text.Encoding.Latin1.GetBytes(content), type));
        Assert.That(refused!.Errors.Single(), Has.Property("Field").EqualTo("file").And.Property("Code").EqualTo(code));
        Assert.That(await world.ReadAsync(db => db.ExpertFiles.CountAsync()), Is.Zero);
        var noted = await world.ReadAsync(db => db.Timeline.Where(line => line.Kind == "expert-cv-refused").ToListAsync());
        Assert.That(noted.Select(line => (line.Values["file"], line.Values["problem"])), Is.EqualTo(code == "required" ? [] : new[] { (name, code) }));
    }

    [Test]
    public async Task A_new_cv_takes_the_place_of_the_old_whose_bytes_are_forgotten()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var applicant = new Applicant(world, Email);
        await applicant.ApplyAsync();
        var token = await applicant.TokenAsync();
        await applicant.AttachAsync(token, "ancien.pdf", [.. Applicant.Pdf, 1]);
        await applicant.AttachAsync(token, "nouveau – été.pdf", [.. Applicant.Pdf, 2]);
        Assert.That((await applicant.ReadAsync(token)).Cv!.FileName, Is.EqualTo("nouveau – été.pdf"));
        Assert.That(await world.ReadAsync(db => db.DocumentChunks.CountAsync()), Is.EqualTo(1));
        await world.AsAsync<WriteRegistration>("stranger", (act, _) => act.DeleteAsync(token, default));
        Assert.That(await world.ReadAsync(async db => (await db.Registrations.CountAsync(), await db.ExpertFiles.CountAsync(), await db.DocumentChunks.CountAsync())), Is.EqualTo((0, 0, 0)));
        await Assert.ThrowsAsync<NotFoundException>(() => applicant.ReadAsync(token));
    }

    [Test]
    public async Task An_admitted_registration_is_an_expert_with_an_account_by_invitation()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var applicant = new Applicant(world, Email);
        var row = await applicant.RegisterAsync();
        await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<AdmitRegistration, Guid>("focal", (act, by) => act.ExecuteAsync(row.Id, new AdmitInput(row.Revision), by, default)));
        var expertId = await world.AsAsync<AdmitRegistration, Guid>("officer", (act, by) => act.ExecuteAsync(row.Id, new AdmitInput(row.Revision), by, default));

        var (person, profile) = await world.ReadAsync(async db =>
        {
            var expert = await db.Experts.Include(found => found.Person!.Roles).SingleAsync(found => found.Id == expertId);
            return (expert.Person!, expert.Profile);
        });
        Assert.That((person.Email, person.Roles.Single().Role, profile.Email, profile.Name), Is.EqualTo((Email, Role.Expert, Email, "Zoë Diénaba-Łęcka")));
        Assert.That(await world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == "registration-admitted").Select(mail => mail.OncePath).SingleAsync()), Does.StartWith("/account/invitation?"));
        var cv = await world.AsAsync<OpenCv, OpenedCv>("officer", (query, by) => query.OfExpertAsync(expertId, by, default));
        Assert.That(cv.FileName, Is.EqualTo("Zoë – CV.pdf"));
        await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<OpenCv, OpenedCv>("focal", (query, by) => query.OfExpertAsync(expertId, by, default)));
        var admitted = await applicant.RowAsync();
        Assert.That((admitted.Status, admitted.Profile.Name), Is.EqualTo((RegistrationStatus.Admitted, "")), "the profile is kept once");
        Assert.That(await KindsAsync(world), Is.EqualTo(new[] { "registration-begun", "registration-sent", "registration-admitted" }));
        var twice = await Assert.ThrowsAsync<RuleException>(() => world.AsAsync<AdmitRegistration, Guid>("officer", (act, by) => act.ExecuteAsync(row.Id, new AdmitInput(admitted.Revision), by, default)));
        Assert.That(twice!.Code, Is.EqualTo("registration-not-sent"));
    }

    [Test]
    public async Task Somebody_on_the_roster_already_is_shown_and_may_be_written_over_but_nobody_else()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var known = await AddAsync(world, CaseTexts.Expert("DIENABA LECKA", "Zoe", "BE", new DateOnly(2031, 1, 1)));
        var other = await AddAsync(world, CaseTexts.Expert("Martin", "Anne", "BE", new DateOnly(2031, 1, 1)));
        var row = await new Applicant(world, Email).RegisterAsync();
        var view = await world.AsAsync<GetRegistration, RegistrationView>("officer", (query, by) => query.ExecuteAsync(row.Id, by, default));
        Assert.That(view.Lookalikes.Select(same => (same.Id, same.IsSameAddress)), Is.EqualTo(new[] { (known, false) }));

        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => world.AsAsync<AdmitRegistration, Guid>("officer", (act, by) => act.ExecuteAsync(row.Id, new AdmitInput(row.Revision, other), by, default)));
        Assert.That(refused!.Errors.Single().Code, Is.EqualTo("not-a-choice"));
        await world.AsAsync<AdmitRegistration, Guid>("officer", (act, by) => act.ExecuteAsync(row.Id, new AdmitInput(row.Revision, known), by, default));
        Assert.That(await world.ReadAsync(db => db.Experts.CountAsync()), Is.EqualTo(2));
        Assert.That(await world.ReadAsync(db => db.Experts.Where(expert => expert.Id == known).Select(expert => expert.BirthYear).SingleAsync()), Is.EqualTo(1980));
    }

    [Test]
    public async Task More_is_asked_for_by_a_new_link_and_a_no_needs_its_reason()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var applicant = new Applicant(world, Email);
        var row = await applicant.RegisterAsync();
        var used = await applicant.TokenAsync();
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => applicant.SaveAsync(used, "identity", Applicant.Whole)))!.Code, Is.EqualTo("link-used"));
        Assert.That((await applicant.ReadAsync(used)).Profile.Name, Is.Empty, "nothing is read behind a used link");

        var silent = await Assert.ThrowsAsync<InvalidInputException>(() => DeclineAsync(world, row, " "));
        Assert.That(silent!.Errors.Single().Code, Is.EqualTo("reason-required"));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.AsAsync<AskMore>("officer", (act, by) => act.ExecuteAsync(row.Id, new DecideInput(row.Revision, "Le diplôme, s’il vous plaît"), by, default));
        var token = await applicant.TokenAsync();
        Assert.That(token, Is.Not.EqualTo(used));
        var read = await applicant.ReadAsync(token);
        Assert.That((read.Asked, read.Profile.FamilyName), Is.EqualTo(("Le diplôme, s’il vous plaît", "Diénaba-Łęcka")));
        await applicant.SaveAsync(token, "work", Applicant.Whole with { Degrees = "Démographie, Dakar" });
        await applicant.SendAsync(token);

        row = await applicant.RowAsync();
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await DeclineAsync(world, row, "Pas d’expérience");
        Assert.That((await applicant.TemplatesAsync())[^1], Is.EqualTo("registration-declined"));
        world.Clock.Advance(TimeSpan.FromDays(1));
        await applicant.ApplyAsync();
        Assert.That((await applicant.ReadAsync(await applicant.TokenAsync())).Profile.Degrees, Is.EqualTo("Démographie, Dakar"), "a second try begins where the first ended");
    }

    [Test]
    public async Task A_tampered_foreign_or_expired_link_opens_nothing()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var applicant = new Applicant(world, Email);
        await applicant.ApplyAsync();
        var token = await applicant.TokenAsync();
        await Assert.ThrowsAsync<NotFoundException>(() => applicant.ReadAsync(token[..42] + (token[42] == 'A' ? 'E' : 'A')));
        await Assert.ThrowsAsync<NotFoundException>(() => applicant.SaveAsync("nonsense", "identity", Applicant.Whole));
        await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<TechAssist.Core.Experts.Calls.AnswerCall, TechAssist.Core.Experts.Calls.CallToAnswer>("stranger", (act, _) => act.ReadAsync(token, default)));

        await applicant.SaveAsync(token, "identity", Applicant.Whole);
        world.Clock.Advance(TimeSpan.FromDays(29));
        await applicant.SaveAsync(token, "work", Applicant.Whole);
        world.Clock.Advance(TimeSpan.FromDays(29));
        Assert.That((await applicant.ReadAsync(token)).Problem, Is.Null, "thirty days since something was written");
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => applicant.SaveAsync(token, "identity", Applicant.Whole)))!.Code, Is.EqualTo("link-expired"));
        Assert.That((await KindsAsync(world))[^1], Is.EqualTo("link-refused"));
    }

    [Test]
    public async Task What_nobody_has_a_reason_to_keep_is_deleted()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await new Applicant(world, "never@x.test").ApplyAsync();
        var writer = new Applicant(world, Email);
        await writer.ApplyAsync();
        await writer.AttachAsync(await writer.TokenAsync(), "cv.pdf", Applicant.Pdf);
        var sent = await new Applicant(world, "sent@x.test").RegisterAsync(Applicant.Whole with { FamilyName = "Sané" });
        world.Clock.Advance(TimeSpan.FromDays(31));
        Assert.That(await SweepAsync(world), Is.EqualTo(1));
        world.Clock.Advance(TimeSpan.FromDays(180));
        Assert.That(await SweepAsync(world), Is.EqualTo(1));
        Assert.That(await world.ReadAsync(db => db.Registrations.Select(row => row.Id).ToListAsync()), Is.EqualTo(new[] { sent.Id }));
        Assert.That(await world.ReadAsync(db => db.ExpertFiles.CountAsync()), Is.EqualTo(1));
        await DeclineAsync(world, sent, "Non");
        world.Clock.Advance(TimeSpan.FromDays(367));
        Assert.That(await SweepAsync(world), Is.EqualTo(1));
        Assert.That(await world.ReadAsync(async db => (await db.Registrations.CountAsync(), await db.DocumentChunks.CountAsync())), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task Whoever_invited_is_told_and_an_invitation_needs_the_secretariat()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var input = new ApplyInput { Email = Email, Language = "en" };
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => world.AsAsync<InviteToRegister, Guid>("focal", (act, by) => act.ExecuteAsync(input, by, default))))!.Code, Is.EqualTo("not-allowed"));
        await world.AsAsync<InviteToRegister, Guid>("officer", (act, by) => act.ExecuteAsync(input, by, default));
        var applicant = new Applicant(world, Email);
        var token = await applicant.TokenAsync();
        await applicant.WriteAllAsync(token);
        await applicant.SendAsync(token);
        Assert.That(await new Applicant(world, "officer@x.test").TemplatesAsync(), Does.Contain("registration-arrived"));
    }

    [Test]
    public async Task An_open_application_is_told_to_the_coordinators_and_to_nobody_else()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var applicant = new Applicant(world, Email);
        await applicant.ApplyAsync();
        var token = await applicant.TokenAsync();
        await applicant.WriteAllAsync(token);
        await applicant.SendAsync(token);
        Assert.That(await CalledExperts.MailsAsync(world, "registration-arrived"), Is.EqualTo(new[] { "coordinator@x.test" }));
    }

    private static Task<int> SweepAsync(CaseWorld world) => world.AsAsync<SweepRegistrations, int>("officer", (act, _) => act.ExecuteAsync(50, default));

    private static Task DeclineAsync(CaseWorld world, Registration row, string reason) =>
        world.AsAsync<DeclineRegistration>("officer", (act, by) => act.ExecuteAsync(row.Id, new DecideInput(row.Revision, reason), by, default));

    private static async Task<string[]> ListAsync(CaseWorld world, RegistrationsShown shown) =>
        [.. (await world.AsAsync<ListRegistrations, Page<RegistrationRow>>("officer", (query, by) => query.ExecuteAsync(shown, new PageInput(), by, default))).Items.Select(row => row.Name)];

    private static Task<Guid> AddAsync(CaseWorld world, ExpertProfile profile) =>
        world.AsAsync<AddExpert, Guid>("officer", (act, actor) => act.ExecuteAsync(new AddExpertInput(profile), actor, default));

    private static Task<string[]> KindsAsync(CaseWorld world) => world.ReadAsync(async db =>
        (await db.Timeline.Where(line => line.RequestId == null).OrderBy(line => line.Number).Select(line => line.Kind).ToListAsync())
            .Where(kind => kind.StartsWith("registration", StringComparison.Ordinal) || kind == "link-refused").ToArray());
}
