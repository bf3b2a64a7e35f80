using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Api;

/// <summary>The API is a promise: docs/openapi.v1.json is what was promised. When it is changed on purpose, run
/// <c>OPENAPI_REFRESH=1 dotnet test tests/TechAssist.Web.Tests --filter DescriptionTests</c> and commit the file.</summary>
[TestFixture]
public sealed class DescriptionTests
{
    private static readonly string Frozen = Path.GetFullPath(Path.Combine(TestContext.CurrentContext.TestDirectory, "../../../../../docs/openapi.v1.json"));

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private PortalApp app = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => app = await PortalApp.StartAsync(Provider.Sqlite);

    [OneTimeTearDown]
    public async Task EndAsync() => await app.DisposeAsync();

    [Test]
    public async Task The_description_is_the_frozen_one()
    {
        var now = JsonNode.Parse(await app.CreateClient().GetStringAsync("/openapi/v1.json"))!.ToJsonString(Readable) + "\n";
        if (Environment.GetEnvironmentVariable("OPENAPI_REFRESH") is { Length: > 0 })
        {
            await File.WriteAllTextAsync(Frozen, now);
        }

        var difference = (await File.ReadAllLinesAsync(Frozen)).Zip(now.Split('\n')).Select((lines, number) => (number, lines.First, lines.Second))
            .FirstOrDefault(line => line.First != line.Second);
        Assert.That(difference, Is.EqualTo(default((int, string, string))), "The API differs from docs/openapi.v1.json.");
        Assert.That(now, Has.Length.EqualTo((await File.ReadAllTextAsync(Frozen)).Length));
    }

    [Test]
    public async Task Every_operation_says_who_may_what_it_does_and_how_it_refuses()
    {
        var document = JsonNode.Parse(await app.CreateClient().GetStringAsync("/openapi/v1.json"))!;
        Assert.That(document["security"]![0]!["bearer"], Is.Not.Null);
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                var name = $"{method} {path}";
                Assert.That(operation!["summary"]?.GetValue<string>(), Is.Not.Null.And.Not.Empty, name);
                Assert.That(operation["responses"]!.AsObject().Select(response => response.Key), Is.SupersetOf(new[] { "400", "401", "429" }), name);
                Assert.That(operation["responses"]!["401"]!["content"]!.AsObject().ContainsKey("application/problem+json"), Is.True, name);
                foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                {
                    Assert.That(parameter!["schema"], Is.Not.Null, name);
                }
            }
        }
    }

    [TestCase("en")]
    [TestCase("fr")]
    public async Task The_readable_page_holds_every_operation_and_no_script(string language)
    {
        var visitor = app.Visit(language);
        var opened = await visitor.GetAsync("/api");
        Assert.That(opened.LeadsTo, Is.EqualTo("/api/docs"));
        var answer = await visitor.FollowAsync(opened);
        Assert.That((answer.Status, answer.Heading), Is.EqualTo((HttpStatusCode.OK, "TechAssist API")));
        Assert.That(answer.Page.QuerySelectorAll("section.api-operation"), Has.Length.EqualTo(10));
        Assert.That(answer.Page.QuerySelectorAll("script:not([src]), style, [style]"), Is.Empty);
        var ids = answer.Page.QuerySelectorAll("[id]").Select(element => "#" + element.Id).ToList();
        Assert.That(ids, Is.Unique);
        Assert.That(answer.Page.QuerySelectorAll("main a[href^='#']").Select(link => link.GetAttribute("href")), Is.Not.Empty.And.All.AnyOf([.. ids]));
    }
}
