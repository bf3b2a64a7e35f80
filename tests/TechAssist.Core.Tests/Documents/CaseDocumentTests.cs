using System.Text;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Documents;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class CaseDocumentTests(Provider provider)
{
    [Test]
    public async Task Terms_are_filed_without_the_budget_which_the_secretariat_still_reads()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ApproveRequestAsync();
        await world.DraftTermsAsync(DocumentTexts.Terms);
        await Assert.ThrowsAsync<NotFoundException>(() => RenderAsync(world, "requester", "termsOfReference", "fr"));
        await world.AnswerAsync("officer", "termsDrafting", "submit");
        await world.AnswerAsync("requester", "termsApproval", "approve");
        await world.AnswerAsync("coordinator", "termsApproval", "approve");

        var filed = await world.ReadAsync(db => db.Documents.SingleAsync(document => document.Kind == "terms"));
        Assert.That(filed.FileName, Is.EqualTo("TA-2031-SN-0001 – Termes de référence, version 1.pdf"));
        var forRequester = PdfWords.Of(await RenderAsync(world, "requester", "termsOfReference", "fr"));
        Assert.That(forRequester, Does.Contain("Objectifs spécifiques").And.Contain("Atelier « définitions »").And.Not.Contain("Budget").And.Not.Contain("[Document."));
        var forOfficer = PdfWords.Of(await RenderAsync(world, "officer", "termsOfReference", "en"));
        Assert.That(forOfficer, Does.Contain("Budget").And.Contain("18,450").And.Contain("Specific objectives").And.Contain("[Written in French only]").And.Not.Contain("[Document."));
    }

    [Test]
    public async Task A_published_report_is_filed_in_both_languages_without_the_internal_annex()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await PublishAsync(world);

        var filed = await world.ReadAsync(db => db.Documents.Where(document => document.Kind == "report").OrderBy(document => document.FileName).ToListAsync());
        Assert.That(filed.Select(document => document.FileName), Is.EqualTo(new[]
        {
            "TA-2031-SN-0001 – End-of-mission report, mission 1.pdf", "TA-2031-SN-0001 – Rapport de fin de mission, mission 1.pdf",
        }));
        Assert.That(filed.Select(document => document.Audience), Is.All.EqualTo(DocumentAudience.Participants));
        var french = PdfWords.Of(await RenderAsync(world, "requester", "report", "fr"));
        Assert.That(french, Does.Contain("définitif").And.Contain("Aïda Ndiaye").And.Contain("Recommandations").And.Not.Contain("Annexe interne").And.Not.Contain("[Document."));
        var english = PdfWords.Of(await RenderAsync(world, "requester", "report", "en"));
        Assert.That(english, Does.Contain("This report was written in French.").And.Contain("Seven institutions").And.Not.Contain("[Document."));
    }

    [Test]
    public async Task The_committee_reads_a_report_without_names_and_the_secretariat_with_the_internal_annex()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await PublishAsync(world);

        var forCommittee = PdfWords.Of(await RenderAsync(world, "committee", "report", "fr"));
        Assert.That(forCommittee, Does.Not.Contain("Aïda Ndiaye").And.Not.Contain("Dubœuf").And.Contain("réservée aux parties prenantes"));
        var forOfficer = PdfWords.Of(await RenderAsync(world, "officer", "report", "fr"));
        Assert.That(forOfficer, Does.Contain("Annexe interne").And.Contain("À ne pas diffuser").And.Contain("Interne"));
    }

    [Test]
    public async Task A_report_comes_as_Word_and_as_HTML_too()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await PublishAsync(world);

        var html = await RenderAsync(world, "requester", "report", "fr", "html");
        Assert.That(Encoding.UTF8.GetString(html.Bytes), Does.Contain("<html lang=\"fr\">").And.Contain("Constats").And.Contain("<strong>").And.Not.Contain("Annexe interne"));
        var word = await RenderAsync(world, "requester", "report", "fr", "docx");
        Assert.That(word.FileName, Is.EqualTo("TA-2031-SN-0001 – Rapport de fin de mission, mission 1.docx"));
        Assert.That(word.Bytes[..2], Is.EqualTo("PK"u8.ToArray()));
    }

    private static async Task PublishAsync(CaseWorld world)
    {
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, DocumentTexts.Report);
        await world.AnswerAsync("expert", "report", "submit");
        await world.AnswerAsync("officer", "review", "accept");
        await world.AnswerAsync("requester", "comments", "comment", new { comment = "Le calendrier proposé nous convient ; la date du protocole devra être confirmée." });
        await world.AnswerRemarksAsync();
        await world.AnswerAsync("officer", "finalisation", "publish");
    }

    private static Task<DocumentFile> RenderAsync(CaseWorld world, string who, string document, string language, string format = "pdf") => world.AsAsync<RenderDocument, DocumentFile>(
        who, (query, actor) => query.ExecuteAsync(new RenderDocumentInput("TA-2031-SN-0001", document) { Language = language, Format = format }, actor, default));
}
