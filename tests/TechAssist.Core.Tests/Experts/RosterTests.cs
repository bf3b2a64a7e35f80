using TechAssist.Core.Experts;
using TechAssist.Core.Requests;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Experts;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class RosterTests(Provider provider)
{
    private static readonly DateOnly Consented = new(2031, 1, 1);

    [Test]
    public async Task The_roster_is_searched_without_accents_by_theme_language_and_availability()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await AddAsync(world, CaseTexts.Expert("Dubœuf", "Clémence", "FR", Consented));
        await AddAsync(world, CaseTexts.Expert("Łęcka", "Ewa", "PL", Consented) with
        {
            Languages = [new LanguageSkill { Language = "en", Reading = Cefr.C2, Listening = Cefr.C1, Speaking = Cefr.B2, Writing = Cefr.C1 }],
            Unavailable = [new Period { From = new DateOnly(2031, 9, 3), To = new DateOnly(2031, 9, 30) }],
        });
        await AddAsync(world, CaseTexts.Expert("Zongo", "Issa", "BF", Consented) with { Themes = [new ThemeSkill { Theme = "T3", Level = ThemeLevel.Practitioner }] });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await FindAsync(world, new RosterFilter { Text = "duboeuf clemence" }), Is.EqualTo(new[] { "Clémence Dubœuf" }));
            Assert.That(await FindAsync(world, new RosterFilter { Text = "lecka" }), Is.EqualTo(new[] { "Ewa Łęcka" }));
            Assert.That(await FindAsync(world, new RosterFilter { Theme = "T3", MinLevel = ThemeLevel.Practitioner }), Is.EqualTo(new[] { "Issa Zongo" }));
            Assert.That(await FindAsync(world, new RosterFilter { Theme = "T3", MinLevel = ThemeLevel.Expert }), Is.Empty);
            Assert.That(await FindAsync(world, new RosterFilter { Language = "en", MinCefr = Cefr.B2 }), Is.EqualTo(new[] { "Ewa Łęcka" }));
            Assert.That(await FindAsync(world, new RosterFilter { Language = "en", MinCefr = Cefr.C1 }), Is.Empty);
            Assert.That(await FindAsync(world, new RosterFilter { AvailableFrom = new(2031, 9, 1), AvailableTo = new(2031, 9, 3) }), Is.EqualTo(new[] { "Clémence Dubœuf", "Issa Zongo" }));
            Assert.That(await FindAsync(world, new RosterFilter { AvailableFrom = new(2031, 9, 1), AvailableTo = new(2031, 9, 2) }), Has.Length.EqualTo(3));
        }
    }

    [Test]
    public async Task An_expert_whose_consent_ran_out_is_not_found()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await AddAsync(world, CaseTexts.Expert("Sané", "Awa", "FR", Consented));
        world.Clock.SetUtcNow(new DateTimeOffset(2032, 12, 31, 12, 0, 0, TimeSpan.Zero));
        Assert.That(await FindAsync(world, new RosterFilter()), Has.Length.EqualTo(1));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That(await FindAsync(world, new RosterFilter()), Is.Empty);
    }

    [Test]
    public async Task Pages_follow_each_other_without_gap_or_repeat_also_for_equal_names()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        foreach (var country in new[] { "FR", "BE", "CH", "LU", "CA" })
        {
            await AddAsync(world, CaseTexts.Expert("Martin", "Anne", country, Consented));
        }

        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var page = await world.AsAsync<SearchRoster, Page<RosterRow>>("officer", (query, actor) => query.ExecuteAsync(new RosterFilter { PageSize = 2, After = after }, actor, default));
            seen.AddRange(page.Items.Select(row => row.Id));
            after = page.After;
        }
        while (after is not null);
        Assert.That(seen, Has.Count.EqualTo(5).And.Unique);
    }

    [Test]
    public async Task A_changed_profile_is_found_by_what_it_says_now()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var id = await AddAsync(world, CaseTexts.Expert("Dubœuf", "Clémence", "FR", Consented));
        var profile = CaseTexts.Expert("Dubœuf", "Clémence", "FR", Consented) with { Themes = [new ThemeSkill { Theme = "T1", Level = ThemeLevel.Trainer, Evidence = "Écoles" }] };
        await world.AsAsync<EditExpert>("officer", (act, actor) => act.ExecuteAsync(id, new EditExpertInput(profile, 1), actor, default));
        Assert.That(await FindAsync(world, new RosterFilter { Theme = "T1", MinLevel = ThemeLevel.Trainer }), Has.Length.EqualTo(1));
        var stale = await Assert.ThrowsAsync<RuleException>(() => world.AsAsync<EditExpert>("officer", (act, actor) => act.ExecuteAsync(id, new EditExpertInput(profile, 1), actor, default)));
        Assert.That(stale!.Code, Is.EqualTo("stale"));
    }

    [Test]
    public async Task The_roster_is_the_secretariats()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var id = await AddAsync(world, CaseTexts.Expert("Dubœuf", "Clémence", "FR", Consented));
        foreach (var who in new[] { "requester", "focal", "committee" })
        {
            var refusal = await Assert.ThrowsAsync<RuleException>(() => FindAsync(world, new RosterFilter(), who));
            Assert.That(refusal!.Code, Is.EqualTo("not-allowed"));
            await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<GetExpert>(who, (query, actor) => query.ExecuteAsync(id, actor, default)));
        }
    }

    [Test]
    public void A_profile_says_field_by_field_what_it_lacks()
    {
        var profile = CaseTexts.Expert("Dubœuf", "Clémence", "FR", Consented) with
        {
            Languages = [new LanguageSkill { Language = "fr", Reading = Cefr.C2, Listening = Cefr.C2, Speaking = Cefr.C2, Writing = Cefr.B1 }],
            Themes = [new ThemeSkill { Theme = "T1", Level = ThemeLevel.Expert }],
            Consents = [new Consent { GivenOn = new DateOnly(2031, 3, 4) }],
        };
        Assert.That(ExpertRules.Check(profile, new DateOnly(2031, 3, 3)).Select(error => (error.Field, error.Code)), Is.EqualTo(new[]
        {
            ("languages", "french-or-english-b2"), ("themes[0].evidence", "evidence-required"), ("consents[0].givenOn", "in-the-future"),
        }));
    }

    private static Task<Guid> AddAsync(CaseWorld world, ExpertProfile profile) =>
        world.AsAsync<AddExpert, Guid>("officer", (act, actor) => act.ExecuteAsync(new AddExpertInput(profile), actor, default));

    private static async Task<string[]> FindAsync(CaseWorld world, RosterFilter filter, string who = "officer") =>
        [.. (await world.AsAsync<SearchRoster, Page<RosterRow>>(who, (query, actor) => query.ExecuteAsync(filter, actor, default))).Items.Select(row => row.Name)];
}
