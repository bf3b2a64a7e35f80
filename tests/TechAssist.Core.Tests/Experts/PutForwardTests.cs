using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Requests;
using TechAssist.Testing;
using static TechAssist.Core.Tests.Experts.CalledExperts;

namespace TechAssist.Core.Tests.Experts;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class PutForwardTests(Provider provider)
{
    [Test]
    public async Task The_first_suitable_yes_of_a_rapid_call_goes_to_the_coordinator_by_itself_and_the_next_stands_by()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachRapidCallAsync();
        await world.DraftTermsAsync();
        await world.AnswerAsync("officer", "termsAndCall", "ready");
        world.Clock.Advance(TimeSpan.FromHours(1));
        var (_, tokens) = await CallAsync(world, 24, "Awa", "Binta", "Chloé", "Dao");
        world.Clock.Advance(TimeSpan.FromHours(2));

        await AnswerAsync(world, tokens["Awa"], Yes with { OnlyOn = [new Period { From = new DateOnly(2031, 9, 8), To = new DateOnly(2031, 9, 12) }] });
        await AnswerAsync(world, tokens["Binta"], Yes with { Declaration = CaseTexts.NoConflict with { AuthorOfPolicy = true, Details = "Chapitre 2" } });
        Assert.That(await world.OpenStepsAsync(), Does.Contain("termsAndCall"), "other days, or a conflict: an officer looks at it");

        await AnswerAsync(world, tokens["Chloé"], Yes);
        await AnswerAsync(world, tokens["Dao"], Yes);
        Assert.That(await TimelineAsync(world, "expert-stands-by"), Is.EqualTo(new[] { "Dao Dubœuf 2" }));
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(row => row.Kind == "expert-put-forward"));
        Assert.That((line.Values["expert"], line.Values["callHours"], line.Values["answerHours"]), Is.EqualTo(("Chloé Dubœuf", "1", "2")));

        var chosen = await NominationAsync(world, "Chloé");
        var task = await world.ReadAsync(db => db.WorkItems.SingleAsync(item => item.Step.StepId == "selection" && item.ClosedAt == null));
        var draft = CoreJson.Read<SelectionForm>(task.Draft!);
        Assert.That((draft.Chosen.Single(), draft.Reserve.Single()), Is.EqualTo((chosen.Id, (await NominationAsync(world, "Dao")).Id)));
    }

    [Test]
    public async Task From_need_to_confirmation_the_hours_are_one_line_and_everybody_is_told()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await ProposedAsync(world, "Awa", "Koffi");
        world.Clock.Advance(TimeSpan.FromHours(3));
        var awa = await NominationAsync(world, "Awa");
        await world.AnswerAsync("coordinator", "selection", "confirm", new { chosen = new[] { awa.Id }, why = "La première, et la bonne" });
        world.Clock.Advance(TimeSpan.FromHours(4));
        await world.AnswerAsync("requester", "noObjection", "noObjection");

        var chain = (await world.ReadAsync(db => db.Timeline.SingleAsync(row => row.Kind == "call-chain"))).Values;
        Assert.That((chain["callHours"], chain["answerHours"], chain["selectionHours"], chain["objectionHours"], chain["totalHours"]), Is.EqualTo(("1", "2", "3", "4", "10")));
        Assert.That(await MailsAsync(world, "expert-confirmed"), Is.EqualTo(new[] { "awa@expert.test" }));
        Assert.That(await MailsAsync(world, "expert-stands-by"), Is.EqualTo(new[] { "koffi@expert.test" }));
    }

    [Test]
    public async Task One_place_is_not_given_twice()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await ProposedAsync(world, "Awa", "Koffi");
        var both = new[] { (await NominationAsync(world, "Awa")).Id, (await NominationAsync(world, "Koffi")).Id };
        var refusal = await Assert.ThrowsAsync<InvalidInputException>(() => world.AnswerAsync("coordinator", "selection", "confirm", new { chosen = both, why = "Les deux" }));
        Assert.That(refusal!.Message, Is.EqualTo("chosen: place-taken-twice"));
    }

    [Test]
    public async Task When_the_proposed_expert_stands_down_the_reserve_comes_in()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await ProposedAsync(world, "Awa", "Koffi");
        var awa = await NominationAsync(world, "Awa");
        await world.AsAsync<StandDown>("officer", (act, actor) => act.ExecuteAsync(awa.Id, new StandDownInput("Malade"), actor, default));
        var koffi = await NominationAsync(world, "Koffi");
        Assert.That((koffi.IsReserve, koffi.PutForwardAt), Is.EqualTo((false, (DateTime?)world.Now)));
        Assert.That(await MailsAsync(world, "expert-stood-down"), Is.EqualTo(new[] { "awa@expert.test" }));
    }

    [Test]
    public async Task Two_yes_at_once_make_one_proposal_and_one_reserve()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ReachRapidCallAsync();
        var (_, tokens) = await CallAsync(world, 24, "Awa", "Koffi", "Léa");
        await Task.WhenAll(tokens.Values.Select(token => Task.Run(() => AnswerAsync(world, token, Yes))));
        var all = await world.ReadAsync(db => db.Nominations.ToListAsync());
        Assert.That((all.Count(row => row.PutForwardAt is not null), all.Count(row => row.IsReserve)), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task Without_the_setting_the_officer_keeps_the_choice([Values] bool isRapid)
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        if (isRapid)
        {
            await world.ReachRapidCallAsync();
        }

        var (_, tokens) = await CallAsync(world, 24, autoProposes: isRapid ? false : null, "Awa");
        await AnswerAsync(world, tokens["Awa"], Yes);
        Assert.That((await NominationAsync(world, "Awa")).PutForwardAt, Is.Null);
    }

    [Test]
    public async Task A_yes_is_not_taken_once_the_consent_has_ended_a_no_is()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (_, tokens) = await CallAsync(world, 24, "Awa", "Koffi");
        await world.AsAsync<EditExpert>("officer", async (act, actor) =>
        {
            var expert = await world.ReadAsync(db => db.Experts.SingleAsync(row => row.Name.StartsWith("Awa")));
            await act.ExecuteAsync(expert.Id, new EditExpertInput(expert.Profile with { Consents = [] }, expert.Revision), actor, default);
        });
        var refusal = await Assert.ThrowsAsync<RuleException>(() => AnswerAsync(world, tokens["Awa"], Yes));
        Assert.That(refusal!.Code, Is.EqualTo("consent-ended"));
        Assert.That(await TimelineAsync(world, "answer-refused"), Is.EqualTo(new[] { "Awa Dubœuf " }));
        Assert.That(await TimelineAsync(world, "expert-consent-withdrawn"), Has.Length.EqualTo(1), "the case says so");
        Assert.That(await TimelineAsync(world, "consent-withdrawn"), Has.Length.EqualTo(1));
        await AnswerAsync(world, tokens["Awa"], new AnswerInvitationInput(false) { Message = "Je me retire" });
    }

    [Test]
    public async Task Whoever_takes_back_the_consent_after_a_yes_is_not_chosen()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await ProposedAsync(world, "Awa");
        var expert = await world.ReadAsync(db => db.Experts.SingleAsync(row => row.Name.StartsWith("Awa")));
        await world.AsAsync<EditExpert>("officer", (act, actor) => act.ExecuteAsync(expert.Id, new EditExpertInput(expert.Profile with { Consents = [] }, expert.Revision), actor, default));
        var nomination = await NominationAsync(world, "Awa");
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => world.AnswerAsync("coordinator", "selection", "confirm", new { chosen = new[] { nomination.Id }, why = "La meilleure" }));
        Assert.That(refused!.Errors.Select(error => error.Code), Does.Contain("consent-withdrawn"));
    }

    /// <summary>Terms ready after no time, called after 1 hour, answered after 2 more; the coordinator is to choose.</summary>
    private static async Task ProposedAsync(CaseWorld world, params string[] experts)
    {
        await world.ReachRapidCallAsync();
        await world.DraftTermsAsync(CaseTexts.Terms with { Profiles = [new Core.Terms.TermsProfile { Role = new LangText("Statisticienne", null), MustHave = "Dix ans" }] });
        await world.AnswerAsync("officer", "termsAndCall", "ready");
        world.Clock.Advance(TimeSpan.FromHours(1));
        var (_, tokens) = await CallAsync(world, 24, experts);
        world.Clock.Advance(TimeSpan.FromHours(2));
        foreach (var expert in experts)
        {
            await AnswerAsync(world, tokens[expert], Yes);
        }
    }

    private static Task<Nomination> NominationAsync(CaseWorld world, string given) =>
        world.ReadAsync(db => db.Nominations.SingleAsync(row => row.Expert.Name.StartsWith(given)));
}
