using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Experts.Staffing;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class RosterCopyTests(Provider provider)
{
    private static readonly DateOnly Consented = new(2031, 1, 1);

    [Test]
    public async Task What_one_node_changes_the_other_sees_at_its_next_look()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        using var other = world.AnotherCopy();
        var id = await AddAsync(world, "Dubœuf");
        Assert.That((await other.GetAsync(default)).Candidates.Single().Name, Is.EqualTo("Anna Dubœuf"));

        await world.AsAsync<EditExpert>("officer", (act, actor) => act.ExecuteAsync(id, new EditExpertInput(Profile("Zongo"), 1), actor, default));
        await AddAsync(world, "Łęcka");

        Assert.That((await other.GetAsync(default)).Candidates.Select(candidate => candidate.Name), Is.EqualTo(new[] { "Anna Łęcka", "Anna Zongo" }));
        await world.AsAsync<AssessExpert>("officer", (act, actor) => act.ExecuteAsync(id, new AssessExpertInput(Suitability.NotYet, 2), actor, default));
        Assert.That((await other.GetAsync(default)).Find(id)!.Suitability, Is.EqualTo(Suitability.NotYet));
        await world.ReadAsync(db => db.Experts.Where(expert => expert.Id == id).Include(expert => expert.Themes).Include(expert => expert.Languages)
            .Include(expert => expert.Nationalities).Include(expert => expert.Countries).SingleAsync().ContinueWith(
                async found =>
                {
                    db.Remove(await found);
                    return await db.SaveChangesAsync();
                },
                TaskScheduler.Default).Unwrap());
        Assert.That((await other.GetAsync(default)).Find(id), Is.Null);
    }

    [Test]
    public async Task Nothing_new_gives_the_same_copy_and_old_notes_may_be_swept_away()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        using var copy = world.AnotherCopy();
        await AddAsync(world, "Dubœuf");
        var first = await copy.GetAsync(default);
        Assert.That(await copy.GetAsync(default), Is.SameAs(first));

        world.Clock.Advance(TimeSpan.FromDays(2));
        await AddAsync(world, "Zongo");
        Assert.That((await copy.GetAsync(default)).Candidates, Has.Count.EqualTo(2));
        var swept = await world.AsAsync<SweepRosterChanges, int>("officer", (sweep, _) => sweep.ExecuteAsync(default));
        Assert.That(swept, Is.EqualTo(1));
        Assert.That((await copy.GetAsync(default)).Candidates, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Many_looks_at_once_see_every_change()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        using var copy = world.AnotherCopy();
        for (var round = 1; round <= 5; round++)
        {
            await AddAsync(world, $"Martin-{round}");
            var looks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => (await copy.GetAsync(default)).Candidates.Count)));
            Assert.That(looks, Is.All.EqualTo(round));
        }
    }

    private static ExpertProfile Profile(string family) => CaseTexts.Expert(family, "Anna", "FR", Consented);

    private static Task<Guid> AddAsync(CaseWorld world, string family) =>
        world.AsAsync<AddExpert, Guid>("officer", (act, actor) => act.ExecuteAsync(new AddExpertInput(Profile(family)), actor, default));
}
