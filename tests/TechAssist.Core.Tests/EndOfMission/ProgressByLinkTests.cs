using System.Text;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Requests;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.EndOfMission;

/// <summary>What becomes of a recommendation: its owner has no account, and a new request may take it up.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class ProgressByLinkTests(Provider provider)
{
    private static readonly AskForProgressInput Owner = new("Maître Ngoné Sœur", "ngone@justice.test") { Language = "fr" };

    [Test]
    public async Task The_owner_answers_once_by_the_link_of_a_mail()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var row = await PublishedAsync(world);
        Assert.That(() => AskAsync(world, "stranger", row.Id), Throws.TypeOf<NotFoundException>());
        Assert.That(() => AskAsync(world, "expert", row.Id), Throws.InstanceOf<RuleException>());
        await AskAsync(world, "requester", row.Id);
        var first = await TokenAsync(world);
        world.Clock.Advance(TimeSpan.FromDays(1));
        await AskAsync(world, "officer", row.Id);
        var token = await TokenAsync(world);

        var asked = await world.AsAsync<AskForProgress, ProgressToReport>("stranger", (act, _) => act.ReadAsync(token, default));
        Assert.That((asked.Number, asked.Name, asked.Problem), Is.EqualTo((row.Number, Owner.Name, (string?)null)));
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => AnswerAsync(world, first)))!.Code, Is.EqualTo("link-revoked"));
        Assert.That(() => AnswerAsync(world, token, text: " "), Throws.TypeOf<InvalidInputException>(), "what is missing does not use the link up");
        await AnswerAsync(world, token);
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => AnswerAsync(world, token)))!.Code, Is.EqualTo("link-used"));

        var after = await world.AsAsync<GetRecommendation, RecommendationView>("requester", (query, actor) => query.ExecuteAsync(row.Id, actor, default));
        var line = await world.ReadAsync(db => db.Timeline.Where(entry => entry.Kind == "recommendation-progress").SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That(after.Status, Is.EqualTo(RecommendationStatus.InProgress));
            Assert.That(after.Progress.Select(note => (note.Text, note.Evidence, note.ByName)), Is.EqualTo(new[] { ("Décret à la signature", "https://justice.test/decret", Owner.Name) }));
            Assert.That(line.ActorName, Is.EqualTo(Owner.Name));
        });
    }

    [Test]
    public async Task A_follow_on_request_begins_once_with_what_is_known_and_nothing_of_the_old_undertakings()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var row = await PublishedAsync(world);
        await AttachAsync(world, "texte.pdf", DocumentAudience.Case);
        await AttachAsync(world, "interne.pdf", DocumentAudience.Secretariat);
        Assert.That(() => TakeUpAsync(world, "expert", row.Id), Throws.InstanceOf<RuleException>());
        var draftId = await TakeUpAsync(world, "requester", row.Id);
        Assert.That(await TakeUpAsync(world, "requester", row.Id), Is.EqualTo(draftId));

        var original = await world.ReadAsync(db => db.Requests.Where(request => request.Id == row.RequestId).SingleAsync());
        var draft = await world.ReadAsync(db => db.Requests.Where(request => request.Id == draftId).SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That((draft.Status, draft.CopiedFromId), Is.EqualTo((RequestStatus.Draft, (Guid?)row.RequestId)));
            Assert.That(draft.Content.Institution.Name, Is.EqualTo(original.Content.Institution.Name));
            Assert.That(draft.Content.Problem, Is.EqualTo(original.Content.Problem));
            Assert.That(Plain(draft.Content.Objective.Fr), Is.EqualTo("Publier le profil chaque année\n\nDestinataire : ANSD\n\nPriorité : haute\n\nMoyens nécessaires : Deux statisticiens"));
            Assert.That(draft.Content.Objective.En, Does.StartWith(row.Text.En!).And.Contain("Addressee: ANSD").And.Contain("Priority: high").And.Contain("Means needed: Deux statisticiens"));
            Assert.That(draft.Content.Title.Fr, Does.StartWith($"Suite de {original.Reference}\u00a0: ").And.Length.LessThanOrEqualTo(120));
            Assert.That(draft.Content.Commitments, Is.EqualTo(new Commitments()));
            Assert.That((draft.Content.LatestOn, draft.Content.Periods.Count), Is.EqualTo(((DateOnly?)null, 0)));
        });

        var files = await world.ReadAsync(db => db.Documents.Where(file => file.RequestId == draftId).OrderBy(file => file.FileName).ToListAsync());
        Assert.That(files.Select(file => file.FileName), Does.Contain("texte.pdf").And.Contain($"{original.Reference} – Termes de référence, version 1.pdf").And.Not.Contain("interne.pdf"));
        Assert.That(files.Select(file => (file.Kind, file.Audience)).Distinct(), Is.EqualTo(new[] { ("attachment", DocumentAudience.Case) }));
        var hash = files.Single(file => file.FileName == "texte.pdf").Sha256;
        Assert.That(await world.ReadAsync(db => db.DocumentChunks.CountAsync(chunk => chunk.Sha256 == hash)), Is.EqualTo(1), "the same bytes, stored once");
    }

    private static string? Plain(string? text) => text?.Replace('\u00A0', ' ').ReplaceLineEndings("\n");

    private static Task AttachAsync(CaseWorld world, string name, DocumentAudience audience) => world.AsAsync<AttachDocument>("officer", (act, actor) => act.ExecuteAsync(
        new AttachDocumentInput(world.RequestId, name, "application/pdf", "fr", audience), new MemoryStream(Encoding.UTF8.GetBytes("%PDF-1.4 " + name)), actor, default));

    private static async Task<RecommendationRow> PublishedAsync(CaseWorld world)
    {
        var reportId = await world.ReachReportAsync();
        var recommendations = CaseTexts.Report.Recommendations;
        await world.WriteReportAsync(reportId, CaseTexts.Report with
        {
            Recommendations = [recommendations[0] with { Means = "Deux statisticiens", Priority = RecommendationPriority.High }, .. recommendations.Skip(1)],
        });
        await world.AnswerAsync("expert", "report", "submit");
        await world.AnswerAsync("officer", "review", "accept");
        await world.AnswerAsync("requester", "comments", "agree");
        await world.AnswerAsync("officer", "finalisation", "publish");
        var rows = await world.AsAsync<ListRecommendations, Page<RecommendationRow>>("officer", (query, actor) => query.ExecuteAsync(new RecommendationFilter(), actor, default));
        return rows.Items[0];
    }

    private static Task AskAsync(CaseWorld world, string who, Guid id) =>
        world.AsAsync<AskForProgress>(who, (act, actor) => act.ExecuteAsync(id, Owner, actor, default));

    private static Task AnswerAsync(CaseWorld world, string token, string text = "Décret à la signature") => world.AsAsync<AskForProgress>(
        "stranger",
        (act, _) => act.AnswerAsync(token, new ReportProgressInput(text) { Status = RecommendationStatus.InProgress, Evidence = "https://justice.test/decret" }, null, default));

    private static Task<Guid> TakeUpAsync(CaseWorld world, string who, Guid id) =>
        world.AsAsync<FollowOnRequest, Guid>(who, (act, actor) => act.ExecuteAsync(id, actor, default));

    private static async Task<string> TokenAsync(CaseWorld world)
    {
        var mail = await world.ReadAsync(db => db.Outbox.Where(row => row.Template == "recommendation-progress-asked").OrderByDescending(row => row.CreatedAt).FirstAsync());
        Assert.That((mail.ToAddress, mail.Language), Is.EqualTo((Owner.Email, "fr")));
        return mail.OncePath!["/progress/".Length..].Split('?')[0];
    }
}
