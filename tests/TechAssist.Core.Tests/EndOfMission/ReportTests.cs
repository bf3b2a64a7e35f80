using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.EndOfMission;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class ReportTests(Provider provider)
{
    [Test]
    public async Task A_report_begins_with_what_the_terms_promised_and_keeps_any_half_of_it()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        var begun = await world.ReportAsync("expert", reportId);
        Assert.That((begun.Language, begun.Content.Findings.Count, begun.Content.Deliverables.Count), Is.EqualTo(("fr", 2, 2)));
        Assert.That(begun.Content.Deliverables.Select(row => (row.Number, row.State)), Is.EqualTo(new[] { ((int?)1, (DeliverableState?)null), (2, null) }), "nobody said yet what became of them");
        Assert.That(begun.Promised.Select(row => row.Title.Fr), Is.EqualTo(new[] { "Support de formation", "Projet de profil" }));

        await world.WriteReportAsync(reportId, new ReportContent { Lessons = "Œuvre à suivre" });
        var half = await world.ReportAsync("expert", reportId);
        Assert.That(half.Content.Lessons, Is.EqualTo("Œuvre à suivre"));
        Assert.That(half.Missing.Select(error => error.Field), Does.Contain("summary.fr").And.Not.Contain("lessons"));
        var refusal = await Assert.ThrowsAsync<InvalidInputException>(() => world.AnswerAsync("expert", "report", "submit"));
        Assert.That(refusal!.Errors.Select(error => error.Field), Does.Contain("report.summary.fr"));

        // A revision that never was, as after a backup was put back: both texts stay.
        await world.AsAsync<SaveReport>("expert", (act, actor) =>
            act.ExecuteAsync(reportId, new SaveReportInput(new ReportContent { Lessons = "Autre leçon", Positive = "Accueil" }, "fr", half.Revision + 9), actor, default));
        var both = await world.ReportAsync("expert", reportId);
        Assert.That((both.Content.Lessons, both.Content.Positive, both.Conflicts.Single().Text), Is.EqualTo(("Œuvre à suivre", "Accueil", "Autre leçon")));
    }

    [Test]
    public async Task A_report_returns_with_a_comment_and_every_submitted_text_is_kept()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report);
        await world.AnswerAsync("expert", "report", "submit");
        var locked = await Assert.ThrowsAsync<RuleException>(() => world.WriteReportAsync(reportId, CaseTexts.Report));
        Assert.That(locked!.Code, Is.EqualTo("report-not-open"));

        var bare = await Assert.ThrowsAsync<InvalidInputException>(() => world.AnswerAsync("officer", "review", "return"));
        Assert.That(bare!.Errors.Single().Code, Is.EqualTo("return-needs-comment"));
        var commentId = await world.AsAsync<CommentOnReport, Guid>("officer", (act, actor) => act.ExecuteAsync(reportId, new CommentOnReportInput(5, "Préciser"), actor, default));
        await world.AnswerAsync("officer", "review", "return");
        await world.AsAsync<ResolveComment>("expert", (act, actor) => act.ExecuteAsync(reportId, commentId, new ResolveCommentInput { Answer = "Fait" }, actor, default));
        await world.WriteReportAsync(reportId, CaseTexts.Report with { Purpose = "Former, publier, durer" });
        await world.AnswerAsync("expert", "report", "submit");

        var kept = await world.ReadAsync(db => db.ReportVersions.OrderBy(version => version.Number).Select(version => version.Content).ToListAsync());
        Assert.That(kept.Select(content => content.Purpose), Is.EqualTo(new[] { "Former et publier", "Former, publier, durer" }));
    }

    [Test]
    public async Task The_beneficiary_sees_an_accepted_report_without_its_internal_annex()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report);
        await world.AnswerAsync("expert", "report", "submit");
        await Assert.ThrowsAsync<NotFoundException>(() => world.ReportAsync("requester", reportId));
        await world.AnswerAsync("officer", "review", "accept");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await world.ReportAsync("requester", reportId)).Content.Internal, Is.Null);
            Assert.That((await world.ReportAsync("requester", reportId)).Content.PersonsMet, Has.Count.EqualTo(1));
            Assert.That((await world.ReportAsync("committee", reportId)).Content.PersonsMet, Is.Empty);
            Assert.That((await world.ReportAsync("committee", reportId)).Team, Is.Empty);
            Assert.That((await world.ReportAsync("officer", reportId)).Content.Internal!.Sensitivities, Is.EqualTo("À ne pas diffuser"));
        }

        await Assert.ThrowsAsync<NotFoundException>(() => world.ReportAsync("stranger", reportId));
    }

    [Test]
    public async Task A_recommendation_is_answered_by_the_beneficiary_and_followed_until_settled()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report);
        await world.AnswerAsync("expert", "report", "submit");
        await world.AnswerAsync("officer", "review", "accept");
        await world.AnswerAsync("requester", "comments", "comment", new { comment = "Section 9 : préciser la date" });
        await world.AnswerRemarksAsync();
        await world.AnswerAsync("officer", "finalisation", "publish");
        var first = (await ListAsync(world, "requester", new RecommendationFilter { PageSize = 2 })).Items[0];

        var officer = await Assert.ThrowsAsync<RuleException>(() => RespondAsync(world, "officer", first, BeneficiaryResponse.Accepted, null));
        Assert.That(officer!.Code, Is.EqualTo("not-allowed"));
        var mute = await Assert.ThrowsAsync<InvalidInputException>(() => RespondAsync(world, "requester", first, BeneficiaryResponse.Rejected, null));
        Assert.That(mute!.Errors.Single().Code, Is.EqualTo("reason-required"));
        await RespondAsync(world, "requester", first, BeneficiaryResponse.Partly, "En deux temps");
        await world.AsAsync<NoteProgress>("officer", (act, actor) =>
            act.ExecuteAsync(first.Id, new NoteProgressInput("Publié", first.Revision + 1) { Status = RecommendationStatus.Implemented }, actor, default));

        var open = await ListAsync(world, "requester", new RecommendationFilter { OpenOnly = true });
        Assert.That(open.Items.Select(row => row.Number), Is.EqualTo(new[] { 2, 3 }));
        Assert.That((await ListAsync(world, "stranger", new RecommendationFilter())).Items, Is.Empty);
        world.Clock.SetUtcNow(new DateTimeOffset(2032, 3, 9, 9, 0, 0, TimeSpan.Zero));
        var late = await ListAsync(world, "focal", new RecommendationFilter { OverdueOnly = true });
        Assert.That(late.Items.Single(), Has.Property("Number").EqualTo(2).And.Property("Age").EqualTo(AgeWarning.Amber));
    }

    [Test]
    public async Task What_the_beneficiary_remarked_is_answered_before_the_report_is_published()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report);
        await world.AnswerAsync("expert", "report", "submit");
        await world.AnswerAsync("officer", "review", "accept");
        var remarkId = await world.AsAsync<CommentOnReport, Guid>("requester", (act, actor) => act.ExecuteAsync(reportId, new CommentOnReportInput(9, "Préciser la date"), actor, default));
        await world.AnswerAsync("requester", "comments", "agree");

        var refusal = await Assert.ThrowsAsync<InvalidInputException>(() => world.AnswerAsync("officer", "finalisation", "publish"));
        Assert.That(refusal!.Errors.Select(error => (error.Field, error.Code)), Is.EqualTo(new[] { ($"report.comment-{remarkId}", "remark-open") }));
        Assert.That((await world.ReportAsync("officer", reportId)).Missing.Select(error => error.Field), Is.EqualTo(new[] { $"comment-{remarkId}" }), "the editor leads to it");
        await world.AnswerRemarksAsync();
        await world.AnswerAsync("officer", "finalisation", "publish");
        Assert.That((await world.ReportAsync("requester", reportId)).Status, Is.EqualTo(ReportStatus.Final));
    }

    [Test]
    public async Task Recommendations_are_paged_by_due_day()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        var same = new DateOnly(2032, 1, 1);
        await world.WriteReportAsync(reportId, CaseTexts.Report with { Recommendations = [.. Enumerable.Range(1, 5).Select(number => CaseTexts.Recommendation($"N° {number}", same))] });
        await world.AnswerAsync("expert", "report", "submit");
        await world.AnswerAsync("officer", "review", "accept");
        await world.AnswerAsync("requester", "comments", "agree");
        await world.AnswerAsync("officer", "finalisation", "publish");
        var first = await ListAsync(world, "officer", new RecommendationFilter { PageSize = 3 });
        var second = await ListAsync(world, "officer", new RecommendationFilter { PageSize = 3, After = first.After });
        Assert.That(first.Items.Concat(second.Items).Select(row => row.Number), Is.EquivalentTo(new[] { 1, 2, 3, 4, 5 }));
        Assert.That(second.After, Is.Null);
        await Assert.ThrowsAsync<InvalidInputException>(() => ListAsync(world, "officer", new RecommendationFilter { After = "pas une marque" }));
    }

    private static Task<Page<RecommendationRow>> ListAsync(CaseWorld world, string who, RecommendationFilter filter) =>
        world.AsAsync<ListRecommendations, Page<RecommendationRow>>(who, (query, actor) => query.ExecuteAsync(filter, actor, default));

    private static Task RespondAsync(CaseWorld world, string who, RecommendationRow row, BeneficiaryResponse response, string? comment) =>
        world.AsAsync<RespondToRecommendation>(who, (act, actor) =>
            act.ExecuteAsync(row.Id, new RespondToRecommendationInput(response, row.Revision) { Comment = comment }, actor, default));
}
