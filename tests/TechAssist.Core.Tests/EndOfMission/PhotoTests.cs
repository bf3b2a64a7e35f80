using System.Text;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Photos;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.EndOfMission;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class PhotoTests(Provider provider)
{
    [Test]
    public async Task What_is_no_photo_is_refused_and_noted_and_a_photo_is_kept_without_its_place()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        foreach (var (name, bytes, code) in PhotoFiles.Bad())
        {
            var refused = await Assert.ThrowsAsync<InvalidInputException>(() => AddAsync(world, "expert", reportId, name, bytes));
            Assert.That((refused!.Errors.Single().Field, refused.Errors.Single().Code), Is.EqualTo(("file", code)), name);
        }

        var noted = await world.ReadAsync(db => db.Timeline.Where(line => line.Kind == "photo-refused").ToListAsync());
        Assert.That(noted.Select(line => line.Values["problem"]), Is.EquivalentTo(PhotoFiles.Bad().Select(bad => bad.Code)));
        Assert.That(await world.ReadAsync(db => db.PhotoFiles.CountAsync()), Is.Zero);

        var id = await AddAsync(world, "expert", reportId, "DSC 1.JPG", PhotoFiles.WithExif(PhotoFiles.Jpeg(3000, 2000)));
        var (type, kept) = await OpenAsync(world, "officer", reportId, id, isSmall: false);
        var (_, small) = await OpenAsync(world, "officer", reportId, id, isSmall: true);
        var size = SkiaSharp.SKBitmap.DecodeBounds(kept);
        var standing = (await world.ReportAsync("expert", reportId)).Content.Photos.Single().Id;
        var listed = await ListedAsync(world);
        Assert.Multiple(() =>
        {
            Assert.That((type, size.Width, size.Height), Is.EqualTo(("image/jpeg", 2400, 1600)));
            Assert.That(SkiaSharp.SKBitmap.DecodeBounds(small).Width, Is.EqualTo(480));
            Assert.That(Encoding.Latin1.GetString(kept), Does.Not.Contain("GPS").And.Not.Contain("Exif"));
            Assert.That(standing, Is.EqualTo(id));
            Assert.That(listed, Does.Not.Contain("DSC 1.jpg"), "a photo is shown with its report only");
        });
        await Assert.ThrowsAsync<NotFoundException>(() => OpenAsync(world, "requester", reportId, id, isSmall: true));
        Assert.That(() => AddAsync(world, "officer", reportId, "a.jpg", PhotoFiles.Jpeg()), Throws.InstanceOf<Exception>(), "the text is with its authors");
        await Assert.ThrowsAsync<NotFoundException>(() => AddAsync(world, "requester", reportId, "a.jpg", PhotoFiles.Jpeg()));

        var forged = await Assert.ThrowsAsync<InvalidInputException>(() => world.WriteReportAsync(reportId, CaseTexts.Report with { Photos = [new ReportPhoto { Id = Guid.CreateVersion7(world.Now) }] }));
        Assert.That(forged!.Errors.Single().Field, Is.EqualTo("photos[0].id"));
    }

    [Test]
    public async Task A_photo_without_consent_is_in_no_document_that_leaves_the_house()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        var hall = await AddAsync(world, "expert", reportId, "hall.png", PhotoFiles.Png());
        var people = await AddAsync(world, "expert", reportId, "people.jpg", PhotoFiles.Jpeg());
        var met = await AddAsync(world, "expert", reportId, "met.jpg", PhotoFiles.Jpeg(200, 300));
        ReportPhoto[] photos =
        [
            new() { Id = hall, Caption = new LangText("La salle", "The hall"), AltText = "Une salle vide", Section = 3, Place = "Dakar", TakenOn = new DateOnly(2031, 9, 3), ShowsPersons = false },
            new() { Id = people, Caption = new LangText("Le groupe", "The group"), AltText = "Douze personnes", ShowsPersons = true, HasConsent = true },
            new() { Id = met, Caption = new LangText("La directrice", null), AltText = "Une femme", Section = 4, ShowsPersons = true, HasConsent = true, ConsentBy = "Elle-même" },
        ];
        await world.WriteReportAsync(reportId, CaseTexts.Report with { Photos = photos });
        var open = (await world.ReportAsync("expert", reportId)).Missing;
        Assert.That(open.Select(error => (error.Field, error.Code)), Is.EqualTo(new[] { ("photos[1].consentBy", "photo-consent-by-whom") }));
        photos[1] = photos[1] with { HasConsent = false };
        await world.WriteReportAsync(reportId, CaseTexts.Report with { Photos = photos });
        await world.AnswerAsync("expert", "report", "submit");
        await world.AnswerAsync("officer", "review", "accept");

        var officer = await HtmlAsync(world, "officer");
        var requester = await HtmlAsync(world, "requester");
        var committee = await HtmlAsync(world, "committee");
        Assert.Multiple(() =>
        {
            Assert.That(officer, Does.Contain("La salle").And.Contain("Le groupe").And.Contain("sans consentement").And.Contain("La directrice"));
            Assert.That(requester, Does.Contain("La salle").And.Contain("Dakar, 3").And.Contain("alt=\"Une salle vide\"").And.Contain("La directrice").And.Not.Contain("Le groupe"));
            Assert.That(committee, Does.Contain("La salle").And.Not.Contain("Le groupe").And.Not.Contain("La directrice"));
            Assert.That(requester.IndexOf("La salle", StringComparison.Ordinal), Is.LessThan(requester.IndexOf("La directrice", StringComparison.Ordinal)), "each in its section");
        });
        Assert.That((await world.ReportAsync("requester", reportId)).Content.Photos.Select(photo => photo.Id), Is.EqualTo(new[] { hall, met }));
        await Assert.ThrowsAsync<NotFoundException>(() => OpenAsync(world, "requester", reportId, people, isSmall: false));
        await OpenAsync(world, "requester", reportId, hall, isSmall: false);
        await world.AnswerAsync("requester", "comments", "agree");
        await world.AnswerAsync("officer", "finalisation", "publish");
        var filed = await world.ReadAsync(db => db.Documents.Where(document => document.Kind == "report").Select(document => document.Size).ToListAsync());
        Assert.That(filed, Has.Count.EqualTo(2), "the report is filed with its pictures in both languages");
    }

    [Test]
    public async Task A_report_handed_in_twice_at_once_counts_once()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report);
        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TrySubmitAsync(world)));
        Assert.That(sent.Count(isTaken => isTaken), Is.EqualTo(1));
        var report = await world.ReportAsync("officer", reportId);
        Assert.That((report.Version, report.Versions.Count, report.Status), Is.EqualTo((1, 1, ReportStatus.Submitted)));
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(line => line.Kind == "report-submitted")), Is.EqualTo(1));
    }

    private static async Task<bool> TrySubmitAsync(CaseWorld world)
    {
        try
        {
            await world.AnswerAsync("expert", "report", "submit");
            return true;
        }
        catch (Exception exception) when (exception is not AssertionException)
        {
            return false;
        }
    }

    private static Task<Guid> AddAsync(CaseWorld world, string who, Guid reportId, string name, byte[] bytes) =>
        world.AsAsync<AddPhoto, Guid>(who, (act, actor) => act.ExecuteAsync(new AddPhotoInput(reportId, name), new MemoryStream(bytes), actor, default));

    private static Task<(string Type, byte[] Bytes)> OpenAsync(CaseWorld world, string who, Guid reportId, Guid photoId, bool isSmall) =>
        world.AsAsync<OpenPhoto, (string, byte[])>(who, async (query, actor) =>
        {
            var photo = await query.ExecuteAsync(world.RequestId, 1, photoId, isSmall, actor, default);
            using var bytes = new MemoryStream();
            await photo.Content.CopyToAsync(bytes);
            return (photo.ContentType, bytes.ToArray());
        });

    private static async Task<string> HtmlAsync(CaseWorld world, string who)
    {
        var reference = await world.ReadAsync(db => db.Requests.Where(row => row.Id == world.RequestId).Select(row => row.Reference!).SingleAsync());
        return await world.AsAsync<RenderDocument, string>(who, async (query, actor) =>
        {
            foreach (var format in (string[])["pdf", "docx"])
            {
                var file = await query.ExecuteAsync(new RenderDocumentInput(reference, "report") { Format = format, Language = "fr" }, actor, default);
                Assert.That(file.Bytes, Has.Length.GreaterThan(1000), format);
            }

            return Encoding.UTF8.GetString((await query.ExecuteAsync(new RenderDocumentInput(reference, "report") { Format = "html", Language = "fr" }, actor, default)).Bytes);
        });
    }

    private static async Task<IReadOnlyList<string>> ListedAsync(CaseWorld world) => await world.AsAsync<ListDocuments, IReadOnlyList<string>>(
        "officer", async (query, actor) => [.. (await query.ExecuteAsync(world.RequestId, new PageInput(), actor, default)).Items.Select(row => row.FileName)]);
}
