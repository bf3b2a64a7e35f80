using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Tests.Documents;
using TechAssist.Core.Work.Tasks;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Requests;

/// <summary>Nobody answered in time: the request lapses, and that is told like any refusal.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class LapseTests(Provider provider)
{
    private const string Reference = "TA-2031-SN-0001";
    private const string Asked = "Précisez quelles directions prendront part à la formation.";

    [Test]
    public async Task A_request_not_revised_in_time_leaves_its_reason_a_letter_and_a_window()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await LapseUnrevisedAsync(world);

        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "revisionWindow" }));
        var refusal = (await RefusalAsync(world))!;
        var letter = await world.ReadAsync(db => db.Documents.Where(document => document.Kind == DocumentKinds.DecisionLetter).Select(document => document.Audience).ToListAsync());
        var told = await world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == "notRevised").OrderBy(mail => mail.ToAddress).Select(mail => mail.ToAddress).ToListAsync());
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(entry => entry.Kind == "time-is-up"));
        var text = await LetterAsync(world);
        Assert.Multiple(() =>
        {
            Assert.That((refusal.Result, refusal.Reason), Is.EqualTo(("lapsed", RefusalReason.NotEndorsed)));
            Assert.That(refusal.Explanation, Does.Contain(Asked));
            Assert.That(refusal.WayForward, Does.Contain("point focal national"));
            Assert.That(refusal.AppealUntilAt, Is.GreaterThan(world.Now.AddDays(180)));
            Assert.That(letter, Is.EqualTo(new[] { DocumentAudience.Case }));
            Assert.That(told, Is.EqualTo(new[] { "focal@x.test", "requester@x.test" }));
            Assert.That((line.IsPublic, line.StepId, line.Values["outcome"]), Is.EqualTo((true, "revision", "lapse")));
            Assert.That(text, Does.Contain("demande caduque").And.Contain(Asked).And.Contain("Reprendre la demande, jusqu’au")
                .And.Contain("comme votre point focal national l’a demandé").And.Contain("sous forme de copie").And.Not.Contain("[Document."));
        });
    }

    [Test]
    public async Task A_lapsed_request_is_revised_in_its_window_and_goes_back_to_the_focal_point()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await LapseUnrevisedAsync(world);
        await WriteAsync(world, CaseWorld.Request with { Title = new LangText(null, null) });
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => world.AnswerAsync("requester", "revisionWindow", "reopen"));
        await WriteAsync(world, CaseWorld.Request with { Title = new LangText("Statistiques des migrations, précisées", null) });
        await world.AnswerAsync("requester", "revisionWindow", "reopen");

        Assert.That(refused!.Errors.Select(error => error.Field), Is.EqualTo(new[] { "request.title" }));
        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "endorsement" }));
        Assert.That(await RefusalAsync(world), Is.Null, "the case goes on");
    }

    [Test]
    public async Task A_request_whose_question_was_not_answered_says_so_until_the_window_closes_and_after()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachEligibilityAsync();
        await world.AnswerAsync("officer", "eligibility", "moreInformation", new { missing = Asked });
        world.Clock.Advance(TimeSpan.FromDays(40));
        await world.SweepAsync();
        var open = (await RefusalAsync(world))!;
        world.Clock.Advance(TimeSpan.FromDays(200));
        await world.SweepAsync();

        var result = await world.ReadAsync(db => db.Requests.Select(request => request.Result).SingleAsync());
        var over = (await RefusalAsync(world))!;
        Assert.Multiple(() =>
        {
            Assert.That((open.Result, open.Reason), Is.EqualTo(("lapsed", RefusalReason.IncompleteInformation)));
            Assert.That(open.Explanation, Does.Contain(Asked));
            Assert.That(open.AppealUntilAt, Is.Not.Null);
            Assert.That(result, Is.EqualTo("lapsed"));
            Assert.That(over, Is.EqualTo(open));
        });
    }

    [Test]
    public async Task A_refusal_by_the_focal_point_says_what_would_make_it_succeed_and_files_its_letter()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.SubmitAsync();
        await world.AnswerAsync("focal", "endorsement", "refuse", new { comment = "Déjà demandé." });

        var refusal = (await RefusalAsync(world))!;
        var letters = await world.ReadAsync(db => db.Documents.CountAsync(document => document.Kind == DocumentKinds.DecisionLetter));
        Assert.That((refusal.Result, letters), Is.EqualTo(("refused", 1)));
        Assert.That(refusal.WayForward, Does.Contain("point focal national"));
    }

    private static async Task LapseUnrevisedAsync(CaseWorld world)
    {
        await world.SubmitAsync();
        await world.AnswerAsync("focal", "endorsement", "return", new { comment = Asked });
        world.Clock.Advance(TimeSpan.FromDays(100));
        await world.SweepAsync();
    }

    private static Task WriteAsync(CaseWorld world, RequestContent content) =>
        world.AsAsync<SaveDraft>("requester", (act, actor) => act.ExecuteAsync(world.RequestId, content, null, actor, default));

    private static async Task<TaskRefusal?> RefusalAsync(CaseWorld world)
    {
        var standing = await world.AsAsync<GetCaseStanding, CaseStanding>("requester", (query, actor) => query.ExecuteAsync(Reference, actor, default));
        return await world.AsAsync<GetCaseRefusal, TaskRefusal?>("requester", (query, _) => query.ExecuteAsync(standing, default));
    }

    private static async Task<string> LetterAsync(CaseWorld world) => PdfWords.Of(await world.AsAsync<RenderDocument, DocumentFile>(
        "requester", (query, actor) => query.ExecuteAsync(new RenderDocumentInput(Reference, "decisionLetter") { Language = "fr" }, actor, default)));
}
