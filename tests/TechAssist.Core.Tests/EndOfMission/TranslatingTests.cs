using System.Text;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.Search;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.EndOfMission;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class TranslatingTests(Provider provider)
{
    [Test]
    public async Task A_text_keeps_its_translation_when_it_moves_and_has_an_older_one_when_it_changes()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report with { Purpose = "Le but", Results = [new ReportResult { Indicator = "Agents formés" }] });
        await TranslateAsync(world, reportId, "expert", ("purpose", "The aim"), ("results[0].indicator", "Officials trained"));

        await world.WriteReportAsync(reportId, CaseTexts.Report with { Purpose = "Le but précis", Results = [new ReportResult { Indicator = "Textes révisés" }, new ReportResult { Indicator = "Agents formés" }] });
        var view = await ViewAsync(world, reportId, "officer");
        Assert.That(At(view, "results[1].indicator"), Is.EqualTo((TextState.UpToDate, "Officials trained")));
        Assert.That(At(view, "results[0].indicator"), Is.EqualTo((TextState.Missing, (string?)null)), "another text in its place is not its older self");
        Assert.That(At(view, "purpose"), Is.EqualTo((TextState.Older, "The aim")));
        var changed = view.Places.Single(place => place.Field == "purpose").Changed!;
        Assert.That((Marked(changed.Before), Marked(changed.After)), Is.EqualTo(("", "précis")));

        await world.WriteReportAsync(reportId, CaseTexts.Report with
        {
            Purpose = "Le but précis",
            Results = [new ReportResult { Indicator = "Textes révisés" }, new ReportResult { Indicator = "Délais" }, new ReportResult { Indicator = "Agents formés au registre" }],
        });
        view = await ViewAsync(world, reportId, "officer");
        Assert.That(At(view, "results[2].indicator"), Is.EqualTo((TextState.Older, "Officials trained")), "it is known by its words, wherever its row went");
        Assert.That((At(view, "results[1].indicator").State, At(view, "results[0].indicator").State), Is.EqualTo((TextState.Missing, TextState.Missing)));
        await TranslateAsync(world, reportId, "officer", ("results[1].indicator", "Time limits"));
        Assert.That(At(await ViewAsync(world, reportId, "officer"), "results[2].indicator").State, Is.EqualTo(TextState.Older), "and nobody else's text takes it away");

        var open = await ViewAsync(world, reportId, "expert");
        await SaveAsync(world, reportId, "officer", Typed(open, "results[2].indicator", "Officials trained on the register"));
        Assert.That(await SaveAsync(world, reportId, "expert", Typed(open, "results[2].indicator", "Officials trained")), Is.Empty, "an older text that stands there untouched is no clash");
        Assert.That(await SaveAsync(world, reportId, "officer", Typed(open, "results[2].indicator", "Officials trained")), Is.Empty);
        Assert.That(At(await ViewAsync(world, reportId, "officer"), "results[2].indicator"), Is.EqualTo((TextState.UpToDate, "Officials trained on the register")), "nor does it come back, in one's own second window");

        await TranslateAsync(world, reportId, "officer", ("purpose", "The aim"));
        Assert.That(At(await ViewAsync(world, reportId, "officer"), "purpose").State, Is.EqualTo(TextState.Older), "an older text that nobody touched says nothing");
        await SaveAsync(world, reportId, "officer", Typed(view, "purpose", "The aim") with { Holds = true });
        Assert.That(At(await ViewAsync(world, reportId, "officer"), "purpose"), Is.EqualTo((TextState.UpToDate, "The aim")), "unless somebody says that it holds");
    }

    [Test]
    public async Task Nobody_writes_over_what_another_translated_meanwhile_unless_they_say_so()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report with { Purpose = "Le but", Lessons = "La leçon" });
        var atFirst = await ViewAsync(world, reportId, "expert");
        await TranslateAsync(world, reportId, "officer", ("purpose", "The purpose"));

        var refused = await SaveAsync(world, reportId, "expert", Typed(atFirst, "purpose", "The aim"), Typed(atFirst, "lessons", "The lesson"));
        Assert.That(refused, Is.EqualTo(new[] { Typed(atFirst, "purpose", null).Source }));
        var view = await ViewAsync(world, reportId, "expert");
        Assert.That((At(view, "purpose").Text, At(view, "lessons").Text), Is.EqualTo(("The purpose", "The lesson")), "all else is kept");
        Assert.That(await SaveAsync(world, reportId, "expert", Typed(atFirst, "purpose", null)), Is.Empty, "what was not touched is no clash");
        Assert.That(await SaveAsync(world, reportId, "expert", Typed(atFirst, "purpose", "The aim") with { Replaces = true }), Is.Empty);
        Assert.That(await SaveAsync(world, reportId, "expert", Typed(atFirst, "purpose", "The very aim")), Is.Empty, "nobody stands in their own way");
        Assert.That(await SaveAsync(world, reportId, "expert", Typed(atFirst, "purpose", "The aim")), Is.Empty);
        Assert.That(At(await ViewAsync(world, reportId, "officer"), "purpose").Text, Is.EqualTo("The aim"));
        view = await ViewAsync(world, reportId, "officer");
        await SaveAsync(world, reportId, "officer", Typed(view, "purpose", " "));
        Assert.That(At(await ViewAsync(world, reportId, "officer"), "purpose").State, Is.EqualTo(TextState.Missing), "a blank text takes it out");
    }

    [Test]
    public async Task Documents_speak_the_other_language_as_far_as_it_goes_and_a_final_report_is_filed_anew_when_all_is_translated()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report with { Purpose = "Le but de la mission" });
        await TranslateAsync(world, reportId, "expert", ("purpose", "The aim of the mission"));
        await PublishAsync(world);
        Assert.That(await ReportAsync(world, "requester", "en"), Does.Contain("The aim of the mission").And.Contain("Partly translated from the French").And.Not.Contain("Le but de la mission"));
        Assert.That(await ReportAsync(world, "requester", "fr"), Does.Contain("Le but de la mission").And.Not.Contain("The aim of the mission"));
        var filedAt = world.Clock.GetUtcNow();

        world.Clock.Advance(TimeSpan.FromDays(1));
        var view = await ViewAsync(world, reportId, "officer");
        TypedTranslation[] all = [.. view.Places.Select(place => Typed(view, place.Field, place.Text ?? "EN " + place.Field))];
        await SaveAsync(world, reportId, "officer", all);
        Assert.That(await FiledAsync(world), Is.All.Matches<(string? Language, DateTime AddedAt)>(row => row.AddedAt <= filedAt.UtcDateTime), "what keeps itself may end in the middle of a word");
        await DoneAsync(world, reportId, all);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await DoneAsync(world, reportId, all);

        Assert.That(await ReportAsync(world, "requester", "en"), Does.Contain("Translated from the French. The French text is the original.").And.Contain("EN lessons"));
        Assert.That((await FiledAsync(world)).Select(row => (row.Language, row.AddedAt > filedAt.UtcDateTime)), Is.EquivalentTo(new[] { ("fr", false), ("en", true) }));
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(line => line.Kind == "report-translated-en")), Is.EqualTo(1), "nothing was changed in between");
        await DoneAsync(world, reportId, Typed(await ViewAsync(world, reportId, "officer"), "lessons", "What we learnt"));
        Assert.That(await FiledAsync(world), Has.One.Matches<(string? Language, DateTime AddedAt)>(row => row.AddedAt == world.Now), "a mended translation is filed anew");
        var found = await world.AsAsync<SearchLessons, LessonsFound>("requester", (query, actor) => query.ExecuteAsync(new LessonFilter { Text = "learnt" }, actor, default));
        Assert.That(found.Rows.Select(row => (row.Kind, row.Text.En)), Is.EqualTo(new[] { (SearchKind.Lesson, "What we learnt") }), "a lesson is found in both languages");
    }

    [Test]
    public async Task The_public_version_speaks_as_it_was_approved_and_no_translation_of_what_is_left_out()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report with { Purpose = "Le but", Difficulties = "Coupures", Lessons = "La leçon" });
        await TranslateAsync(world, reportId, "expert", ("purpose", "The aim"), ("difficulties", "Power cuts, said Ms Ndiaye"));
        await PublishAsync(world);
        var missionId = await world.ReadAsync(db => db.Missions.Select(mission => mission.Id).SingleAsync());
        Assert.That((await PublicAsync(world, missionId)).Names, Does.Contain("Aïda Ndiaye"), "names are looked for in translations too");
        await world.AsAsync<LeaveOut>("officer", (act, actor) => act.ExecuteAsync(missionId, new LeaveOutInput("difficulties") { Reason = "Sensible" }, actor, default));
        Assert.That((await PublicAsync(world, missionId)).Names, Does.Not.Contain("Aïda Ndiaye"));
        await world.AnswerAsync("officer", "publicVersion", "propose");
        await TranslateAsync(world, reportId, "officer", ("lessons", "The lesson"));
        await world.AnswerAsync("requester", "publicationApproval", "approve");
        await TranslateAsync(world, reportId, "officer", ("positive", "The good"));

        var id = await world.ReadAsync(db => db.PublicVersions.Select(version => version.Id).SingleAsync());
        var english = await world.AsAsync<ListPublished, DocumentFile>("stranger", (query, _) => query.OpenAsync(id, "report", "html", "en", default));
        Assert.That(Text(english), Does.Contain("The aim").And.Not.Contain("Power cuts").And.Contain("La leçon").And.Not.Contain("The lesson").And.Not.Contain("The good"));
        Assert.That(await world.ReadAsync(db => db.PublicVersions.Select(version => version.Translations).SingleAsync()), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Only_the_secretariat_and_the_team_translate()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report);
        var view = await ViewAsync(world, reportId, "expert");
        await Assert.ThrowsAsync<NotFoundException>(() => ViewAsync(world, reportId, "requester"), "not accepted yet");
        await PublishAsync(world);
        await Assert.ThrowsAsync<NotFoundException>(() => ViewAsync(world, reportId, "requester"));
        var forbidden = await Assert.ThrowsAsync<RuleException>(() => SaveAsync(world, reportId, "requester", Typed(view, "purpose", "The aim")));
        Assert.That(forbidden!.Code, Is.EqualTo("not-allowed"));
        await Assert.ThrowsAsync<NotFoundException>(() => SaveAsync(world, reportId, "stranger", Typed(view, "purpose", "The aim")));
        var wrong = await Assert.ThrowsAsync<InvalidInputException>(() => SaveAsync(world, reportId, "expert", Typed(view, "purpose", new string('x', ReportContent.MostText + 1))));
        Assert.That(wrong!.Errors.Single().Field, Is.EqualTo("texts[0].text"));
    }

    private static async Task PublishAsync(CaseWorld world)
    {
        await world.AnswerAsync("expert", "report", "submit");
        await world.AnswerAsync("officer", "review", "accept");
        await world.AnswerAsync("requester", "comments", "agree");
        await world.AnswerAsync("officer", "finalisation", "publish");
    }

    private static async Task TranslateAsync(CaseWorld world, Guid reportId, string who, params (string Field, string Text)[] texts)
    {
        var view = await ViewAsync(world, reportId, who);
        Assert.That(await SaveAsync(world, reportId, who, [.. texts.Select(text => Typed(view, text.Field, text.Text))]), Is.Empty);
    }

    private static TypedTranslation Typed(TranslationView view, string field, string? text)
    {
        var source = view.Places.Single(place => place.Field == field).Source;
        return new TypedTranslation { Field = field, Source = source, Base = view.Bases.GetValueOrDefault(source), Text = text };
    }

    private static Task<IReadOnlyList<string>> SaveAsync(CaseWorld world, Guid reportId, string who, params TypedTranslation[] texts) =>
        world.AsAsync<SaveTranslation, IReadOnlyList<string>>(who, (act, actor) => act.ExecuteAsync(reportId, new SaveTranslationInput { Texts = texts }, actor, default));

    private static Task DoneAsync(CaseWorld world, Guid reportId, params TypedTranslation[] texts) =>
        world.AsAsync<SaveTranslation>("officer", (act, actor) => act.ExecuteAsync(reportId, new SaveTranslationInput { Texts = texts, IsDone = true }, actor, default));

    private static async Task<List<(string? Language, DateTime AddedAt)>> FiledAsync(CaseWorld world) =>
        [.. (await world.ReadAsync(db => db.Documents.Where(row => row.Kind == DocumentKinds.Report && row.RemovedAt == null).ToListAsync())).Select(row => (row.Language, row.AddedAt))];

    private static Task<TranslationView> ViewAsync(CaseWorld world, Guid reportId, string who) =>
        world.AsAsync<GetTranslation, TranslationView>(who, (query, actor) => query.ExecuteAsync(reportId, actor, default));

    private static Task<PublicVersionView> PublicAsync(CaseWorld world, Guid missionId) =>
        world.AsAsync<GetPublicVersion, PublicVersionView>("officer", (query, actor) => query.ExecuteAsync(missionId, "fr", actor, default));

    private static async Task<string> ReportAsync(CaseWorld world, string who, string language) => Text(await world.AsAsync<RenderDocument, DocumentFile>(
        who, (query, actor) => query.ExecuteAsync(new RenderDocumentInput("TA-2031-SN-0001", "report") { Language = language, Format = "html" }, actor, default)));

    private static string Text(DocumentFile file) => System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(file.Bytes));

    private static string Marked(IReadOnlyList<TextPart> parts) => string.Concat(parts.Where(part => part.IsChanged).Select(part => part.Text)).Trim();

    private static (TextState State, string? Text) At(TranslationView view, string field) =>
        view.Places.Where(place => place.Field == field).Select(place => (place.State, place.Text)).Single();
}
