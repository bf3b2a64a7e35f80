using TechAssist.Core.EndOfMission;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.EndOfMission;

/// <summary>Saving over what somebody else saved meanwhile.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class TwoAuthorsTests(Provider provider)
{
    [Test]
    public async Task What_was_typed_on_an_older_text_joins_what_is_there_and_a_clash_waits_for_a_choice()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        var begun = await world.ReportAsync("expert", reportId);
        var first = await SaveAsync(world, reportId, begun.Content with { Lessons = "Œuvre à suivre", Positive = "Accueil" }, begun.Revision);
        await SaveAsync(world, reportId, begun.Content with { Lessons = "Œuvre à suivre", Positive = "Accueil chaleureux" }, first.Revision);

        var late = await SaveAsync(world, reportId, begun.Content with { Difficulties = "Pannes", Lessons = "Autre leçon" }, begun.Revision);
        var merged = await world.ReportAsync("expert", reportId);
        Assert.Multiple(() =>
        {
            Assert.That((first.IsMerged, late.IsMerged, late.Revision), Is.EqualTo((false, true, merged.Revision)));
            Assert.That((merged.Content.Lessons, merged.Content.Positive, merged.Content.Difficulties), Is.EqualTo(("Œuvre à suivre", "Accueil chaleureux", "Pannes")));
            Assert.That(merged.Conflicts.Select(conflict => (conflict.Field, conflict.Text)), Is.EqualTo(new[] { ("lessons", "Autre leçon") }));
            Assert.That(merged.Missing[0].Code, Is.EqualTo("conflict-open"));
        });

        var chosen = merged.Conflicts[0].Id;
        Assert.That(() => SettleAsync(world, "stranger", reportId, chosen), Throws.TypeOf<NotFoundException>());
        Assert.That(() => SettleAsync(world, "officer", reportId, chosen), Throws.InstanceOf<Exception>(), "the text is with its authors");
        await SettleAsync(world, "expert", reportId, chosen);
        var settled = await world.ReportAsync("expert", reportId);
        Assert.That((settled.Content.Lessons, settled.Conflicts.Count), Is.EqualTo(("Autre leçon", 0)));

        // Whoever still has the text from before the choice joins as well.
        await SaveAsync(world, reportId, merged.Content with { Purpose = "Le but" }, merged.Revision);
        var last = await world.ReportAsync("expert", reportId);
        Assert.That((last.Content.Lessons, last.Content.Purpose), Is.EqualTo(("Autre leçon", "Le but")));
    }

    [Test]
    public async Task A_text_typed_before_the_report_was_handed_in_and_returned_joins_it_too()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report);
        var seen = await world.ReportAsync("expert", reportId);
        await world.AnswerAsync("expert", "report", "submit");
        var refused = await Assert.ThrowsAsync<RuleException>(() => SaveAsync(world, reportId, seen.Content with { Lessons = "Tard" }, seen.Revision));
        Assert.That(refused!.Code, Is.EqualTo("report-not-open"));

        await world.AsAsync<CommentOnReport>("officer", (act, actor) => act.ExecuteAsync(reportId, new CommentOnReportInput(2, "Préciser"), actor, default));
        await world.AnswerAsync("officer", "review", "return");
        await SaveAsync(world, reportId, seen.Content with { Lessons = "Tard" }, seen.Revision);
        Assert.That((await world.ReportAsync("expert", reportId)).Content.Lessons, Is.EqualTo("Tard"));
    }

    private static Task<SavedReport> SaveAsync(CaseWorld world, Guid reportId, ReportContent content, int revision) =>
        world.AsAsync<SaveReport, SavedReport>("expert", (act, actor) => act.ExecuteAsync(reportId, new SaveReportInput(content, "fr", revision), actor, default));

    private static Task SettleAsync(CaseWorld world, string who, Guid reportId, Guid conflictId) =>
        world.AsAsync<SettleConflict>(who, (act, actor) => act.ExecuteAsync(reportId, conflictId, takesTyped: true, actor, default));
}
