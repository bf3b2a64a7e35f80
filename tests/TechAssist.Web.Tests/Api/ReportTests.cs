using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.Infrastructure.Demo;
using TechAssist.Web.Samples;
using UglyToad.PdfPig;

namespace TechAssist.Web.Tests.Api;

/// <summary>A sample case is played to its end, and its report read through the API.</summary>
public sealed class ReportTests(Provider provider) : ApiTests(provider)
{
    private string report = "";

    [OneTimeSetUp]
    public async Task PlayAsync()
    {
        await App.WithAsync(async services =>
        {
            await DemoPeople.CreateAsync(services, default);
            await DemoExperts.CreateAsync(services, default);
            return true;
        });
        var sample = PlayWorld.Reader().Read(Path.GetFullPath(Path.Combine(TestContext.CurrentContext.TestDirectory, "../../../../../samples/senegal-migration-statistics.json")));
        var configuration = App.Services.GetRequiredService<IConfiguration>();
        await using var world = await PlayWorld.OnAsync(options => Database.Choose(options, configuration), sample.File.Start.UtcDateTime, default);
        var played = await world.Player.PlayAsync(sample, null, null, default);
        report = $"/api/v1/requests/{played.Reference}/report";
    }

    [TestCase("fr", "Rapport")]
    [TestCase("en", "Report")]
    public async Task The_report_is_a_PDF_in_the_language_asked_for(string language, string word)
    {
        var (bytes, response) = await ReadAsync("officer", $"?format=pdf&lang={language}");
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
        using var pdf = PdfDocument.Open(bytes);
        var text = string.Join(' ', pdf.GetPages().Select(page => page.Text));
        Assert.That(text, Does.Contain("TA-2031-SN-").And.Contain(word).IgnoreCase.And.Match("[éèà]"));
    }

    [Test]
    public async Task The_report_is_a_Word_file_and_a_page_too()
    {
        var (docx, _) = await ReadAsync("officer", "?format=docx&lang=fr");
        using var zip = new ZipArchive(new MemoryStream(docx));
        Assert.That(zip.Entries.Select(entry => entry.FullName), Has.Member("word/document.xml"));

        var (html, response) = await ReadAsync("officer", "?format=html&lang=fr");
        Assert.That(System.Text.Encoding.UTF8.GetString(html), Does.Contain("lang=\"fr\""));
        Assert.That(response.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
    }

    [Test]
    public async Task Without_a_format_it_is_a_PDF_and_another_is_refused()
    {
        Assert.That((await ReadAsync("focal.sn", "")).Response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
        var reply = await (await CallAsAsync(Role.Coordinator)).GetAsync(report + "?format=odt&lang=de");
        Assert.That(reply.Errors, Is.EqualTo(new Dictionary<string, string> { ["format"] = "not-one-of", ["lang"] = "not-one-of" }));
    }

    [Test]
    public async Task A_stranger_finds_no_report()
    {
        var reply = await (await CallAsAsync(Role.FocalPoint, "NE")).GetAsync(report);
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.NotFound, "not-found")));
    }

    private async Task<(byte[] Bytes, HttpResponseMessage Response)> ReadAsync(string user, string query)
    {
        var actor = await App.WithAsync(services => services.GetRequiredService<FindActor>().ByEmailAsync(user + "@demo.techassist.test", default));
        var created = await App.WithAsync(services => services.GetRequiredService<CreateApiToken>().ExecuteAsync(new CreateApiTokenInput { Name = "test" }, actor!, default));
        using var request = new HttpRequestMessage(HttpMethod.Get, report + query);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", created.Token);
        var response = await App.CreateClient().SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), () => System.Text.Encoding.UTF8.GetString(bytes));
        return (bytes, response);
    }
}
