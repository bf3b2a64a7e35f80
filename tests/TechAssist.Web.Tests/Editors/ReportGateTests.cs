using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using SkiaSharp;
using TechAssist.Core;
using TechAssist.Core.EndOfMission;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure.Demo;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Editors;

/// <summary>Photos through the editor, what the quality gate asks for and where it leads, and how translations stand.</summary>
public sealed class ReportGateTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task Photos_are_sent_with_the_text_refused_beside_their_field_and_every_fault_leads_to_its_place()
    {
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Act == "commentOnReport");
        await walked.WaitForNextAsync();
        var page = $"/requests/{walked.Reference}/missions/1/report";
        var officer = await SignInAsync("officer");
        await officer.FillAsync(page, "form:has(input[name='Input.Section'][value='2'])", ("Input.Text", "À revoir."));
        await AnswerAsync(officer, page, "return", ("Input.comment", "Presque."));
        var expert = await SignInAsync("expert1");

        // One good photo and three bad ones, with a sentence that was just typed.
        var edit = await expert.GetAsync(page + "/edit");
        var purpose = (AngleSharp.Html.Dom.IHtmlTextAreaElement)edit.Page.QuerySelector("[name='Input.Purpose']")!;
        purpose.Value = "Tapé avant d’envoyer.";
        var told = await expert.SendFilesAsync(
            edit, "main form.editor", page + "/edit?handler=Photos", "PhotoFiles",
            ("bon.jpg", Jpeg()), ("virus.jpg", [0x4D, 0x5A, 0x90, 0]), ("IMG_1.HEIC", [0, 0, 0, 24]), ("énorme.png", new byte[30 * 1024 * 1024]));
        Assert.Multiple(() =>
        {
            Assert.That(told.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(told.Page.QuerySelector("#photoFiles-error")!.TextContent, Does.Contain("virus.jpg").And.Contain("HEIC").And.Contain("énorme.png").And.Contain("25 Mo").And.Not.Contain("bon.jpg"));
            Assert.That(((AngleSharp.Html.Dom.IHtmlTextAreaElement)told.Page.QuerySelector("[name='Input.Purpose']")!).Value, Is.EqualTo("Tapé avant d’envoyer."));
            Assert.That(told.Page.QuerySelectorAll(".photo img"), Has.Length.EqualTo(1));
        });
        var history = await App.ReadAsync(db => db.Timeline.CountAsync(line => line.RequestId == walked.RequestId && line.Kind == "photo-refused"));
        Assert.That(history, Is.EqualTo(3));

        // Thumbnails: kept by the browser, shown to the team, to nobody else yet.
        var small = told.Page.QuerySelector(".photo img")!.GetAttribute("src")!;
        using var picture = await expert.Client.GetAsync(small);
        Assert.That((picture.StatusCode, picture.Content.Headers.ContentType!.MediaType, picture.Headers.CacheControl!.ToString()), Is.EqualTo((HttpStatusCode.OK, "image/jpeg", "max-age=3600, private")));
        using var again = new HttpRequestMessage(HttpMethod.Get, small);
        again.Headers.IfNoneMatch.Add(picture.Headers.ETag!);
        using var same = await expert.Client.SendAsync(again);
        Assert.That(same.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        var counterpart = await SignInAsync("counterpart.sn");
        using var others = await counterpart.Client.GetAsync(small);
        Assert.That(others.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

        // A second photo, moved up and taken out again.
        var two = await expert.SendFilesAsync(await expert.GetAsync(page + "/edit"), "main form.editor", page + "/edit?handler=Photos", "PhotoFiles", ("deux.jpg", Jpeg()));
        Assert.That(two.LeadsTo, Is.EqualTo(page + "/edit#photos"));
        var second = (await ContentAsync(walked)).Photos[1].Id;
        await ArrangeAsync(expert, page, "up:1");
        Assert.That((await ContentAsync(walked)).Photos[0].Id, Is.EqualTo(second));
        await ArrangeAsync(expert, page, "remove:0");
        Assert.That((await ContentAsync(walked)).Photos, Has.Count.EqualTo(1));

        // Everything that can be wrong, told with a link to its very place.
        await App.WriteAsync(db =>
        {
            var report = db.Reports.Single(row => row.RequestId == walked.RequestId);
            var photo = report.Content.Photos[0];
            db.Entry(report).Property(row => row.Content).CurrentValue = new ReportContent
            {
                Summary = new LangText(null, "Only in English"),
                Difficulties = "Néant",
                Deviations = [new Deviation()],
                Activities = [new ReportActivity { Planned = "Atelier" }],
                PersonsMet = [new PersonMet()],
                Findings = [new Finding { Objective = 1 }],
                Deliverables = [new ReportDeliverable { Title = new LangText("Guide", null), State = DeliverableState.NotDelivered }],
                Results = [new ReportResult { Indicator = "Profils" }],
                Recommendations = [new ReportRecommendation()],
                Training = new TrainingData { PreTest = 40 },
                Photos = [photo, photo with { ShowsPersons = true }, photo with { ShowsPersons = true, HasConsent = true }],
            };
        });
        var faulty = await expert.GetAsync(page + "/edit");
        var links = faulty.Page.QuerySelectorAll(".missing a").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.That(links, Has.Length.GreaterThan(25));
        Assert.That(links.Where(link => faulty.Page.GetElementById(link[1..]) is null), Is.Empty, "no fault leads nowhere in the editor");
        Assert.That(links, Does.Contain("#summary-fr").And.Contain("#photos-0-caption-fr").And.Contain("#photos-1-hasConsent").And.Contain("#photos-2-consentBy").And.Contain("#recommendations-0-dueOn").And.Contain("#difficulties"));
        var task = await expert.GetAsync(await TaskAsync(walked));
        var far = task.Page.QuerySelectorAll($"main a[href^='{page}/edit#']").Select(link => link.GetAttribute("href")!.Split('#')[1]).ToArray();
        Assert.That(far, Has.Length.EqualTo(links.Length));
        Assert.That(far.Where(id => faulty.Page.GetElementById(id) is null), Is.Empty, "no fault leads nowhere from the task");

        // Deliverables of the terms of which no row speaks are named, and come back in one click.
        Assert.That(links, Does.Contain("#activities-0-state").And.Contain("#deliverables"));
        Assert.That(faulty.Page.QuerySelectorAll("#dropped button").Select(button => button.GetAttribute("value")), Is.EqualTo(new[] { "1", "2", "3" }));
        Assert.That(faulty.Page.QuerySelectorAll("#activities-0-state input").Any(radio => radio.HasAttribute("checked")), Is.False, "nothing counts as done by itself");
        await SaveAsync(expert, page, ("BringBack", "2"), ("Input.Activities[0].State", "NotHeld"));
        var kept = await ContentAsync(walked);
        Assert.That((kept.Deliverables[^1].Number, kept.Deliverables[^1].Title.En, kept.Deliverables[^1].State), Is.EqualTo(((int?)2, "Common dictionary of forty variables and transmission protocol", (DeliverableState?)null)));
        Assert.That(kept.Activities[0].State, Is.EqualTo(ActivityState.NotHeld));
        Assert.That((await expert.GetAsync(page + "/edit")).Page.QuerySelectorAll("#dropped button").Select(button => button.GetAttribute("value")), Is.EqualTo(new[] { "1", "3" }));

        await CheckPreviewAsync(expert, faulty);

        // Translations: what is missing, and that both say the same until one of them is changed.
        Assert.That(faulty.Page.GetElementById("translation-summary")!.TextContent, Does.Contain("Le français manque"));
        Assert.That(faulty.Page.GetElementById("translations")!.TextContent, Does.Contain("2 traductions manquent"));
        await SaveAsync(expert, page, ("Input.Summary.Fr", "Le résumé"), ("UpToDate", "summary"));
        Assert.That((await expert.GetAsync(page + "/edit")).Page.GetElementById("translation-summary")!.ClassName, Does.Contain("translation-uptodate"));
        await SaveAsync(expert, page, ("Input.Summary.Fr", "Le résumé, changé"));
        Assert.That((await expert.GetAsync(page + "/edit")).Page.GetElementById("translation-summary")!.TextContent, Does.Contain("L’anglais est plus ancien"));
    }

    private static async Task CheckPreviewAsync(Visitor visitor, Answer opened)
    {
        var token = opened.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        const string Text = "**Gras** <script>alert(1)</script>\n\n| a | b |\n| - | - |\n| [c](javascript:x) | ![d](https://e.test/f.png) |";
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("Text", Text), KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var answer = await visitor.Client.PostAsync("/preview", content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(text[text.IndexOf("id=\"preview\"", StringComparison.Ordinal)..],
            Does.Contain("<strong>Gras</strong>").And.Contain("&lt;script&gt;").And.Contain("<table").And.Not.Contain("javascript:").And.Not.Contain("f.png"));
    }

    private static Task SaveAsync(Visitor expert, string page, params (string Name, string Value)[] fields) => SubmitAsync(expert, page, "", fields);

    private static Task ArrangeAsync(Visitor expert, string page, string what) => SubmitAsync(expert, page, "?handler=Arrange", ("Arrange", what));

    private static async Task SubmitAsync(Visitor expert, string page, string handler, params (string Name, string Value)[] fields)
    {
        var edit = await expert.GetAsync(page + "/edit");
        var form = edit.Page.QuerySelector("main form.editor")!;
        form.SetAttribute("action", page + "/edit" + handler);
        var saved = await expert.SubmitAsync(edit, "main form.editor", fields);
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", saved.Errors));
    }

    private Task<ReportContent> ContentAsync(WalkedCase walked) =>
        App.ReadAsync(db => db.Reports.AsNoTracking().Where(report => report.RequestId == walked.RequestId).Select(report => report.Content).SingleAsync());

    private async Task<string> TaskAsync(WalkedCase walked)
    {
        var id = await App.ReadAsync(db => db.WorkItems.Where(item => item.RequestId == walked.RequestId && item.ClosedAt == null && item.Step.StepId == "report").Select(item => item.Id).FirstAsync());
        return $"/tasks/{id}";
    }

    private static async Task AnswerAsync(Visitor visitor, string page, string outcome, params (string Name, string Value)[] fields)
    {
        var report = await visitor.GetAsync(page);
        var task = await visitor.GetAsync(report.Page.QuerySelector(".ready a")!.GetAttribute("href")!);
        var done = await visitor.SubmitAsync(task, "#task-form", [.. fields, ("outcome", outcome)]);
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", done.Errors));
    }

    private async Task<Visitor> SignInAsync(string name)
    {
        var visitor = App.Visit("fr");
        var answer = await visitor.FillAsync("/account/sign-in", ("Input.Email", name + "@demo.techassist.test"), ("Input.Password", DemoPeople.Password));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found));
        return visitor;
    }

    private static byte[] Jpeg()
    {
        using var surface = SKSurface.Create(new SKImageInfo(800, 600));
        surface.Canvas.Clear(new SKColor((uint)Random.Shared.Next() | 0xFF000000));
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, 85);
        return data.ToArray();
    }
}
