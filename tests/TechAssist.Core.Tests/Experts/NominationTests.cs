using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Experts;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class NominationTests(Provider provider)
{
    [Test]
    public async Task A_national_of_the_asking_country_is_put_forward_only_when_the_coordinator_says_why()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ApproveRequestAsync();
        var expertId = await world.AddExpertAsync("expert", "SN");
        var input = new ProposeInput(expertId) { Role = "Statisticienne", ConflictWaiver = "Seule à connaître le registre" };
        var refusal = await Assert.ThrowsAsync<RuleException>(() => ProposeAsync(world, "officer", input));
        Assert.That(refusal!.Code, Is.EqualTo("nationality-conflict"));
        await Assert.ThrowsAsync<RuleException>(() => ProposeAsync(world, "coordinator", input with { ConflictWaiver = " " }));

        await ProposeAsync(world, "coordinator", input);
        var audited = await world.ReadAsync(db => db.Timeline.Where(line => line.Kind == "conflict-waived").Select(line => line.Reason).SingleAsync());
        Assert.That(audited, Is.EqualTo("Seule à connaître le registre"));
        var twice = await Assert.ThrowsAsync<RuleException>(() => ProposeAsync(world, "coordinator", input));
        Assert.That(twice!.Code, Is.EqualTo("already-nominated"));
    }

    [Test]
    public async Task An_invited_expert_gets_a_mail_reads_the_invitation_and_answers_only_for_himself()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ApproveRequestAsync();
        var nominationId = await world.ProposeAsync(await world.AddExpertAsync("expert"));
        await world.AddExpertAsync("other");
        await Assert.ThrowsAsync<NotFoundException>(() => AnswerAsync(world, "expert", nominationId, new AnswerInvitationInput(true)));

        await world.AsAsync<Invite>("officer", (act, actor) => act.ExecuteAsync(nominationId, actor, default));
        var mail = await world.ReadAsync(db => db.Outbox.SingleAsync(message => message.Template == "expert-invited"));
        Assert.That(mail.ToAddress, Is.EqualTo("expert@x.test"));
        var invitation = await world.AsAsync<ListInvitations, IReadOnlyList<InvitationRow>>("expert", (query, actor) => query.ExecuteAsync(actor, default));
        Assert.That(invitation.Single().Title.Fr, Is.EqualTo("Statistiques des migrations"));

        await Assert.ThrowsAsync<NotFoundException>(() => AnswerAsync(world, "other", nominationId, new AnswerInvitationInput(true)));
        var officer = await Assert.ThrowsAsync<RuleException>(() => AnswerAsync(world, "officer", nominationId, new AnswerInvitationInput(true) { Declaration = CaseTexts.NoConflict }));
        Assert.That(officer!.Code, Is.EqualTo("not-allowed"));
        var silent = await Assert.ThrowsAsync<InvalidInputException>(() => AnswerAsync(world, "expert", nominationId, new AnswerInvitationInput(false)));
        Assert.That(silent!.Errors.Single().Code, Is.EqualTo("reason-required"));
        var half = await Assert.ThrowsAsync<InvalidInputException>(() =>
            AnswerAsync(world, "expert", nominationId, new AnswerInvitationInput(true) { Declaration = CaseTexts.NoConflict with { AuthorOfPolicy = null } }));
        Assert.That(half!.Errors.Single().Field, Is.EqualTo("declaration.authorOfPolicy"));

        await AnswerAsync(world, "expert", nominationId, new AnswerInvitationInput(false) { Message = "Pas libre" });
        var again = await Assert.ThrowsAsync<RuleException>(() => AnswerAsync(world, "expert", nominationId, new AnswerInvitationInput(true) { Declaration = CaseTexts.NoConflict }));
        Assert.That(again!.Code, Is.EqualTo("nomination-moved-on"));
    }

    [Test]
    public async Task A_declared_conflict_needs_the_coordinators_word_before_the_expert_is_chosen()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ApproveRequestAsync();
        await world.ApproveTermsAsync();
        var nobody = await Assert.ThrowsAsync<InvalidInputException>(() => world.AnswerAsync("officer", "mobilisation", "shortlist"));
        Assert.That(nobody!.Errors.Single().Code, Is.EqualTo("nobody-accepted"));
        var (_, id) = await world.AcceptAsync("expert", CaseTexts.NoConflict with { AuthorOfPolicy = true, Details = "Coauteur en 2028" });
        await world.AnswerAsync("officer", "mobilisation", "shortlist");

        var refusal = await Assert.ThrowsAsync<InvalidInputException>(() => world.AnswerAsync("coordinator", "selection", "confirm", new { chosen = new[] { id }, why = "x" }));
        Assert.That(refusal!.Errors.Single().Code, Is.EqualTo("conflict-declared"));
        await world.AnswerAsync("coordinator", "selection", "confirm", new { chosen = new[] { id }, why = "La seule", conflictWaiver = "Politique remplacée depuis" });

        var proposed = await world.AsAsync<ListNominations, IReadOnlyList<ProposedExpert>>("requester", (query, actor) => query.ForBeneficiaryAsync(world.RequestId, actor, default));
        Assert.That(proposed.Single().Name, Is.EqualTo("expert Dubœuf"));
        var committee = await world.AsAsync<ListNominations, IReadOnlyList<ProposedExpert>>("committee", (query, actor) => query.ForBeneficiaryAsync(world.RequestId, actor, default));
        Assert.That(committee, Is.Empty);
        await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<ListNominations>("stranger", (query, actor) => query.ForBeneficiaryAsync(world.RequestId, actor, default)));

        await world.AnswerAsync("requester", "noObjection", "object", new { comment = "Trop proche du ministère" });
        var status = await world.ReadAsync(db => db.Nominations.Select(nomination => nomination.Status).SingleAsync());
        Assert.That(status, Is.EqualTo(NominationStatus.StoodDown));
    }

    private static Task ProposeAsync(CaseWorld world, string who, ProposeInput input) =>
        world.AsAsync<Propose>(who, (act, actor) => act.ExecuteAsync(world.RequestId, input, actor, default));

    private static Task AnswerAsync(CaseWorld world, string who, Guid nominationId, AnswerInvitationInput input) =>
        world.AsAsync<AnswerInvitation>(who, (act, actor) => act.ExecuteAsync(nominationId, input, actor, default));
}
