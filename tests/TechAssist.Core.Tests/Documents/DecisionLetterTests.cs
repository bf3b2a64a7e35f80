using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Documents;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class DecisionLetterTests(Provider provider)
{
    private const string Explanation = "Le programme régional finance déjà un profil migratoire.";
    private const string WayForward = "Présentez une demande limitée à la formation des agents de Rosso.";

    [Test]
    public async Task A_refusal_letter_gives_the_reason_the_way_forward_the_copy_and_the_appeal_with_its_limit()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await DeclineAsync(world);

        var filed = await world.ReadAsync(db => db.Documents.SingleAsync());
        Assert.That((filed.FileName, filed.Kind, filed.Language), Is.EqualTo(("TA-2031-SN-0001 – Lettre de décision.pdf", "decision-letter", "fr")));
        var text = PdfWords.Of(await RenderAsync(world, "requester", "fr"));
        Assert.That(text, Does.Contain("nous avons le regret de vous informer que cette demande n’a pas pu être retenue")
            .And.Contain("Un autre appui couvre déjà ce qui est demandé.").And.Contain(Explanation).And.Contain(WayForward)
            .And.Contain("Former un recours, jusqu’au lundi 31 mars 2031 à 18 h 00 (Africa/Dakar, UTC+0).")
            .And.Contain("Présenter à nouveau la demande sous forme de copie").And.Contain("Mamadou Sène").And.Not.Contain("[Document."));
    }

    [Test]
    public async Task A_letter_in_the_other_language_says_which_texts_are_not_translated()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await DeclineAsync(world);

        var text = PdfWords.Of(await RenderAsync(world, "officer", "en"));
        Assert.That(text, Does.Contain("we regret to inform you that this request could not be approved").And.Contain("Dear Mamadou Sène,")
            .And.Contain("Appeal, until Monday 31 March 2031 at 18:00 (Africa/Dakar, UTC+0).").And.Contain("Submit the request again as a copy")
            .And.Contain("[Written in French only] " + Explanation).And.Not.Contain("[Document."));
    }

    [Test]
    public async Task An_approval_letter_gives_reasons_conditions_and_next_steps()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachDecisionAsync();
        await Assert.ThrowsAsync<NotFoundException>(() => RenderAsync(world, "requester", "fr"));
        await world.AnswerAsync("coordinator", "decision", "approveWithConditions", new { reasons = "- Besoin documenté\n- Résultats mesurables", conditions = "Nommer un homologue avant le 30 avril." });

        var text = PdfWords.Of(await RenderAsync(world, "requester", "fr"));
        Assert.That(text, Does.Contain("décision favorable sous conditions").And.Contain("Résultats mesurables").And.Contain("Nommer un homologue avant le 30 avril.")
            .And.Contain("Nous rédigeons avec vous les termes de référence").And.Contain("coordinator").And.Not.Contain("recours"));
    }

    [Test]
    public async Task A_lapse_letter_says_what_was_asked_and_until_when_the_request_can_be_taken_up_again()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachEligibilityAsync();
        await world.AnswerAsync("officer", "eligibility", "moreInformation", new { missing = "Le décret de création de la cellule." });
        world.Clock.Advance(TimeSpan.FromDays(40));
        await world.SweepAsync();

        var text = PdfWords.Of(await RenderAsync(world, "requester", "fr"));
        Assert.That(text, Does.Contain("demande caduque").And.Contain("Le décret de création de la cellule.").And.Contain("Reprendre la demande, jusqu’au"));
    }

    [Test]
    public async Task A_letter_of_a_request_not_endorsed_leads_back_to_the_focal_point()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.SubmitAsync();
        await world.AnswerAsync("focal", "endorsement", "refuse", new { comment = "Une autre direction a déjà demandé le même appui." });

        var text = PdfWords.Of(await RenderAsync(world, "requester", "fr"));
        Assert.That(text, Does.Contain("demande non endossée").And.Contain("Une autre direction a déjà demandé")
            .And.Contain("avec votre point focal national").And.Contain("Former un recours, jusqu’au"));
    }

    [Test]
    public async Task Somebody_elses_letter_is_not_found()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await DeclineAsync(world);
        await Assert.ThrowsAsync<NotFoundException>(() => RenderAsync(world, "stranger", "fr"));
        var wrong = await Assert.ThrowsAsync<InvalidInputException>(() => world.AsAsync<RenderDocument>(
            "requester", (query, actor) => query.ExecuteAsync(new RenderDocumentInput("TA-2031-SN-0001", "decisionLetter") { Format = "odt" }, actor, default)));
        Assert.That(wrong!.Errors.Single().Field, Is.EqualTo("format"));
    }

    private static async Task DeclineAsync(CaseWorld world)
    {
        await world.ReachDecisionAsync();
        await world.AnswerAsync("coordinator", "decision", "decline", new { reasons = "Doublon" });
        await world.AnswerAsync("officer", "declineLetter", "send", new { reason = "overlapsOtherSupport", explanation = Explanation, wayForward = WayForward });
    }

    private static Task<DocumentFile> RenderAsync(CaseWorld world, string who, string language) => world.AsAsync<RenderDocument, DocumentFile>(
        who, (query, actor) => query.ExecuteAsync(new RenderDocumentInput("TA-2031-SN-0001", "decisionLetter") { Language = language }, actor, default));
}
