using TechAssist.Core.EndOfMission;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.EndOfMission;

/// <summary>Every text that was handed in can be opened again, by those it was for.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class ReportVersionTests(Provider provider)
{
    [Test]
    public async Task Writers_open_every_version_and_the_beneficiary_those_from_the_accepted_one_on()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report with { Purpose = "Premier texte" });
        await world.AnswerAsync("expert", "report", "submit");
        await world.AsAsync<CommentOnReport>("officer", (act, actor) => act.ExecuteAsync(reportId, new CommentOnReportInput(2, "Préciser"), actor, default));
        await world.AnswerAsync("officer", "review", "return");
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.WriteReportAsync(reportId, CaseTexts.Report with { Purpose = "Second texte" });
        await world.AnswerAsync("expert", "report", "submit");
        await world.AnswerAsync("officer", "review", "accept");
        var missionId = (await world.ReportAsync("officer", reportId)).MissionId;

        var first = await VersionAsync(world, "expert", missionId, 1);
        var second = await VersionAsync(world, "requester", missionId, 2);
        Assert.Multiple(() =>
        {
            Assert.That((first.Content.Purpose, first.Shown!.Number, first.MayWrite, first.MayComment, first.MayResolve), Is.EqualTo(("Premier texte", 1, false, false, false)));
            Assert.That(first.Content.Internal, Is.Not.Null);
            Assert.That(first.Versions.Select(version => version.Number), Is.EqualTo(new[] { 2, 1 }));
            Assert.That((second.Content.Purpose, second.Content.Internal), Is.EqualTo(("Second texte", (InternalAnnex?)null)));
            Assert.That(second.Versions.Select(version => version.Number), Is.EqualTo(new[] { 2 }), "what was returned stays with the writers");
            Assert.That(() => VersionAsync(world, "requester", missionId, 1), Throws.TypeOf<NotFoundException>());
            Assert.That(() => VersionAsync(world, "officer", missionId, 9), Throws.TypeOf<NotFoundException>());
            Assert.That(() => VersionAsync(world, "stranger", missionId, 2), Throws.TypeOf<NotFoundException>());
        });
    }

    private static Task<ReportView> VersionAsync(CaseWorld world, string who, Guid missionId, int number) =>
        world.AsAsync<GetReport, ReportView>(who, (query, actor) => query.VersionAsync(missionId, number, actor, default));
}
