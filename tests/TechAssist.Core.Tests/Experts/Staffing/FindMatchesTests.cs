using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Experts.Staffing;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class FindMatchesTests(Provider provider)
{
    private static readonly DateOnly Consented = new(2031, 1, 1);

    [Test]
    public async Task The_best_of_a_case_come_with_reasons_and_the_others_with_theirs()
    {
        await using var world = await OpenAsync();
        await AddAsync(world, CaseTexts.Expert("Dubœuf", "Clémence", "FR", Consented));
        await AddAsync(world, CaseTexts.Expert("Traoré", "Awa", "CI", Consented) with { AssistanceTypes = ["TRN"] });
        await AddAsync(world, CaseTexts.Expert("Ndiaye", "Fatou", "SN", Consented));
        await AddAsync(world, CaseTexts.Expert("Kalniņa", "Ieva", "LV", Consented) with { RemoteOnly = true });

        var page = await FindAsync(world);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Best.Select(row => row.Match.Candidate.Name), Is.EqualTo(new[] { "Awa Traoré", "Clémence Dubœuf" }));
            Assert.That(page.Result.Stopped, Is.EquivalentTo(new[] { new FilterCount(HardFilters.Nationality, 1, 1), new FilterCount(HardFilters.RemoteOnly, 1, 1) }));
            Assert.That(page.Best[0].Light, Is.EqualTo(ReadinessLight.Amber));
            Assert.That(page.Best[0].Readiness.Select(reason => reason.Kind), Does.Contain(ReadinessKind.Passport).And.Contain(ReadinessKind.YellowFever).And.Not.Contain(ReadinessKind.Visa));
        }

        var people = await StoppedAsync(world, HardFilters.Nationality);
        Assert.That(people.People.Items.Single().Candidate.Name, Is.EqualTo("Fatou Ndiaye"));
    }

    [Test]
    public async Task Only_the_coordinator_waives_and_the_waiver_is_in_the_history()
    {
        await using var world = await OpenAsync();
        var id = await AddAsync(world, CaseTexts.Expert("Ndiaye", "Fatou", "SN", Consented));
        var waiver = new RuleOnConflictInput(id, HardFilters.Nationality, RulingKind.Waived) { Reason = "Seule spécialiste, diaspora depuis 2010" };

        var refusal = await Assert.ThrowsAsync<RuleException>(() => RuleAsync(world, "officer", waiver));
        Assert.That(refusal!.Code, Is.EqualTo("not-allowed"));
        var noReason = await Assert.ThrowsAsync<InvalidInputException>(() => RuleAsync(world, "coordinator", waiver with { Reason = " " }));
        Assert.That(noReason!.Errors.Single().Code, Is.EqualTo("reason-required"));
        var noConflict = await Assert.ThrowsAsync<RuleException>(() => RuleAsync(world, "coordinator", waiver with { Filter = HardFilters.Language }));
        Assert.That(noConflict!.Code, Is.EqualTo("not-waivable"));
        Assert.That((await FindAsync(world)).Best, Is.Empty);

        await RuleAsync(world, "coordinator", waiver);

        Assert.That((await FindAsync(world)).Best.Single().Waived, Is.EqualTo(HardFilters.Nationality));
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(entry => entry.Kind == "conflict-rule-waived"));
        Assert.That((line.Reason, line.ActorName), Is.EqualTo(("Seule spécialiste, diaspora depuis 2010", "coordinator")));
        // The officer's one click now works without asking again.
        await ProposeAsync(world, id);

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await RuleAsync(world, "coordinator", waiver with { Kind = RulingKind.Withdrawn });
        Assert.That((await StoppedAsync(world, HardFilters.Nationality)).People.Items.Single().Rulings, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_noted_conflict_stops_the_expert_everywhere_on_the_case()
    {
        await using var world = await OpenAsync();
        var id = await AddAsync(world, CaseTexts.Expert("Dubœuf", "Clémence", "FR", Consented));
        await RuleAsync(world, "officer", new RuleOnConflictInput(id, HardFilters.Authorship, RulingKind.Noted) { Reason = "Coautrice de la stratégie" });

        Assert.That((await FindAsync(world)).Result.Stopped.Single().Filter, Is.EqualTo(HardFilters.Authorship));
        var refusal = await Assert.ThrowsAsync<RuleException>(() => ProposeAsync(world, id));
        Assert.That(refusal!.Code, Is.EqualTo("conflict-of-interest"));

        await RuleAsync(world, "officer", new RuleOnConflictInput(id, HardFilters.Exclusion, RulingKind.Noted) { Reason = "Le pays ne la souhaite pas" });
        refusal = await Assert.ThrowsAsync<RuleException>(() => ProposeAsync(world, id));
        Assert.That(refusal!.Code, Is.EqualTo("expert-ruled-out"));
    }

    [Test]
    public async Task Whoever_is_proposed_stands_on_the_list_in_order_with_the_score_of_that_day()
    {
        await using var world = await OpenAsync();
        var first = await AddAsync(world, CaseTexts.Expert("Dubœuf", "Clémence", "FR", Consented));
        var second = await AddAsync(world, CaseTexts.Expert("Traoré", "Awa", "CI", Consented));
        await ProposeAsync(world, first);
        await ProposeAsync(world, second);
        Assert.That((await FindAsync(world)).Result.Stopped.Single(), Is.EqualTo(new FilterCount(HardFilters.Asked, 2, 2)));

        var list = await ListAsync(world);
        Assert.That(list.Select(row => (row.ExpertId, row.Place)), Is.EqualTo(new[] { (first, 1), (second, 2) }));
        Assert.That(list[0].Score!.Points, Is.InRange(1, 10_000));

        await world.AsAsync<OrderShortlist>("officer", (act, actor) => act.ExecuteAsync(world.RequestId, new OrderShortlistInput([list[1].Id, list[0].Id]), actor, default));
        Assert.That((await ListAsync(world)).Select(row => row.ExpertId), Is.EqualTo(new[] { second, first }));
        var stale = await Assert.ThrowsAsync<RuleException>(() =>
            world.AsAsync<OrderShortlist>("officer", (act, actor) => act.ExecuteAsync(world.RequestId, new OrderShortlistInput([list[1].Id]), actor, default)));
        Assert.That(stale!.Code, Is.EqualTo("stale"));
    }

    [Test]
    public async Task Weights_are_the_administrators_add_up_to_a_hundred_and_change_the_order()
    {
        await using var world = await OpenAsync();
        await world.AddPersonAsync("admin", Role.Administrator);
        await AddAsync(world, CaseTexts.Expert("Dubœuf", "Clémence", "FR", Consented) with { Countries = [], Themes = [new ThemeSkill { Theme = "T1", Level = ThemeLevel.Trainer, Evidence = "x" }] });
        await AddAsync(world, CaseTexts.Expert("Traoré", "Awa", "CI", Consented) with { Themes = [new ThemeSkill { Theme = "T1", Level = ThemeLevel.Practitioner }] });
        Assert.That((await FindAsync(world)).Best[0].Match.Candidate.Name, Is.EqualTo("Clémence Dubœuf"));
        var region = new Weights { Theme = 5, Country = 45 };

        await Assert.ThrowsAsync<RuleException>(() => SaveAsync(world, "officer", region, 0));
        var wrong = await Assert.ThrowsAsync<InvalidInputException>(() => SaveAsync(world, "admin", region with { Spread = 4 }, 0));
        Assert.That(wrong!.Errors.Single().Code, Is.EqualTo("weights-not-100"));
        await SaveAsync(world, "admin", region, 0);

        Assert.That((await FindAsync(world)).Best[0].Match.Candidate.Name, Is.EqualTo("Awa Traoré"));
        var stale = await Assert.ThrowsAsync<RuleException>(() => SaveAsync(world, "admin", region, 0));
        Assert.That(stale!.Code, Is.EqualTo("stale"));
    }

    [Test]
    public async Task The_matching_is_the_secretariats()
    {
        await using var world = await OpenAsync();
        foreach (var who in new[] { "requester", "focal", "committee" })
        {
            var refusal = await Assert.ThrowsAsync<RuleException>(() => FindAsync(world, who));
            Assert.That(refusal!.Code, Is.EqualTo("not-allowed"));
        }
    }

    private async Task<CaseWorld> OpenAsync()
    {
        var world = await CaseWorld.OpenAsync(provider);
        await world.ApproveRequestAsync();
        await world.ApproveTermsAsync();
        return world;
    }

    private static Task<Guid> AddAsync(CaseWorld world, ExpertProfile profile) =>
        world.AsAsync<AddExpert, Guid>("officer", (act, actor) => act.ExecuteAsync(new AddExpertInput(profile), actor, default));

    private static Task<MatchPage> FindAsync(CaseWorld world, string who = "officer") =>
        world.AsAsync<FindMatches, MatchPage>(who, (query, actor) => query.ExecuteAsync(world.RequestId, 0, actor, default));

    private static Task<StoppedPage> StoppedAsync(CaseWorld world, HardFilters filter) =>
        world.AsAsync<ListStopped, StoppedPage>("officer", (query, actor) => query.ExecuteAsync(world.RequestId, new ListStoppedInput(0, filter), actor, default));

    private static Task RuleAsync(CaseWorld world, string who, RuleOnConflictInput input) =>
        world.AsAsync<RuleOnConflict>(who, (act, actor) => act.ExecuteAsync(world.RequestId, input, actor, default));

    private static Task ProposeAsync(CaseWorld world, Guid expertId) =>
        world.AsAsync<Propose>("officer", (act, actor) => act.ExecuteAsync(world.RequestId, new ProposeInput(expertId) { Role = "Statisticien" }, actor, default));

    private static Task<IReadOnlyList<NominationRow>> ListAsync(CaseWorld world) =>
        world.AsAsync<ListNominations, IReadOnlyList<NominationRow>>("officer", (query, actor) => query.ForStaffAsync(world.RequestId, actor, default));

    private static Task SaveAsync(CaseWorld world, string who, Weights weights, int version) =>
        world.AsAsync<SaveWeights>(who, (act, actor) => act.ExecuteAsync(new SaveWeightsInput(weights, version), actor, default));
}
