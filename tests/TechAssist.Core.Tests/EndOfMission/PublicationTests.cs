using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Core.FollowUp;
using TechAssist.Core.People;
using TechAssist.Core.Requests;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.EndOfMission;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class PublicationTests(Provider provider)
{
    /// <summary>What the public never reads, and what is left out in the first test.</summary>
    private static readonly string[] Secrets =
        ["Ndiaye", "À ne pas diffuser", "Dubœuf", "Préciser la date", "Projet de profil rédigé", "Relier les registres", "Coupures de courant"];

    [Test]
    public async Task The_public_reads_what_the_beneficiary_approved_and_nothing_that_was_left_out()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.AddPersonAsync("reference", Role.ReferenceCountry, "CI");
        var (reportId, missionId) = await ReachFinalAsync(world);
        await LeaveOutAsync(world, missionId, "officer", "findings[1]");
        await LeaveOutAsync(world, missionId, "officer", "recommendations[1]");
        await Assert.ThrowsAsync<NotFoundException>(() => LeaveOutAsync(world, missionId, "committee", "findings[0]"));
        await Assert.ThrowsAsync<InvalidInputException>(() => LeaveOutAsync(world, missionId, "officer", "personsMet[0]"));
        await world.AnswerAsync("officer", "publicVersion", "propose");
        var settled = await Assert.ThrowsAsync<RuleException>(() => LeaveOutAsync(world, missionId, "officer", "findings[0]"));
        Assert.That(settled!.Code, Is.EqualTo("publication-settled"));
        var mute = await Assert.ThrowsAsync<InvalidInputException>(() => world.AnswerAsync("requester", "publicationApproval", "changes"));
        Assert.That(mute!.Errors.Single().Code, Is.EqualTo("reason-required"));
        await world.AnswerAsync("requester", "publicationApproval", "changes", new { comment = "Omettre les difficultés" });
        Assert.That((await ViewAsync(world, missionId, "officer")).Words, Is.EqualTo("Omettre les difficultés"));
        await world.AnswerAsync("officer", "publicVersion", "propose");
        await LeaveOutAsync(world, missionId, "requester", "difficulties");
        var theirs = await Assert.ThrowsAsync<RuleException>(() => world.AsAsync<LeaveOut>("requester", (act, actor) => act.PutBackAsync(missionId, "findings[1]", actor, default)));
        Assert.That(theirs!.Code, Is.EqualTo("left-out-by-other"));
        Assert.That((await ListAsync(world, new PublishedFilter())).Items, Is.Empty);
        await Assert.ThrowsAsync<NotFoundException>(() => RenderAsync(world, "committee", "publicReport", "html"), "not approved yet");
        await world.AnswerAsync("requester", "publicationApproval", "approve");

        var published = (await ListAsync(world, new PublishedFilter { Country = "SN", Theme = "T1", Year = 2031 })).Items.Single();
        Assert.That(CoreJson.Write(published), Does.Contain("Douze agents formés").And.Contain("Publier le profil").And.Not.Contain("Relier"));
        Assert.That((await ListAsync(world, new PublishedFilter { Year = 2030 })).Items, Is.Empty);
        foreach (var format in DocumentFile.Formats)
        {
            foreach (var language in Languages.All)
            {
                var report = await TextAsync(await world.AsAsync<ListPublished, DocumentFile>("reference", (query, _) => query.OpenAsync(published.Id, "report", format, language, default)));
                var summary = await TextAsync(await world.AsAsync<ListPublished, DocumentFile>("reference", (query, _) => query.OpenAsync(published.Id, "summary", format, language, default)));
                Assert.Multiple(() =>
                {
                    Assert.That(report, Does.Contain("Douze agents formés"), format);
                    Assert.That(Secrets.Where(report.Contains), Is.Empty, $"{format} {language}");
                    Assert.That(Secrets.Where(summary.Contains), Is.Empty, $"summary {format} {language}");
                });
            }
        }

        await Assert.ThrowsAsync<NotFoundException>(() => world.ReportAsync("reference", reportId), "the public version is all a reference country reads");
        Assert.That(await TextAsync(await RenderAsync(world, "committee", "publicReport", "html")), Does.Contain("Douze agents"));
        var filed = await world.ReadAsync(db => db.Documents.Where(row => row.Kind == DocumentKinds.PublicReport).Select(row => row.Language).ToListAsync());
        Assert.That(filed, Is.EquivalentTo(new[] { "fr", "en" }));
        await world.AsAsync<SettlePublication>("officer", (act, actor) => act.WithdrawAsync(missionId, new WithdrawPublicInput { Reason = "Erreur" }, actor, default));
        Assert.That((await ListAsync(world, new PublishedFilter())).Items, Is.Empty);
        Assert.That(await world.ReadAsync(db => db.Documents.CountAsync(row => row.Kind == DocumentKinds.PublicReport && row.RemovedAt == null)), Is.Zero);
    }

    [Test]
    public async Task Silence_publishes_nothing_holds_up_nothing_and_the_officer_may_begin_again()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (_, missionId) = await ReachFinalAsync(world);
        await world.AnswerAsync("officer", "publicVersion", "propose");
        await world.AnswerAsync("requester", "evaluationBeneficiary", "submit", new { answers = CaseTexts.Answers(EvaluationKind.Beneficiary) });
        await world.AnswerAsync("expert", "evaluationExpert", "submit", new { answers = CaseTexts.Answers(EvaluationKind.Expert) });
        await world.AnswerAsync("officer", "appraisal", "submit", new { appraisals = await world.AppraiseAsync() });
        await world.AnswerAsync("officer", "closing", "close");
        Assert.That(await world.ReadAsync(db => db.Requests.Select(request => request.Stage).SingleAsync()), Is.EqualTo("closed"));
        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "publicationApproval" }), "the case is closed; the publication goes on");

        world.Clock.Advance(TimeSpan.FromDays(40));
        await world.SweepAsync();
        var view = await ViewAsync(world, missionId, "officer");
        Assert.That((view.Status, view.Words, view.MayBeginAgain), Is.EqualTo((PublicationStatus.NotPublished, (string?)null, true)));
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(line => line.Kind == "time-is-up")), Is.EqualTo(1));
        await world.AsAsync<SettlePublication>("officer", (act, actor) => act.BeginAgainAsync(missionId, actor, default));
        var twice = await Assert.ThrowsAsync<RuleException>(() => world.AsAsync<SettlePublication>("officer", (act, actor) => act.BeginAgainAsync(missionId, actor, default)));
        Assert.That(twice!.Code, Is.EqualTo("publication-under-way"));
        var (stage, result) = await world.ReadAsync(async db => await db.Requests.Select(request => new ValueTuple<string, string?>(request.Stage, request.Result)).SingleAsync());
        Assert.That((stage, result), Is.EqualTo(("closed", "completed")), "nothing of the case moved");
        await world.AnswerAsync("officer", "publicVersion", "notPublish", new { comment = "Sans réponse" });
        Assert.That((await ViewAsync(world, missionId, "requester")).Words, Is.EqualTo("Sans réponse"));
    }

    [Test]
    public async Task The_report_of_a_restricted_case_cannot_be_proposed_and_names_left_in_a_text_are_pointed_at()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (_, missionId) = await ReachFinalAsync(world, CaseTexts.Report with { Lessons = "Mme Ndiaye l’a bien vu." }, Confidentiality.Restricted);
        Assert.That((await ViewAsync(world, missionId, "officer")).Names, Is.EqualTo(new[] { "Aïda Ndiaye" }));
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => world.AnswerAsync("officer", "publicVersion", "propose"));
        Assert.That(refused!.Errors.Single().Code, Is.EqualTo("publication-restricted"));
        await world.AnswerAsync("officer", "publicVersion", "notPublish", new { comment = "Diffusion restreinte" });
        Assert.That(await world.OpenStepsAsync(), Does.Not.Contain("publicationApproval"));
    }

    private static async Task<(Guid ReportId, Guid MissionId)> ReachFinalAsync(CaseWorld world, ReportContent? content = null, Confidentiality confidentiality = Confidentiality.Partners)
    {
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, content ?? CaseTexts.Report);
        await world.AnswerAsync("expert", "report", "submit");
        await world.AnswerAsync("officer", "review", "accept");
        await world.AnswerAsync("requester", "comments", "comment", new { comment = "Préciser la date" });
        await world.AnswerRemarksAsync();
        await world.ReadAsync(db => db.Requests.ExecuteUpdateAsync(row => row.SetProperty(request => request.Confidentiality, confidentiality)));
        await world.AnswerAsync("officer", "finalisation", "publish");
        return (reportId, await world.ReadAsync(db => db.Missions.Select(mission => mission.Id).SingleAsync()));
    }

    private static Task LeaveOutAsync(CaseWorld world, Guid missionId, string who, string place) => world.AsAsync<LeaveOut>(
        who, (act, actor) => act.ExecuteAsync(missionId, new LeaveOutInput(place) { Reason = "Sensible" }, actor, default));

    private static Task<PublicVersionView> ViewAsync(CaseWorld world, Guid missionId, string who) =>
        world.AsAsync<GetPublicVersion, PublicVersionView>(who, (query, actor) => query.ExecuteAsync(missionId, "fr", actor, default));

    private static Task<Page<PublishedReport>> ListAsync(CaseWorld world, PublishedFilter filter) =>
        world.AsAsync<ListPublished, Page<PublishedReport>>("stranger", (query, _) => query.ExecuteAsync(filter, default));

    private static Task<DocumentFile> RenderAsync(CaseWorld world, string who, string document, string format) => world.AsAsync<RenderDocument, DocumentFile>(
        who, (query, actor) => query.ExecuteAsync(new RenderDocumentInput("TA-2031-SN-0001", document) { Language = "fr", Format = format }, actor, default));

    /// <summary>The words of a file, whatever its form.</summary>
    private static async Task<string> TextAsync(DocumentFile file)
    {
        if (file.ContentType.StartsWith("text/html", StringComparison.Ordinal))
        {
            return System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(file.Bytes));
        }

        if (file.ContentType == "application/pdf")
        {
            return await PdfText.OfAsync(file.Bytes);
        }

        await using var zip = new ZipArchive(new MemoryStream(file.Bytes));
        using var reader = new StreamReader(await zip.GetEntry("word/document.xml")!.OpenAsync());
        return System.Text.RegularExpressions.Regex.Replace(await reader.ReadToEndAsync(), "<[^>]+>", "");
    }
}
