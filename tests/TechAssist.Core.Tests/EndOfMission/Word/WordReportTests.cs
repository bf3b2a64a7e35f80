using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Word;
using TechAssist.Core.Experts.Files;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.EndOfMission.Word;

/// <summary>A report goes to Word and comes back while others go on in the portal.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class WordReportTests(Provider provider)
{
    [Test]
    public async Task What_was_written_in_Word_is_seen_first_then_joins_what_was_written_in_the_portal()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        var began = await world.ReportAsync("expert", reportId);
        await SaveAsync(world, reportId, CaseTexts.Report, began.Revision);
        var form = await world.AsAsync<GetWordForm, WordFile>("expert", (query, actor) => query.ExecuteAsync(reportId, null, actor, default));
        var made = await world.ReportAsync("expert", reportId);
        await SaveAsync(world, reportId, CaseTexts.Report with { Positive = "Équipe très motivée", Lessons = "Leçon du portail" }, made.Revision);

        var edited = Edit(form.Bytes, ("purpose", "Former, publier"), ("lessons", "Leçon de Word"), ("sustainability", "À reprendre"));
        var id = await SendAsync(world, "expert", reportId, "Rapport relu.docx", edited);
        var seen = await world.AsAsync<GetWordUpload, WordUploadView>("expert", (query, actor) => query.ExecuteAsync(reportId, id, "fr", actor, default));
        Assert.Multiple(() =>
        {
            Assert.That(seen.Changes.Select(change => (change.Unit, change.Section, change.Clashes.Count)), Is.EqualTo(new[] { ("purpose", 2, 0), ("lessons", 11, 1), ("sustainability", 13, 0) }));
            Assert.That((seen.IsMerged, seen.IsBlind, seen.Faults.Count, seen.Loose.Count), Is.EqualTo((true, false, 0, 0)));
            Assert.That(string.Concat(seen.Changes[0].Lines.Single().Difference.After.Select(part => part.Text)), Is.EqualTo("Former, publier"));
        });
        Assert.That((await world.ReportAsync("expert", reportId)).Content.Purpose, Is.EqualTo(CaseTexts.Report.Purpose), "nothing is written before it is confirmed");
        Assert.That(() => TakeAsync(world, "officer", reportId, id, "purpose"), Throws.InstanceOf<Exception>());
        Assert.That(() => TakeAsync(world, "stranger", reportId, id, "purpose"), Throws.TypeOf<NotFoundException>());
        Assert.That(() => TakeAsync(world, "expert", reportId, id), Throws.TypeOf<InvalidInputException>());

        await TakeAsync(world, "expert", reportId, id, "purpose", "lessons");
        var taken = await world.ReportAsync("expert", reportId);
        Assert.Multiple(() =>
        {
            Assert.That((taken.Content.Purpose, taken.Content.Positive, taken.Content.Lessons), Is.EqualTo(("Former, publier", "Équipe très motivée", "Leçon du portail")));
            Assert.That(taken.Content.Sustainability, Is.EqualTo(CaseTexts.Report.Sustainability), "it was not ticked");
            Assert.That(taken.Conflicts.Select(conflict => (conflict.Field, conflict.Text)), Is.EqualTo(new[] { ("lessons", "Leçon de Word") }));
        });
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(line => line.Kind == "report-word-taken")), Is.EqualTo(1));
    }

    [Test]
    public async Task A_file_of_another_report_or_with_macros_leaves_its_line_and_changes_nothing()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report);
        var other = ReportInWord.Write(CaseTexts.Report, new WordFormInput(Guid.Parse("0190a000-0000-7000-8000-000000000004"), 1, "fr"));
        Assert.That(await CodeAsync(world, reportId, "rapport.docx", other), Is.EqualTo("word-other-report"));
        Assert.That(await CodeAsync(world, reportId, "rapport.docm", other), Is.EqualTo("word-macros"));
        Assert.That(await CodeAsync(world, reportId, "rapport.pdf", other), Is.EqualTo("word-not-docx"));
        Assert.That(await CodeAsync(world, reportId, "rapport.docx", []), Is.EqualTo("file-empty"));
        Assert.That(() => SendAsync(world, "stranger", reportId, "rapport.docx", other), Throws.TypeOf<NotFoundException>());
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(line => line.Kind == "report-word-refused")), Is.EqualTo(4));
        Assert.That(await world.ReadAsync(db => db.WordUploads.CountAsync()), Is.Zero);

        await world.AnswerAsync("expert", "report", "submit");
        var closed = await Assert.ThrowsAsync<RuleException>(() => world.AsAsync<GetWordForm, WordFile>("expert", (query, actor) => query.ExecuteAsync(reportId, null, actor, default)));
        Assert.That(closed!.Code, Is.EqualTo("report-not-open"));
    }

    private static async Task<string> CodeAsync(CaseWorld world, Guid reportId, string name, byte[] bytes) =>
        (await Assert.ThrowsAsync<InvalidInputException>(() => SendAsync(world, "expert", reportId, name, bytes)))!.Errors.Single().Code;

    private static Task<SavedReport> SaveAsync(CaseWorld world, Guid reportId, ReportContent content, int revision) =>
        world.AsAsync<SaveReport, SavedReport>("expert", (act, actor) => act.ExecuteAsync(reportId, new SaveReportInput(content, "fr", revision), actor, default));

    private static Task<Guid> SendAsync(CaseWorld world, string who, Guid reportId, string name, byte[] bytes) =>
        world.AsAsync<SendWordReport, Guid>(who, (act, actor) => act.ExecuteAsync(reportId, new SentFile(name, null, new MemoryStream(bytes)), actor, default));

    private static Task<SavedReport> TakeAsync(CaseWorld world, string who, Guid reportId, Guid uploadId, params string[] units) =>
        world.AsAsync<TakeWordReport, SavedReport>(who, (act, actor) => act.ExecuteAsync(reportId, uploadId, new TakeWordReportInput(units), actor, default));

    private static byte[] Edit(byte[] form, params (string Tag, string Text)[] edits)
    {
        using var stream = new MemoryStream();
        stream.Write(form);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            foreach (var (tag, text) in edits)
            {
                var control = document.MainDocumentPart!.Document!.Body!.Descendants<SdtBlock>().Single(block => block.SdtProperties!.GetFirstChild<Tag>()?.Val?.Value == tag);
                control.SdtContentBlock = new SdtContentBlock(new Paragraph(new Run(new Text(text))));
            }
        }

        return stream.ToArray();
    }
}
