using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.EndOfMission;

/// <summary>An author who was away while another went on saving.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class LongAwayTests(Provider provider)
{
    [Test]
    public async Task After_hundreds_of_saves_of_a_colleague_both_texts_are_there_and_nothing_is_to_be_chosen()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await AcceptAsync(world, reportId);
        var begun = await world.ReportAsync("officer", reportId);
        var text = begun.Content with { Lessons = "Une leçon." };
        var mine = await SaveAsync(world, "officer", reportId, text, begun.Revision);
        await WriteOnAsync(world, reportId, text, mine.Revision, 310);

        var late = await SaveAsync(world, "officer", reportId, text with { Lessons = "Une leçon. Une autre, écrite à l’hôtel." }, mine.Revision);
        var merged = await world.ReportAsync("officer", reportId);
        Assert.Multiple(() =>
        {
            Assert.That(late.IsMerged);
            Assert.That(merged.Content.Lessons, Is.EqualTo("Une leçon. Une autre, écrite à l’hôtel."));
            Assert.That(merged.Content.Positive, Does.EndWith("310."));
            Assert.That(merged.Conflicts, Is.Empty);
        });
    }

    [Test]
    public async Task Where_the_text_both_began_with_is_kept_no_more_an_older_one_serves_and_no_word_is_lost()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await AcceptAsync(world, reportId);
        var begun = await world.ReportAsync("officer", reportId);
        var mine = begun.Content with { Lessons = "Écrit à l’hôtel.", PersonsMet = [new() { Name = "Mariama Ndiaye" }] };
        await WriteOnAsync(world, reportId, begun.Content with { Lessons = "Écrit au bureau.", PersonsMet = [new() { Name = "Aïcha Sène" }] }, begun.Revision, 30);
        world.Clock.Advance(TimeSpan.FromDays(45));
        var seen = await world.ReportAsync("officer", reportId);
        await WriteOnAsync(world, reportId, seen.Content, seen.Revision, 30);

        await SaveAsync(world, "officer", reportId, mine, begun.Revision);
        var merged = await world.ReportAsync("officer", reportId);
        Assert.Multiple(() =>
        {
            Assert.That(merged.Content.Lessons, Is.EqualTo("Écrit au bureau."));
            Assert.That(merged.Conflicts.Select(conflict => conflict.Text), Does.Contain("Écrit à l’hôtel."));
            Assert.That(merged.Content.PersonsMet.Select(person => person.Name), Is.SupersetOf(new[] { "Aïcha Sène", "Mariama Ndiaye" }));
        });
    }

    [Test]
    public async Task Earlier_texts_go_when_the_report_is_published()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await AcceptAsync(world, reportId);
        await world.AnswerAsync("requester", "comments", "agree");
        Assert.That(await CountAsync(), Is.Positive);
        await world.AnswerAsync("officer", "finalisation", "publish");
        Assert.That(await CountAsync(), Is.Zero);

        Task<int> CountAsync() => world.ReadAsync(db => db.ReportSaves.CountAsync(save => save.ReportId == reportId));
    }

    /// <summary>Accepted: the secretariat, of which there are several, writes it now.</summary>
    private static async Task AcceptAsync(CaseWorld world, Guid reportId)
    {
        await world.WriteReportAsync(reportId, CaseTexts.Report);
        await world.AnswerAsync("expert", "report", "submit");
        await world.AnswerAsync("officer", "review", "accept");
    }

    private static async Task WriteOnAsync(CaseWorld world, Guid reportId, ReportContent content, int revision, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(40));
            revision = (await SaveAsync(world, "coordinator", reportId, content with { Positive = $"Le bureau écrit {number}." }, revision)).Revision;
        }
    }

    private static Task<SavedReport> SaveAsync(CaseWorld world, string who, Guid reportId, ReportContent content, int revision) =>
        world.AsAsync<SaveReport, SavedReport>(who, (act, actor) => act.ExecuteAsync(reportId, new SaveReportInput(content, "fr", revision), actor, default));
}
