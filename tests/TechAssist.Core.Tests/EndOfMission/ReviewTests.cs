using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Review;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.EndOfMission;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class ReviewTests(Provider provider)
{
    [Test]
    public async Task A_remark_on_words_follows_them_through_a_new_version_and_is_settled_by_the_reviewer()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report with { Approach = "Un **atelier** de\ncinq jours, puis un atelier." });
        await world.AnswerAsync("expert", "report", "submit");
        var missing = await Assert.ThrowsAsync<InvalidInputException>(() => RemarkAsync(world, reportId, "officer", "un atelier de six jours"));
        Assert.That(missing!.Errors.Single(), Has.Property("Field").EqualTo("quote").And.Property("Code").EqualTo("quote-not-found"));
        var kept = await RemarkAsync(world, reportId, "officer", "atelier de cinq jours");
        var gone = await RemarkAsync(world, reportId, "officer", "Douze agents");
        await world.AnswerAsync("officer", "review", "return");
        await ResolveAsync(world, reportId, kept, "expert", "Précisé");
        await world.WriteReportAsync(reportId, CaseTexts.Report with { Approach = "D’abord, un **atelier** de cinq jours.", Findings = [new Finding { Objective = 1, Answer = "Treize agents formés" }, CaseTexts.Report.Findings[1]] });
        await world.AnswerAsync("expert", "report", "submit");

        var seen = await world.ReportAsync("officer", reportId);
        var (first, second) = (seen.Comments.Single(row => row.Id == kept), seen.Comments.Single(row => row.Id == gone));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.Section, first.On!.Field, first.FoundIn, first.Version, first.Status), Is.EqualTo((3, "approach", "approach", 1, CommentStatus.Answered)));
            Assert.That((second.Section, second.FoundIn, second.On!.Quote, second.Status), Is.EqualTo((5, (string?)null, "Douze agents", CommentStatus.Open)));
            Assert.That(first.Replies.Single(), Has.Property("Text").EqualTo("Précisé").And.Property("ByName").EqualTo("expert"));
        }

        var mute = await Assert.ThrowsAsync<InvalidInputException>(() => ReopenAsync(world, reportId, kept, "officer", " "));
        Assert.That(mute!.Errors.Single().Field, Is.EqualTo("text"));
        await Assert.ThrowsAsync<RuleException>(() => ReopenAsync(world, reportId, kept, "expert", "Non"));
        await ReopenAsync(world, reportId, kept, "officer", "Et le lieu ?");
        await ResolveAsync(world, reportId, gone, "expert", null);
        await world.AnswerAsync("officer", "review", "accept");
        var after = await world.ReportAsync("officer", reportId);
        Assert.That(after.Comments.ToDictionary(row => row.Id, row => row.Status), Is.EqualTo(new Dictionary<Guid, CommentStatus>
        {
            [kept] = CommentStatus.Open,
            [gone] = CommentStatus.Resolved,
        }), "what was answered is agreed to with the text; what is open stays open");
    }

    [Test]
    public void Of_the_same_words_twice_those_are_found_whose_surroundings_fit()
    {
        const string text = "Le plan est prêt. La carte est prête. Le plan est clos.";
        Assert.That(Passages.Find(text, new Passage("approach", "Le plan est", "prête. ", " clos")), Is.EqualTo((38, 11)));
        Assert.That(Passages.Find(text, new Passage("approach", "Le  plan\nest", null, " prêt")), Is.EqualTo((0, 11)));
        Assert.That(Passages.Find(text, new Passage("approach", "Le plan sera")), Is.Null);
        Assert.That(Passages.Plain("- un **mot**\n- deux\n\n> trois"), Is.EqualTo("un mot\ndeux\ntrois"));
    }

    private static Task<Guid> RemarkAsync(CaseWorld world, Guid reportId, string who, string quote) => world.AsAsync<CommentOnReport, Guid>(
        who, (act, actor) => act.ExecuteAsync(reportId, new CommentOnReportInput(0, "Préciser") { Quote = quote }, actor, default));

    private static Task ResolveAsync(CaseWorld world, Guid reportId, Guid id, string who, string? words) => world.AsAsync<ResolveComment>(
        who, (act, actor) => act.ExecuteAsync(reportId, id, new ResolveCommentInput { Answer = words }, actor, default));

    private static Task ReopenAsync(CaseWorld world, Guid reportId, Guid id, string who, string words) => world.AsAsync<ReopenComment>(
        who, (act, actor) => act.ExecuteAsync(reportId, id, new ReopenCommentInput { Text = words }, actor, default));
}
