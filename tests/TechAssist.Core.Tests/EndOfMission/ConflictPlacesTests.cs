using TechAssist.Core.EndOfMission;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.EndOfMission;

/// <summary>A text to choose from stays with its row, whatever becomes of the rows around it.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class ConflictPlacesTests(Provider provider)
{
    private const string Mine = "Deux jours, vus de l’hôtel";

    private static readonly ReportActivity Workshop = new() { Planned = "Atelier à Dakar", Done = "Trois jours" };
    private static readonly ReportActivity Visit = new() { Planned = "Visite à Touba", Done = "Un jour" };

    [Test]
    public async Task It_follows_its_row_when_others_are_added_and_taken_out_above_it()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (reportId, seen) = await ContestAsync(world);
        var more = await SaveAsync(world, reportId, seen.Content with { Activities = [new() { Planned = "Accueil" }, new() { Planned = "Préparation" }, .. seen.Content.Activities] }, seen.Revision);
        await SaveAsync(world, reportId, seen.Content with { Activities = [new() { Planned = "Accueil" }, new() { Planned = "Préparation" }, seen.Content.Activities[1] with { Difference = "Un jour de moins" }] }, more.Revision);

        await SettleAsync(world, reportId);
        Assert.That((await world.ReportAsync("expert", reportId)).Content.Activities.Select(row => (row.Planned, row.Done)), Is.EqualTo(new[] { ("Accueil", null), ("Préparation", null), (Visit.Planned, Mine) }));
    }

    [Test]
    public async Task Where_its_row_is_gone_it_is_put_into_no_other_and_can_be_left()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (reportId, seen) = await ContestAsync(world);
        var stranger = new ReportActivity { Planned = "Réunion au ministère", Done = "Fait" };
        await SaveAsync(world, reportId, seen.Content with { Activities = [Workshop, stranger] }, seen.Revision);

        var gone = await world.ReportAsync("expert", reportId);
        Assert.That(gone.Conflicts.Select(conflict => (conflict.Text, conflict.IsPlaceGone)), Is.EqualTo(new[] { (Mine, true) }));
        var refusal = await Assert.ThrowsAsync<RuleException>(() => SettleAsync(world, reportId));
        Assert.That(refusal!.Code, Is.EqualTo("conflict-place-gone"));
        Assert.That((await world.ReportAsync("expert", reportId)).Content.Activities, Is.EqualTo(new[] { Workshop, stranger }));
        await SettleAsync(world, reportId, takesTyped: false);
        Assert.That((await world.ReportAsync("expert", reportId)).Conflicts, Is.Empty);
    }

    [Test]
    public async Task It_stays_with_its_row_while_that_is_written_on()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (reportId, seen) = await ContestAsync(world);
        var on = seen.Content.Activities[1] with { Planned = "Visite à Touba et à Mbacké" };
        await SaveAsync(world, reportId, seen.Content with { Activities = [new() { Planned = "Accueil" }, Workshop, on] }, seen.Revision);
        await SettleAsync(world, reportId);
        Assert.That((await world.ReportAsync("expert", reportId)).Content.Activities[2], Is.EqualTo(on with { Done = Mine }));
    }

    /// <summary>Two texts for what was done on the visit, the second row.</summary>
    private static async Task<(Guid ReportId, ReportView Seen)> ContestAsync(CaseWorld world)
    {
        var reportId = await world.ReachReportAsync();
        var blank = await world.ReportAsync("expert", reportId);
        await SaveAsync(world, reportId, blank.Content with { Activities = [Workshop, Visit] }, blank.Revision);
        var begun = await world.ReportAsync("expert", reportId);
        await SaveAsync(world, reportId, begun.Content with { Activities = [Workshop, Visit with { Done = "Un jour et demi" }] }, begun.Revision);
        await SaveAsync(world, reportId, begun.Content with { Activities = [Workshop, Visit with { Done = Mine }] }, begun.Revision);
        var seen = await world.ReportAsync("expert", reportId);
        Assert.That(seen.Conflicts.Select(conflict => conflict.Field), Is.EqualTo(new[] { "activities[1].done" }));
        return (reportId, seen);
    }

    private static Task<SavedReport> SaveAsync(CaseWorld world, Guid reportId, ReportContent content, int revision) =>
        world.AsAsync<SaveReport, SavedReport>("expert", (act, actor) => act.ExecuteAsync(reportId, new SaveReportInput(content, "fr", revision), actor, default));

    private static async Task SettleAsync(CaseWorld world, Guid reportId, bool takesTyped = true)
    {
        var conflict = (await world.ReportAsync("expert", reportId)).Conflicts.Single();
        await world.AsAsync<SettleConflict>("expert", (act, actor) => act.ExecuteAsync(reportId, conflict.Id, takesTyped, actor, default));
    }
}
