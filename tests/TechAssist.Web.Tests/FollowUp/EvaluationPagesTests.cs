using System.Net;
using System.Text;
using NUnit.Framework;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure.Demo;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.FollowUp;

/// <summary>What people say of a mission afterwards: its participants without an account, the officer of the expert, and what the
/// expert reads of that.</summary>
public sealed class EvaluationPagesTests(Provider provider) : PortalTests(provider)
{
    private static readonly string[] Marks = ["Relevance", "Clarity", "Usefulness", "Experts", "Organisation"];

    [Test]
    public async Task Participants_answer_without_an_account_and_the_team_reads_it_while_they_do()
    {
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Task == "underWay");
        await walked.WaitForNextAsync();
        var page = $"/requests/{walked.Reference}/missions/1/survey";
        var (expert, counterpart) = (await SignInAsync("expert1"), await SignInAsync("counterpart.sn"));
        Assert.That((await expert.GetAsync($"/requests/{walked.Reference}/missions/1")).Page.QuerySelector($"main a[href='{page}']"), Is.Not.Null);
        Assert.That((await expert.FillAsync(page, ("Input.ExpectedCount", "12"))).LeadsTo, Is.EqualTo(page));
        var opened = await expert.GetAsync(page);
        var link = new Uri(opened.Page.QuerySelector(".short-link a")!.TextContent).AbsolutePath;
        Assert.That(opened.Page.QuerySelector("img.qr")!.GetAttribute("src"), Does.StartWith("data:image/svg+xml"));

        var visitor = App.Visit("fr");
        var asked = await visitor.GetAsync(link);
        Assert.That(asked.Page.QuerySelector("html")!.GetAttribute("lang"), Does.StartWith("fr"));
        var half = await visitor.SubmitAsync(asked, "main form", ("Input.Relevance", "4"), ("Input.WillApply", "Le calcul des soldes"));
        Assert.That(half.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(half.Errors, Has.Count.EqualTo(4));
        Assert.That(half.Page.QuerySelector("textarea[name='Input.WillApply']")!.TextContent.Trim(), Is.EqualTo("Le calcul des soldes"));
        var sent = await visitor.SubmitAsync(half, "main form", Answer("4", ("Input.WillApply", "Le calcul des soldes")));
        Assert.That(sent.LeadsTo, Is.EqualTo(link));
        Assert.That((await visitor.SubmitAsync(half, "main form", Answer("1"))).LeadsTo, Is.EqualTo(link), "the same form counts once");
        Assert.That((await visitor.GetAsync(link)).Page.QuerySelector("main form"), Is.Null, "thanked, and not asked again on this device");
        Assert.That((await visitor.FillAsync(link + "?another=true", "main form", Answer("5"))).Status, Is.EqualTo(HttpStatusCode.Found));

        Assert.That(Text(await counterpart.GetAsync(page)), Does.Contain("2 réponses").And.Not.Contain("soldes"), "below three nothing is shown");
        Assert.That((await App.Visit("en").FillAsync(link, "main form", Answer("5", ("Input.Comment", "Ask Mr Untel")))).LeadsTo, Is.EqualTo(link));
        var shown = await counterpart.GetAsync(page);
        Assert.That(Text(shown), Does.Contain("3 réponses").And.Contain("soldes").And.Contain("4,7 sur 5").And.Contain("Untel"));
        Assert.That(shown.Page.QuerySelectorAll("meter"), Has.Length.EqualTo(25));

        var officer = await SignInAsync("officer");
        var named = (await officer.GetAsync(page)).Page.QuerySelectorAll(".line-acts a").Select(a => a.GetAttribute("href")!.Split('#')[0]).ToList();
        foreach (var hide in named.Take(1))
        {
            var without = await officer.FillAsync(hide, "#hide form");
            Assert.That((without.Status, without.Errors.Count), Is.EqualTo((HttpStatusCode.BadRequest, 1)));
            Assert.That((await officer.SubmitAsync(without, "#hide form", ("Input.Reason", "Nomme quelqu’un"))).LeadsTo, Is.EqualTo(page));
        }

        Assert.That(Text(await counterpart.GetAsync(page)), Does.Contain("1 personne sont masqués"));
        var sheet = await expert.Client.GetByteArrayAsync(page + "?handler=Sheet");
        Assert.That(Encoding.Latin1.GetString(sheet, 0, 5), Is.EqualTo("%PDF-"));
        var table = await counterpart.Client.GetStringAsync(page + "?handler=Table");
        Assert.That(table.Split('\n'), Has.Length.EqualTo(5));

        var late = await App.Visit("en").GetAsync(link);
        Assert.That((await expert.SubmitAsync(await expert.GetAsync(page), $"form[action='{page}?handler=Close']")).LeadsTo, Is.EqualTo(page));
        var refused = await App.Visit("en").GetAsync(link);
        Assert.That((refused.Status, refused.Page.QuerySelector("main form")), Is.EqualTo((HttpStatusCode.OK, (object?)null)));
        Assert.That(Text(refused), Does.Contain("This evaluation is closed"));
        Assert.That(late.Page.QuerySelector("main form"), Is.Not.Null);
        Assert.That((await App.Visit("en").GetAsync("/e/ABCDEFGH")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await (await SignInAsync("committee")).GetAsync(page)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Each_expert_is_appraised_reads_it_and_answers_and_all_stands_side_by_side()
    {
        var walked = await WalkedCase.SubmitAsync(App, "togo-benin-regional");
        await walked.WalkUntilAsync(act => act.Task == "appraisal");
        await walked.WaitForNextAsync();
        var (taskId, _) = await walked.TaskAsync();
        var officer = await SignInAsync("officer");
        var task = await officer.GetAsync($"/tasks/{taskId}");
        var names = task.Page.QuerySelectorAll("#task-form fieldset.row-box > legend").Select(legend => legend.TextContent).ToList();
        Assert.That(names, Has.Count.EqualTo(2), "one frame for each expert");

        (string, string)[] marks = [.. Enumerable.Range(0, 5).SelectMany(at => new[] { ($"Input.appraisals[0].answers[{at}].score", "5"), ($"Input.appraisals[1].answers[{at}].score", "2") })];
        (string, string)[] rest = [("Input.appraisals[0].suitability", "DeployNow"), ("Input.appraisals[1].suitability", "NotYet"), ("Input.appraisals[1].comment", "Rapport remis trop tard."), ("outcome", "submit")];
        var half = await officer.SubmitAsync(task, "#task-form", [.. marks.Skip(1), .. rest]);
        Assert.That(half.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(half.Page.QuerySelectorAll(".field-error"), Has.Length.EqualTo(1), string.Join("; ", half.Errors));
        var done = await officer.SubmitAsync(half, "#task-form", [.. marks, .. rest]);
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", done.Errors));
        walked.Passed();

        var page = $"/requests/{walked.Reference}/evaluations";
        var side = await officer.GetAsync(page);
        Assert.That(side.Page.QuerySelectorAll("section[aria-labelledby='kind-Appraisal'] thead th"), Has.Length.EqualTo(3));
        Assert.That(Text(side), Does.Contain("Rapport remis trop tard.").And.Contain("Pas encore"));

        var readers = new List<(string Name, string Text)>();
        foreach (var name in (string[])["expert2", "expert6"])
        {
            readers.Add((name, Text(await (await SignInAsync(name)).GetAsync("/appraisals"))));
        }

        var (judged, _) = readers.Single(reader => reader.Text.Contains("Rapport remis trop tard.", StringComparison.Ordinal));
        var expert = await SignInAsync(judged);
        var own = await expert.GetAsync("/appraisals");
        Assert.That(Text(own), Does.Not.Contain("Pas encore"), "the suitability is the secretariat's own");
        var answered = await expert.FillAsync(own.Page.QuerySelector("main section p > a")!.GetAttribute("href")!.Split('#')[0], ("Input.Remark", "Les données sont arrivées tard."));
        Assert.That(answered.LeadsTo, Is.EqualTo("/appraisals"));
        Assert.That(Text(await officer.GetAsync(page)), Does.Contain("Les données sont arrivées tard."));
        Assert.That(Text(await (await SignInAsync(readers.Single(reader => reader.Name != judged).Name)).GetAsync(page)), Does.Not.Contain("trop tard"));
    }

    private static (string, string)[] Answer(string mark, params (string, string)[] more) => [.. Marks.Select(name => ("Input." + name, mark)), .. more];

    private static string Text(Answer answer) => answer.Page.QuerySelector("main")!.TextContent;

    private async Task<Visitor> SignInAsync(string name)
    {
        var visitor = App.Visit("fr");
        var answer = await visitor.FillAsync("/account/sign-in", ("Input.Email", name + "@demo.techassist.test"), ("Input.Password", DemoPeople.Password));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found));
        return visitor;
    }
}
