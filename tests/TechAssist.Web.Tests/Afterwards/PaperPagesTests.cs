using System.Net;
using NUnit.Framework;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure.Demo;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Afterwards;

/// <summary>Letters and minutes on the documents page of a case, for each of its readers.</summary>
public sealed class PaperPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task Each_reader_finds_their_letters_and_minutes_in_every_form_and_language()
    {
        var walked = await WalkedCase.SubmitAsync(App, "togo-benin-regional");
        await walked.WalkToEndAsync();

        var officer = await SignInAsync("officer");
        var papers = await PapersAsync(officer, walked.Reference);
        Assert.That(Kinds(papers), Is.EquivalentTo(new[]
        {
            "acceptance-letter", "acceptance-letter", "transmission-letter", "transmission-letter",
            "silence-minutes/Comité", "silence-minutes/Partie demanderesse", "silence-minutes/Partie demanderesse",
        }));
        foreach (var link in papers.SelectMany(paper => paper.Links))
        {
            var answer = await officer.Client.GetAsync(link);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), link);
            if (link.Contains(".html", StringComparison.Ordinal))
            {
                Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("[Document.").And.Contain(link.EndsWith("fr", StringComparison.Ordinal) ? "<html lang=\"fr\">" : "<html lang=\"en\">"), link);
            }
        }

        Assert.That(Kinds(await PapersAsync(await SignInAsync("committee"), walked.Reference)).Distinct(), Is.EqualTo(new[] { "silence-minutes/Comité" }));
        var requester = Kinds(await PapersAsync(await SignInAsync("requester.tg"), walked.Reference)).Distinct();
        Assert.That(requester, Does.Contain("transmission-letter").And.Not.Contain("acceptance-letter").And.Not.Contain("silence-minutes/Comité"));
        var all = papers.Where(paper => paper.Kind == "acceptance-letter").ToList();
        var expert = await SignInAsync("expert2");
        var own = (await PapersAsync(expert, walked.Reference)).Where(paper => paper.Kind == "acceptance-letter").ToList();
        Assert.That(own, Has.Count.EqualTo(1));
        var foreign = all.First(paper => own.TrueForAll(mine => mine.Name != paper.Name));
        Assert.That((await expert.GetAsync(foreign.Links[0])).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static IEnumerable<string> Kinds(IEnumerable<ShownPaper> papers) => papers.Select(paper => paper.Kind + paper.Tag);

    private static async Task<List<ShownPaper>> PapersAsync(Visitor visitor, string reference)
    {
        var page = (await visitor.GetAsync($"/requests/{reference}/documents")).Page;
        return
        [
            .. page.QuerySelectorAll("#documents ~ ul > li").Where(line => line.QuerySelector(".papers") is not null).Select(line => new ShownPaper(
                line.QuerySelector(".line-title")!.TextContent,
                Kind(line.QuerySelector(".line-facts span")!.TextContent),
                line.QuerySelector(".tag")?.TextContent is { } tag and not "Interne" ? "/" + tag : "",
                [.. line.QuerySelectorAll(".papers a").Select(link => link.GetAttribute("href")!)])),
        ];
    }

    private static string Kind(string words) =>
        words.Contains("accept", StringComparison.Ordinal) ? "acceptance-letter" : words.Contains("final", StringComparison.Ordinal) ? "transmission-letter" : "silence-minutes";

    private async Task<Visitor> SignInAsync(string name)
    {
        var visitor = App.Visit("fr");
        var answer = await visitor.FillAsync("/account/sign-in", ("Input.Email", name + "@demo.techassist.test"), ("Input.Password", DemoPeople.Password));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), name);
        return visitor;
    }

    private sealed record ShownPaper(string Name, string Kind, string Tag, IReadOnlyList<string> Links);
}
