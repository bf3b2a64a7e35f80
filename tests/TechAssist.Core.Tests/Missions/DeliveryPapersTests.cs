using TechAssist.Core.Missions.Delivery;
using TechAssist.Core.Tests.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace TechAssist.Core.Tests.Missions;

public sealed class DeliveryPapersTests
{
    [Test]
    public async Task The_sheet_to_sign_has_a_column_a_day_and_free_lines()
    {
        await using var world = await RecordedAsync();
        var sheet = PdfWords.Of(await world.PaperAsync("expert", "attendanceSheet", "pdf", "fr"));
        Assert.That(sheet, Does.Contain("Feuille de présence").And.Contain("1 sept.").And.Contain("3 sept.").And.Contain("Aïda Ndiaye").And.Contain("ANSD")
            .And.Contain("Pour l’institution d’accueil").And.Not.Contain("[Document."));
        Assert.That(sheet, Does.Match(@"\b8\b"), "three names and five free lines");
        var list = PdfWords.Of(await world.PaperAsync("expert", "participantList", "pdf", "en"));
        Assert.That(list, Does.Contain("List of participants").And.Contain("Élie Bâ").And.Contain("80%").And.Not.Contain("[Document."));
    }

    [Test]
    public async Task A_certificate_is_a_page_in_the_language_of_its_reader_for_those_who_attended_or_are_ticked()
    {
        await using var world = await RecordedAsync();
        var file = await world.PaperAsync("officer", "certificates", "pdf", "fr");
        PdfWords.Of(file);
        Assert.That(Pages(file.Bytes), Has.Length.EqualTo(2));
        Assert.That(Pages(file.Bytes)[0], Does.Contain("Attestation de participation").And.Contain("Aïda Ndiaye").And.Contain("5 sur 5").And.Contain("Pour le secrétariat").And.Contain("Dubœuf").And.Contain("Statistiques des migrations"));
        Assert.That(Pages(file.Bytes)[1], Does.Contain("Certificate of participation").And.Contain("Élie Bâ").And.Contain("4 of 5"), "who has a language of their own");

        var seen = await world.DeliveryAsync("officer", await MissionAsync(world));
        var input = new ChooseCertificatesInput { Share = 90, Ticked = [seen.Of("Oumou").Id], Revision = seen.Revision };
        await world.AsAsync<ChooseCertificates>("officer", (act, actor) => act.ExecuteAsync(seen.MissionId, input, actor, default));
        Assert.That((await world.DeliveryAsync("officer", seen.MissionId)).Participants.Where(row => row.GetsCertificate).Select(row => row.Name), Is.EqualTo(new[] { "Aïda Ndiaye", "Oumou Sy" }));
        var word = await world.PaperAsync("officer", "certificates", "docx", "en");
        Assert.That(word.FileName, Is.EqualTo("TA-2031-SN-0001 – Certificates of participation, mission 1.docx"));
        Assert.That(word.Bytes, Has.Length.GreaterThan(2000));
    }

    private static string[] Pages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(page => string.Join(' ', ContentOrderTextExtractor.GetText(page).Replace('\u00A0', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
    }

    private static Task<Guid> MissionAsync(CaseWorld world) => world.ReadAsync(db => Task.FromResult(db.Missions.Select(row => row.Id).Single()));

    private static async Task<CaseWorld> RecordedAsync()
    {
        var world = await CaseWorld.OpenAsync();
        var missionId = await world.ReachWorkshopAsync();
        await world.SaveAsync("expert", missionId, DeliveryPart.Sessions, plan => plan with { Sessions = DeliveryWorld.Workshop });
        await world.ImportAsync("expert", missionId, "Nom;Sexe;Institution;Langue\nAïda Ndiaye;F;ANSD;\nÉlie Bâ;H;Police;en\nOumou Sy;F;;");
        await world.MarkAsync("expert", missionId, ("Aïda", [0, 1, 2]), ("Élie", [0, 1]), ("Oumou", [0]));
        return world;
    }
}
