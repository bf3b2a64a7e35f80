using System.Text;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.Documents.Papers;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Documents;

/// <summary>Letters about a report and minutes of silence procedures.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class CasePaperTests(Provider provider)
{
    private const string Reference = "TA-2031-SN-0001";

    private CaseWorld world = null!;

    [SetUp]
    public async Task OpenAsync() => world = await CaseWorld.OpenAsync(provider);

    [TearDown]
    public async Task CloseAsync() => await world.DisposeAsync();

    [Test]
    public async Task The_expert_is_thanked_when_the_report_is_accepted_in_a_letter_of_their_own()
    {
        await AcceptAsync();
        var filed = await FiledAsync(DocumentKinds.AcceptanceLetter);
        Assert.That(filed.FileName, Is.EqualTo("TA-2031-SN-0001 – Acceptation du rapport, mission 1, expert Dubœuf.pdf"));
        Assert.That(await ReadersAsync(filed.Id), Is.EquivalentTo(new[] { "officer", "expert" }));

        var letter = PdfWords.Of(await AgainAsync("expert", filed.Id, "pdf", "fr"));
        Assert.That(letter, Does.Contain("est accepté").And.Contain("jusqu’au").And.Contain("Africa/Dakar").And.Contain("expert Dubœuf").And.Not.Contain("[Document."));
        var english = PdfWords.Of(await AgainAsync("officer", filed.Id, "pdf", "en"));
        Assert.That(english, Does.Contain("We thank you for your work").And.Contain("/appraisals").And.Not.Contain("[Document."));
    }

    [Test]
    public async Task The_final_report_goes_out_with_its_recommendations_their_owners_and_days()
    {
        await PublishAsync(comment: "Le calendrier nous convient.");
        var filed = await FiledAsync(DocumentKinds.TransmissionLetter);
        Assert.That(await ReadersAsync(filed.Id), Is.EquivalentTo(new[] { "officer", "requester", "focal", "expert" }));

        var letter = PdfWords.Of(await AgainAsync("requester", filed.Id, "pdf", "fr"));
        var recommendations = await world.ReadAsync(db => db.Recommendations.OrderBy(row => row.Number).ToListAsync());
        Assert.That(letter, Does.Contain("Vos observations y figurent").And.Contain("focal, point focal national (Sénégal)").And.Contain($"/recommendations?reference={Reference}"));
        Assert.That(recommendations, Is.Not.Empty);
        foreach (var row in recommendations)
        {
            Assert.That(letter, Does.Contain(row.DueOn.ToString("dd.MM.yyyy", null)));
        }

        var html = Encoding.UTF8.GetString((await AgainAsync("requester", filed.Id, "html", "en")).Bytes);
        Assert.That(html, Does.Contain("<html lang=\"en\">").And.Contain("Who is to act").And.Contain(recommendations[0].Addressee).And.Not.Contain("[Document."));
        Assert.That((await AgainAsync("requester", filed.Id, "docx", "en")).Bytes[..2], Is.EqualTo("PK"u8.ToArray()));
    }

    [Test]
    public async Task Agreement_by_silence_is_said_in_minutes_and_in_the_letter()
    {
        await AcceptAsync();
        await LetPassAsync(30);
        await world.AnswerAsync("officer", "finalisation", "publish");
        var minutes = await MinutesAsync("observations sur le rapport");
        Assert.That(await ReadersAsync(minutes.Id), Is.EquivalentTo(new[] { "officer", "requester", "focal" }));
        var text = PdfWords.Of(await AgainAsync("requester", minutes.Id, "pdf", "fr"));
        Assert.That(text, Does.Contain("Ont répondu Personne.").And.Contain("requester, demandeur").And.Contain("Le délai est écoulé").And.Contain("rendu définitif").And.Not.Contain("[Document."));

        var letter = PdfWords.Of(await AgainAsync("requester", (await FiledAsync(DocumentKinds.TransmissionLetter)).Id, "pdf", "fr"));
        Assert.That(letter, Does.Contain("dans le délai prévu"));
    }

    [Test]
    public async Task The_committee_reads_who_of_it_was_silent_and_the_country_does_not()
    {
        await world.AddPersonAsync("member", Role.Committee);
        await world.ReachDecisionAsync();
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.AnswerAsync("coordinator", "decision", "askCommittee", new { reasons = "Au comité" });
        await world.AnswerAsync("member", "committee", "noObjection", new { comment = "Très utile à la région." });
        await LetPassAsync(10);

        var minutes = await MinutesAsync("comité de pilotage");
        Assert.That(await ReadersAsync(minutes.Id), Is.EquivalentTo(new[] { "officer", "committee" }));
        var text = PdfWords.Of(await AgainAsync("committee", minutes.Id, "pdf", "fr"));
        Assert.That(text, Does.Contain("member, comité de pilotage").And.Contain("Très utile à la région.").And.Contain("committee, comité de pilotage").And.Contain("La décision est maintenue"));
        Assert.That(await world.ReadAsync(db => db.Timeline.Where(row => row.Kind == "document-produced" && row.IsPublic).CountAsync()), Is.EqualTo(1), "the decision letter only");
    }

    [Test]
    public async Task An_objection_of_the_committee_has_its_minutes_too()
    {
        await world.ReachDecisionAsync();
        await world.AnswerAsync("coordinator", "decision", "askCommittee", new { reasons = "Au comité" });
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.AnswerAsync("committee", "committee", "object", new { comment = "Déjà couvert par un projet." });
        var text = PdfWords.Of(await AgainAsync("officer", (await MinutesAsync("comité de pilotage")).Id, "pdf", "en"));
        Assert.That(text, Does.Contain("Déjà couvert par un projet.").And.Contain("An answer ended the procedure").And.Contain("back to the coordinator").And.Contain("Who did not answer Nobody."));
    }

    [Test]
    public async Task The_minutes_of_the_no_objection_name_the_experts()
    {
        await world.ReachReportAsync();
        var minutes = await MinutesAsync("non-objection aux experts");
        Assert.That(await ReadersAsync(minutes.Id), Is.EquivalentTo(new[] { "officer", "requester", "focal" }));
        Assert.That(PdfWords.Of(await AgainAsync("focal", minutes.Id, "pdf", "fr")), Does.Contain("expert Dubœuf").And.Contain("Les experts sont confirmés").And.Not.Contain("[Document."));
    }

    [Test]
    public async Task Only_letters_and_minutes_are_written_again_and_in_known_forms()
    {
        await AcceptAsync();
        var letter = await FiledAsync(DocumentKinds.AcceptanceLetter);
        var terms = await FiledAsync(DocumentKinds.Terms);
        await Assert.ThrowsAsync<NotFoundException>(() => AgainAsync("officer", terms.Id, "pdf", "fr"));
        Assert.That((await Assert.ThrowsAsync<InvalidInputException>(() => AgainAsync("officer", letter.Id, "odt", "fr")))!.Message, Is.EqualTo("format: not-a-choice"));
        Assert.That((await Assert.ThrowsAsync<InvalidInputException>(() => AgainAsync("officer", letter.Id, "pdf", "de")))!.Message, Is.EqualTo("lang: not-a-choice"));
    }

    private async Task AcceptAsync()
    {
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, DocumentTexts.Report);
        await world.AnswerAsync("expert", "report", "submit");
        await world.AnswerAsync("officer", "review", "accept");
    }

    private async Task PublishAsync(string comment)
    {
        await AcceptAsync();
        await world.AnswerAsync("requester", "comments", "comment", new { comment });
        await world.AnswerRemarksAsync();
        await world.AnswerAsync("officer", "finalisation", "publish");
    }

    private async Task LetPassAsync(int days)
    {
        world.Clock.Advance(TimeSpan.FromDays(days));
        await world.SweepAsync();
    }

    private Task<Document> FiledAsync(string kind) => world.ReadAsync(db => db.Documents.SingleAsync(row => row.Kind == kind));

    private Task<Document> MinutesAsync(string about) =>
        world.ReadAsync(db => db.Documents.SingleAsync(row => row.Kind == DocumentKinds.SilenceMinutes && row.FileName.Contains(about)));

    /// <summary>Who of the case finds it among its documents, and gets its text; nobody else gets it.</summary>
    private async Task<List<string>> ReadersAsync(Guid documentId)
    {
        var readers = new List<string>();
        foreach (var who in new[] { "officer", "requester", "focal", "committee", "expert", "stranger" })
        {
            if (!await world.ReadAsync(db => db.People.AnyAsync(person => person.Name == who)))
            {
                continue;
            }

            if (await IsListedAsync(who, documentId))
            {
                readers.Add(who);
                Assert.That((await AgainAsync(who, documentId, "pdf", null)).Bytes, Is.Not.Empty);
                continue;
            }

            await Assert.ThrowsAsync<NotFoundException>(() => AgainAsync(who, documentId, "pdf", null), who);
        }

        return readers;
    }

    private async Task<bool> IsListedAsync(string who, Guid documentId)
    {
        try
        {
            return await world.AsAsync<ListDocuments, bool>(who, async (query, actor) =>
                (await query.ExecuteAsync(world.RequestId, new PageInput { PageSize = 50 }, actor, default)).Items.Any(row => row.Id == documentId));
        }
        catch (NotFoundException)
        {
            return false;
        }
    }

    private Task<DocumentFile> AgainAsync(string who, Guid id, string format, string? language) =>
        world.AsAsync<CasePapers, DocumentFile>(who, (papers, actor) => papers.AgainAsync(Reference, id, format, language, actor, default));
}
