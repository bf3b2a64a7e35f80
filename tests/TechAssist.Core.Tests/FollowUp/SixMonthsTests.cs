using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.FollowUp;
using TechAssist.Core.Requests;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.FollowUp;

/// <summary>The questionnaire six months after the mission.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class SixMonthsTests(Provider provider)
{
    private CaseWorld world = null!;
    private List<Recommendation> open = [];
    private IReadOnlyList<DeliverableUse> used = [];

    [SetUp]
    public async Task ReachAsync()
    {
        world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report);
        await world.AnswerAsync("expert", "report", "submit");
        await world.AnswerAsync("officer", "review", "accept");
        await world.AnswerAsync("requester", "comments", "agree");
        await world.AnswerAsync("officer", "finalisation", "publish");
        world.Clock.Advance(TimeSpan.FromDays(20));
        await world.SweepAsync();
        await world.AnswerAsync("officer", "closing", "close", new { comment = "Questionnaires non reçus" });
        world.Clock.SetUtcNow(new DateTimeOffset(2032, 3, 10, 9, 0, 0, TimeSpan.Zero));
        await world.SweepAsync();
        open = await world.ReadAsync(db => db.Recommendations.OrderBy(row => row.Number).ToListAsync());
        used = await CaseTexts.DeliverablesUsedAsync(world);
    }

    [TearDown]
    public async Task EndAsync() => await world.DisposeAsync();

    [Test]
    public async Task Each_deliverable_is_answered_once_with_evidence_of_the_case_only()
    {
        Assert.That(used, Is.Not.Empty);
        Assert.That(await RefusedAsync([]), Is.EqualTo(new[] { "deliverables: deliverable-without-use" }));
        Assert.That(await RefusedAsync([.. used, used[0], new DeliverableUse(99) { Use = DeliverableUsage.Unknown }]), Is.EqualTo(new[]
        {
            $"deliverables[{used.Count}].number: no-such-deliverable", $"deliverables[{used.Count + 1}].number: no-such-deliverable",
        }));
        Assert.That(await RefusedAsync([used[0] with { DocumentId = open[0].Id }, .. used.Skip(1)]), Is.EqualTo(new[] { "deliverables[0].documentId: not-a-choice" }));
        Assert.That(await RefusedAsync([used[0] with { Evidence = "javascript:alert(1)" }, .. used.Skip(1)]), Has.Length.EqualTo(1));

        var file = await world.ReadAsync(db => db.Documents.Where(row => row.Kind == "terms").Select(row => row.Id).SingleAsync());
        await SendAsync([used[0] with { Use = DeliverableUsage.Partly, Note = "Lu par deux services", Evidence = "https://example.org/annuaire", DocumentId = file }, .. used.Skip(1)], Said("implemented"));
        var row = (await EvaluationsAsync("officer")).Given.Single(given => given.Kind == EvaluationKind.SixMonths);
        var first = row.Deliverables[0];
        Assert.That((first.Said.Use, first.Said.Note, first.Said.Evidence), Is.EqualTo(((DeliverableUsage?)DeliverableUsage.Partly, "Lu par deux services", "https://example.org/annuaire")));
        Assert.That((first.FileName, first.Title.IsEmpty), Is.EqualTo(("TA-2031-SN-0001 – Termes de référence, version 1.pdf", false)));
    }

    [Test]
    public async Task Whoever_answers_late_is_asked_what_changed_all_the_same()
    {
        world.Clock.SetUtcNow(new DateTimeOffset(2032, 7, 1, 9, 0, 0, TimeSpan.Zero));
        Assert.That((await EvaluationsAsync("officer")).Awaited.Select(awaited => awaited.Kind), Is.Not.Empty.And.All.EqualTo(EvaluationKind.SixMonths));
        await SendAsync(used, Said("implemented"));
        Assert.That((await EvaluationsAsync("officer")).Given.Count(given => given.Kind == EvaluationKind.SixMonths), Is.EqualTo(1));
    }

    [Test]
    public async Task What_is_superseded_names_by_which_recommendation_and_that_one_stays()
    {
        Assert.That(await RefusedAsync(used, Said("implemented", (0, "superseded", null))), Is.EqualTo(new[] { "recommendations[0].supersededById: required" }));
        Assert.That(await RefusedAsync(used, Said("implemented", (0, "superseded", open[0].Id))), Is.EqualTo(new[] { "recommendations[0].supersededById: not-a-choice" }), "itself");
        Assert.That(
            await RefusedAsync(used, Said("implemented", (0, "superseded", open[1].Id), (1, "superseded", open[0].Id))),
            Is.EqualTo(new[] { "recommendations[0].supersededById: not-a-choice", "recommendations[1].supersededById: not-a-choice" }), "each by the other");

        await SendAsync(used, Said("inProgress", (0, "superseded", open[1].Id)));
        var rows = await world.ReadAsync(db => db.Recommendations.OrderBy(row => row.Number).ToListAsync());
        Assert.That((rows[0].Status, rows[0].SupersededById, rows[1].Status), Is.EqualTo((RecommendationStatus.Superseded, (Guid?)rows[1].Id, RecommendationStatus.InProgress)));
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(row => row.Kind == "recommendation-superseded"));
        Assert.That((line.Values["other"], line.Values["reference"]), Is.EqualTo(("2", "TA-2031-SN-0001")));
    }

    [Test]
    public async Task A_further_need_becomes_one_request_with_all_that_is_known()
    {
        await SendAsync(used, Said("implemented"), need: "Une formation des formateurs");
        var evaluation = (await EvaluationsAsync("focal")).Given.Single(given => given.Kind == EvaluationKind.SixMonths);
        Assert.That((evaluation.MayFollowOn, evaluation.FollowOnId), Is.EqualTo((true, (Guid?)null)));
        Assert.That(() => TakeUpAsync("stranger", evaluation.Id), Throws.TypeOf<NotFoundException>());
        Assert.That(() => TakeUpAsync("expert", evaluation.Id), Throws.TypeOf<RuleException>());
        Assert.That(() => TakeUpAsync("focal", open[0].Id), Throws.TypeOf<NotFoundException>());

        var draftId = await TakeUpAsync("focal", evaluation.Id);
        Assert.That(await TakeUpAsync("focal", evaluation.Id), Is.EqualTo(draftId));
        var draft = await world.ReadAsync(db => db.Requests.SingleAsync(row => row.Id == draftId));
        Assert.That((draft.Status, draft.CopiedFromId, draft.Content.Objective.Fr, draft.Content.Institution.Name), Is.EqualTo((
            RequestStatus.Draft, (Guid?)world.RequestId, "Une formation des formateurs", CaseWorld.Request.Institution.Name)));
        Assert.That((await EvaluationsAsync("requester")).Given.Single(given => given.Kind == EvaluationKind.SixMonths).MayFollowOn, Is.False, "somebody else's draft");
    }

    private object[] Said(string status, params (int Index, string Status, Guid? By)[] others) =>
    [
        .. open.Select((row, index) => Array.FindIndex(others, other => other.Index == index) is var at and >= 0
            ? new { recommendationId = row.Id, status = others[at].Status, supersededById = others[at].By, note = "Dit" }
            : new { recommendationId = row.Id, status, supersededById = (Guid?)null, note = "Dit" }),
    ];

    private Task SendAsync(IReadOnlyList<DeliverableUse> deliverables, object[] recommendations, string need = "Rien") => world.AnswerAsync("focal", "followUp6", "submit", new
    {
        answers = CaseTexts.Answers(EvaluationKind.SixMonths).Select(answer => answer.Question == "furtherNeed" ? answer with { Comment = need } : answer),
        deliverables,
        recommendations,
    });

    private async Task<string[]> RefusedAsync(IReadOnlyList<DeliverableUse> deliverables, object[]? recommendations = null)
    {
        var refusal = await Assert.ThrowsAsync<InvalidInputException>(() => SendAsync(deliverables, recommendations ?? Said("implemented")));
        return [.. refusal!.Errors.Select(error => $"{error.Field}: {error.Code}").Distinct()];
    }

    private Task<EvaluationsView> EvaluationsAsync(string who) =>
        world.AsAsync<GetEvaluations, EvaluationsView>(who, (query, actor) => query.ExecuteAsync(world.RequestId, actor, default));

    private Task<Guid> TakeUpAsync(string who, Guid id) =>
        world.AsAsync<FollowOnNeed, Guid>(who, (act, actor) => act.ExecuteAsync(world.RequestId, id, actor, default));
}
