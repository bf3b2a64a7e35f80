using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Releases;
using TechAssist.Testing;
using UglyToad.PdfPig;

namespace TechAssist.Core.Tests.Experts;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class ReleaseTests(Provider provider)
{
    [Test]
    public async Task The_letter_to_the_employer_is_filed_in_both_languages_and_the_release_recorded()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ApproveRequestAsync();
        var (expertId, nominationId) = await world.AcceptAsync("expert");
        await EmployAsync(world, expertId, "Direction générale de l’état civil, Nouakchott");
        await world.AsAsync<AskRelease>("officer", (act, actor) => act.ExecuteAsync(nominationId, actor, default));

        var letters = await world.ReadAsync(db => db.Documents.Where(row => row.Kind == DocumentKinds.ReleaseLetter).OrderBy(row => row.Language).ToListAsync());
        Assert.That(letters.Select(row => (row.Language, row.Audience)), Is.EqualTo(new[] { ("en", DocumentAudience.Secretariat), ("fr", DocumentAudience.Secretariat) }));
        Assert.That(letters[1].FileName, Is.EqualTo("TA-2031-SN-0001 – Demande de mise à disposition, expert Dubœuf.pdf"));
        var text = await TextAsync(world, letters[1]);
        Assert.That(text, Does.Contain("état civil, Nouakchott").And.Contain("expert Dubœuf").And.Contain("Statistiques des migrations").And.Contain("Statisticienne").And.Contain("01.09.2031"));

        await world.AsAsync<RecordRelease>("officer", (act, actor) =>
            act.ExecuteAsync(nominationId, new RecordReleaseInput { On = new DateOnly(2031, 3, 3), Note = "Le directeur, par courriel" }, actor, default));
        var row = await world.ReadAsync(db => db.Nominations.SingleAsync());
        Assert.That((row.ReleasedOn, row.ReleaseNote, row.ReleaseAskedAt), Is.EqualTo((new DateOnly(2031, 3, 3), "Le directeur, par courriel", (DateTime?)world.Now)));
        var lines = await world.ReadAsync(db => db.Timeline.Where(line => line.Kind.StartsWith("release-")).OrderBy(line => line.Number).Select(line => line.Kind).ToListAsync());
        Assert.That(lines, Is.EqualTo(new[] { "release-asked", "release-given" }));
    }

    [Test]
    public async Task Without_an_employer_or_a_yes_there_is_nobody_to_ask()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ApproveRequestAsync();
        var (expertId, nominationId) = await world.AcceptAsync("expert");
        Assert.That(await RefusedAsync(world, nominationId), Is.EqualTo("release-not-needed"));
        await EmployAsync(world, expertId, "Ministère");
        await world.AsAsync<StandDown>("officer", (act, actor) => act.ExecuteAsync(nominationId, new StandDownInput("Malade"), actor, default));
        Assert.That(await RefusedAsync(world, nominationId), Is.EqualTo("nomination-moved-on"));
        var future = await Assert.ThrowsAsync<InvalidInputException>(() => world.AsAsync<RecordRelease>("officer", (act, actor) =>
            act.ExecuteAsync(nominationId, new RecordReleaseInput { On = new DateOnly(2031, 3, 9), Note = "x" }, actor, default)));
        Assert.That(future!.Message, Is.EqualTo("on: in-the-future"));
    }

    private static Task EmployAsync(CaseWorld world, Guid expertId, string employer) => world.AsAsync<EditExpert>("officer", async (act, actor) =>
    {
        var expert = await world.ReadAsync(db => db.Experts.SingleAsync(row => row.Id == expertId));
        await act.ExecuteAsync(expertId, new EditExpertInput(expert.Profile with { Employer = employer }, expert.Revision), actor, default);
    });

    private static async Task<string> RefusedAsync(CaseWorld world, Guid nominationId) =>
        (await Assert.ThrowsAsync<RuleException>(() => world.AsAsync<AskRelease>("officer", (act, actor) => act.ExecuteAsync(nominationId, actor, default))))!.Code;

    private static async Task<string> TextAsync(CaseWorld world, Document document)
    {
        var chunks = await world.ReadAsync(db => db.DocumentChunks.Where(chunk => chunk.Sha256 == document.Sha256).OrderBy(chunk => chunk.Index).Select(chunk => chunk.Bytes).ToListAsync());
        using var pdf = PdfDocument.Open([.. chunks.SelectMany(bytes => bytes)]);
        return string.Join(' ', pdf.GetPages().SelectMany(page => page.GetWords()).Select(word => word.Text));
    }
}
