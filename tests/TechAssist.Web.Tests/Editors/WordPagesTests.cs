using System.Net;
using System.Net.Http.Headers;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NUnit.Framework;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure.Demo;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Editors;

public sealed class WordPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task A_report_goes_to_Word_and_comes_back_by_way_of_what_changes()
    {
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Task == "report");
        var page = $"/requests/{walked.Reference}/missions/1/report";
        var (expert, officer) = (await SignInAsync("expert1"), await SignInAsync("officer"));
        var open = await expert.GetAsync(page + "/word");
        Assert.That((open.Status, open.Page.QuerySelectorAll("a[href*='handler=File']").Length), Is.EqualTo((HttpStatusCode.OK, 2)));
        using var form = await expert.Client.GetAsync(page + "/word?handler=File&lang=fr");
        Assert.That(form.Content.Headers.ContentDisposition?.FileName, Does.EndWith("-mission-1.docx"));

        var sent = await SendAsync(expert, page, "relu.docx", Edit(await form.Content.ReadAsByteArrayAsync(), "purpose", "Un but réécrit dans Word."));
        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        var changes = await expert.GetAsync(sent.Headers.Location!.ToString());
        Assert.Multiple(() =>
        {
            Assert.That(changes.Page.QuerySelectorAll("input[name=Units]").Select(box => box.GetAttribute("value")), Is.EqualTo(new[] { "purpose" }));
            Assert.That(changes.Page.QuerySelectorAll("main ins").Select(part => part.TextContent), Has.Some.Contain("réécrit"));
        });
        Assert.That((await officer.GetAsync(sent.Headers.Location!.ToString())).Status, Is.Not.EqualTo(HttpStatusCode.OK), "it is the sender's own");
        var none = await expert.SubmitAsync(changes, "#units", ("Units", ""));
        Assert.That((none.Status, none.Errors.Count), Is.EqualTo((HttpStatusCode.BadRequest, 1)));
        var taken = await expert.SubmitAsync(changes, "#units");
        Assert.That(taken.LeadsTo, Is.EqualTo(page + "/edit"));
        Assert.That((await expert.FollowAsync(taken)).Page.QuerySelector("#purpose")!.TextContent.Trim(), Is.EqualTo("Un but réécrit dans Word."));

        using var refused = await SendAsync(expert, page, "relu.docx", "not Word"u8.ToArray());
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("file-error"));
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, string page, string name, byte[] bytes)
    {
        var token = (await visitor.GetAsync(page + "/word")).Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { content, "Input.File", name }, { new StringContent(token), "__RequestVerificationToken" } };
        return await visitor.Client.PostAsync(page + "/word", form);
    }

    private static byte[] Edit(byte[] form, string tag, string text)
    {
        using var stream = new MemoryStream();
        stream.Write(form);
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var control = document.MainDocumentPart!.Document!.Body!.Descendants<SdtBlock>().Single(block => block.SdtProperties!.GetFirstChild<Tag>()?.Val?.Value == tag);
            control.SdtContentBlock = new SdtContentBlock(new Paragraph(new Run(new Text(text))));
        }

        return stream.ToArray();
    }

    private async Task<Visitor> SignInAsync(string name)
    {
        var visitor = App.Visit("fr");
        var answer = await visitor.FillAsync("/account/sign-in", ("Input.Email", name + "@demo.techassist.test"), ("Input.Password", DemoPeople.Password));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found));
        return visitor;
    }
}
