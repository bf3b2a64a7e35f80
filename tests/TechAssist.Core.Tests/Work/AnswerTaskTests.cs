using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.Requests.Steering;
using TechAssist.Core.Work;
using TechAssist.Core.Work.ByLink;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Work;

/// <summary>A word of assent by the link of a mail, and the wish for more time.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class AnswerTaskTests(Provider provider)
{
    private CaseWorld world = null!;

    [SetUp]
    public async Task OpenAsync() => world = await CaseWorld.OpenAsync(provider);

    [TearDown]
    public ValueTask CloseAsync() => world.DisposeAsync();

    [Test]
    public async Task A_focal_point_endorses_by_the_link_of_the_mail_once()
    {
        await world.SubmitAsync();
        var token = await TokenAsync("focal");
        var read = await ReadAsync(token);
        Assert.That((read.Reader, read.Problem, read.Document), Is.EqualTo(("focal", (string?)null, (string?)null)));
        Assert.That(read.Task!.Outcomes, Is.EqualTo(new[] { "endorse", "return", "refuse" }));

        await AnswerAsync(token, "endorse", "Priorité nationale");
        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "receipt" }));
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(row => row.Kind == "step-answered" && row.StepId == "endorsement"));
        Assert.That((line.ActorName, line.Reason, line.IsPublic), Is.EqualTo(("focal", "Priorité nationale", true)));
        Assert.That((await ReadAsync(token)).Problem, Is.EqualTo("link-used"));
        Assert.That(await RefusedAsync(token), Is.EqualTo("link-used"));
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(row => row.Kind == "link-refused")), Is.EqualTo(1));
    }

    [Test]
    public async Task A_refusal_needs_its_reason_and_the_link_stays_good()
    {
        await world.SubmitAsync();
        var token = await TokenAsync("focal");
        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => AnswerAsync(token, "refuse", " "));
        Assert.That(fault!.Message, Is.EqualTo("comment: reason-required"));
        fault = await Assert.ThrowsAsync<InvalidInputException>(() => AnswerAsync(token, "lapse", null));
        Assert.That(fault!.Message, Is.EqualTo("outcome: not-a-choice"));
        await AnswerAsync(token, "return", "Précisez le calendrier");
        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "revision" }));
    }

    [Test]
    public async Task Terms_are_read_and_approved_by_link_while_somebody_answers_in_the_portal()
    {
        await world.ApproveRequestAsync();
        await world.DraftTermsAsync();
        await world.AnswerAsync("officer", "termsDrafting", "submit");
        var token = await TokenAsync("requester");
        var file = await world.AsAsync<AnswerTask, DocumentFile>("stranger", (act, _) => act.DocumentAsync(token, default));
        Assert.That((file.ContentType, file.Bytes.Length > 10_000), Is.EqualTo(("application/pdf", true)));
        await AnswerAsync(token, "approve", null);
        await world.AnswerAsync("coordinator", "termsApproval", "approve");
        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "mobilisation" }));
        Assert.That((await ReadAsync(await TokenAsync("coordinator"))).Problem, Is.EqualTo("task-settled"));
        await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<AnswerTask, DocumentFile>("stranger", (act, _) => act.DocumentAsync(token, default)));
    }

    [Test]
    public async Task The_reminder_holds_the_same_link()
    {
        await world.SubmitAsync();
        var token = await TokenAsync("focal");
        world.Clock.Advance(TimeSpan.FromDays(7));
        await world.SweepAsync();
        var reminder = await world.ReadAsync(db => db.Outbox.Where(mail => mail.ToAddress == "focal@x.test").OrderByDescending(mail => mail.Id).FirstAsync());
        Assert.That(reminder.OncePath, Is.EqualTo($"/answer/{token}?lang=fr"));
        Assert.That(reminder.Values["byLink"], Does.StartWith("Le lien est personnel"));
    }

    [Test]
    public async Task Somebody_who_lost_the_account_cannot_answer_by_an_old_link()
    {
        await world.SubmitAsync();
        var token = await TokenAsync("focal");
        await world.ReadAsync(db => db.People.Where(person => person.Email == "focal@x.test").ExecuteUpdateAsync(set => set.SetProperty(person => person.IsActive, false)));
        Assert.That((await ReadAsync(token)).Problem, Is.EqualTo("link-revoked"));
        Assert.That(await RefusedAsync(token), Is.EqualTo("link-revoked"));
        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "endorsement" }));
    }

    [Test]
    public async Task A_link_does_nothing_once_the_task_went_to_somebody_else_who_gets_one_of_their_own()
    {
        await world.SubmitAsync();
        var token = await TokenAsync("focal");
        await world.ReadAsync(db => db.Deadlines.Where(row => row.Kind == DeadlineKind.Escalation).ExecuteUpdateAsync(rows => rows.SetProperty(row => row.Reassigns, true)));
        for (var day = 0; day < 14; day++)
        {
            world.Clock.Advance(TimeSpan.FromDays(1));
            await world.SweepAsync();
        }

        var taken = await world.ReadAsync(db => db.Outbox.SingleAsync(mail => mail.Template == "task-taken-over"));
        Assert.That((await ReadAsync(token)).Problem, Is.EqualTo("link-revoked"));
        Assert.That(await RefusedAsync(token), Is.EqualTo("link-revoked"));
        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "endorsement" }));

        var own = taken.OncePath!["/answer/".Length..^"?lang=fr".Length];
        Assert.That((own, (await ReadAsync(own)).Reader), Is.EqualTo((own, taken.ToName)));
        Assert.That(own, Is.Not.EqualTo(token));
        await AnswerAsync(own, "endorse", null);
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(row => row.Kind == "step-answered" && row.StepId == "endorsement"));
        Assert.That(line.ActorName, Is.EqualTo(taken.ToName));
    }

    [Test]
    public async Task More_time_is_asked_by_link_once_and_the_officer_is_told_where_to_grant_it()
    {
        await world.ApproveRequestAsync();
        await world.DraftTermsAsync();
        await world.AnswerAsync("officer", "termsDrafting", "submit");
        var token = await TokenAsync("requester");
        var dueAt = (await ReadAsync(token)).Task!.DueAt;

        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => AskAsync(token, new DateOnly(2031, 3, 1), "Congrès"));
        Assert.That(fault!.Message, Is.EqualTo("untilOn: not-later-than-due"));
        fault = await Assert.ThrowsAsync<InvalidInputException>(() => AskAsync(token, new DateOnly(2031, 4, 9), " "));
        Assert.That(fault!.Message, Is.EqualTo("reason: required"));
        await AskAsync(token, new DateOnly(2031, 4, 9), "Congrès à Abidjan");
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => AskAsync(token, new DateOnly(2031, 4, 10), "Encore")))!.Code, Is.EqualTo("more-time-asked"));

        var mail = await world.ReadAsync(db => db.Outbox.SingleAsync(row => row.Template == "more-time-asked"));
        var step = await world.ReadAsync(db => db.Steps.Where(row => row.ClosedAt == null).Select(row => row.Id).SingleAsync());
        Assert.That((mail.ToAddress, mail.Values["until"], mail.Values["reason"]), Is.EqualTo(("officer@x.test", "9 avril 2031", "Congrès à Abidjan")));
        Assert.That(mail.Values["path"], Is.EqualTo($"/requests/TA-2031-SN-0001/due/{step}/extend?until=2031-04-09"));
        Assert.That((await ReadAsync(token)).Task!.DueAt, Is.EqualTo(dueAt), "nothing moves by asking");
        await AnswerAsync(token, "approve", null);
    }

    [Test]
    public async Task More_time_is_asked_by_a_link_of_its_own_and_can_be_declined_and_asked_again()
    {
        await world.ApproveRequestAsync();
        await world.DraftTermsAsync();
        await world.AnswerAsync("officer", "termsDrafting", "submit");
        var mail = await world.ReadAsync(db => db.Outbox.SingleAsync(row => row.ToAddress == "requester@x.test" && row.Template == "task-opened" && row.OncePath != null));
        var token = mail.MoreTimePath!["/more-time/".Length..^"?lang=fr".Length];
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync(token), "it answers nothing");
        Assert.That(await world.ReadAsync(db => db.Outbox.CountAsync(row => row.MoreTimePath != null && (row.ToName == "officer" || row.ToName == "coordinator"))), Is.Zero);

        await AskByLinkAsync(token, new DateOnly(2031, 4, 9), "Congrès à Abidjan");
        Assert.That((await ReadAskAsync(token)).Problem, Is.EqualTo("more-time-asked"));
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => AskByLinkAsync(token, new DateOnly(2031, 4, 9), "Encore")))!.Code, Is.EqualTo("more-time-asked"));

        var step = await world.ReadAsync(db => db.Steps.Where(row => row.ClosedAt == null).Select(row => row.Id).SingleAsync());
        await Assert.ThrowsAsync<RuleException>(() => DeclineAsync("requester", step, "?"));
        await Assert.ThrowsAsync<InvalidInputException>(() => DeclineAsync("officer", step, " "));
        await DeclineAsync("officer", step, "Le comité siège le 3 avril");
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => DeclineAsync("officer", step, "Encore")))!.Code, Is.EqualTo("no-more-time-asked"));
        var told = await world.ReadAsync(db => db.Outbox.SingleAsync(row => row.Template == "more-time-declined"));
        Assert.That((told.ToName, told.Values["until"], told.Values["reason"]), Is.EqualTo(("requester", "9 avril 2031", "Le comité siège le 3 avril")));
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(row => row.Kind == "more-time-declined"));
        Assert.That((line.IsPublic, line.ActorName, line.Reason, line.Values["people"]), Is.EqualTo((true, "officer", "Le comité siège le 3 avril", "requester")));

        Assert.That((await ReadAskAsync(token)).Problem, Is.Null);
        await AskByLinkAsync(token, new DateOnly(2031, 4, 8), "Au moins cela");
        Assert.That(await world.ReadAsync(db => db.Outbox.CountAsync(row => row.Template == "more-time-asked")), Is.EqualTo(2));
    }

    [Test]
    public async Task What_was_asked_for_one_step_is_not_asked_for_another_of_the_same_name()
    {
        await world.ApproveRequestAsync();
        await world.DraftTermsAsync();
        await world.AnswerAsync("officer", "termsDrafting", "submit");
        var token = await TokenAsync("requester");
        await AskAsync(token, new DateOnly(2031, 4, 9), "Congrès à Abidjan");
        // As if it had been asked in the other mission of the case.
        await world.ReadAsync(async db =>
        {
            foreach (var line in await db.Timeline.Where(row => row.Kind == "more-time-asked").ToListAsync())
            {
                var values = new Dictionary<string, string>(line.Values) { ["stepRow"] = Guid.CreateVersion7(world.Now).ToString() };
                db.Entry(line).Property(row => row.Values).CurrentValue = values;
            }

            return await db.SaveChangesAsync();
        });
        await AskAsync(token, new DateOnly(2031, 4, 9), "Pour celle-ci aussi");
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(row => row.Kind == "more-time-asked")), Is.EqualTo(2));
    }

    private Task<TaskToAnswer> ReadAskAsync(string token) => world.AsAsync<AskByLink, TaskToAnswer>("stranger", (act, _) => act.ReadAsync(token, default));

    private Task AskByLinkAsync(string token, DateOnly until, string reason) =>
        world.AsAsync<AskByLink>("stranger", (act, _) => act.ExecuteAsync(token, new AskMoreTimeInput { UntilOn = until, Reason = reason }, default));

    private Task DeclineAsync(string who, Guid step, string reason) => world.AsAsync<DeclineMoreTime>(
        who, (act, actor) => act.ExecuteAsync("TA-2031-SN-0001", step, new SteeringInput { Reason = reason }, actor, default));

    /// <summary>The token of the latest link in a mail to somebody.</summary>
    private async Task<string> TokenAsync(string who)
    {
        var path = await world.ReadAsync(db => db.Outbox.Where(mail => mail.ToAddress == who + "@x.test" && mail.OncePath != null).OrderByDescending(mail => mail.Id).Select(mail => mail.OncePath).FirstAsync());
        return path!["/answer/".Length..^"?lang=fr".Length];
    }

    private Task<TaskToAnswer> ReadAsync(string token) => world.AsAsync<AnswerTask, TaskToAnswer>("stranger", (act, _) => act.ReadAsync(token, default));

    private Task AnswerAsync(string token, string outcome, string? comment) =>
        world.AsAsync<AnswerTask>("stranger", (act, _) => act.ExecuteAsync(token, new AnswerTaskInput(outcome) { Comment = comment }, default));

    private Task AskAsync(string token, DateOnly until, string reason) =>
        world.AsAsync<AnswerTask>("stranger", (act, _) => act.AskMoreTimeAsync(token, new AskMoreTimeInput { UntilOn = until, Reason = reason }, default));

    private async Task<string> RefusedAsync(string token) => (await Assert.ThrowsAsync<RuleException>(() => AnswerAsync(token, "endorse", null)))!.Code;
}
