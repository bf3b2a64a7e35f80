using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure.Demo;
using TechAssist.Web.Tests.Cases;
using TechAssist.Web.Tests.Security;

namespace TechAssist.Web.Tests.Browser;

/// <summary>Every kind of page there is, in both languages, on a desk and on a telephone: no barrier, nothing to scroll sideways,
/// nothing the browser complains about. A new page is looked at the moment it is mapped.</summary>
public sealed class EveryPageForEverybodyTests : BrowserTests
{
    private static readonly string[] People = ["officer", "requester.sn", "expert1", "admin", "coordinator", "counterpart.sn"];

    private readonly List<(string Person, string Address)> pages = [];

    /// <summary>Finds, for every page, somebody who may open it and an address at which it opens.</summary>
    [OneTimeSetUp]
    public async Task FindPagesAsync()
    {
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Task == "closing");
        await walked.WaitForNextAsync();
        var requester = await WalkedCase.ActorAsync(App, walked.By);
        var draft = await App.WithAsync(services => services.GetRequiredService<SaveDraft>().StartAsync(walked.Request, requester, default));
        var names = await CaseNames.OfAsync(App, walked, draft.Id);
        var doors = (await Door.AllAsync(App)).Where(door => door.Takes("GET") && door.IsPage).ToList();
        foreach (var person in People)
        {
            var visitor = App.Visit();
            await visitor.FillAsync("/account/sign-in", ("Input.Email", person + "@demo.techassist.test"), ("Input.Password", DemoPeople.Password));
            foreach (var door in doors.ToList())
            {
                var isRepeated = door.Pattern is "/requests/draft/{id:guid}/{key}";
                foreach (var address in names.AddressesOf(door))
                {
                    using var answer = await visitor.Client.GetAsync(address);
                    if (answer.StatusCode == HttpStatusCode.OK && answer.Content.Headers.ContentType?.MediaType == "text/html")
                    {
                        pages.Add((person, address));
                        doors.Remove(door);
                        if (!isRepeated)
                        {
                            break;
                        }
                    }
                }
            }
        }

        pages.AddRange(await OpenTasksAsync(walked));
        pages.AddRange([("nobody", "/"), ("nobody", "/account/sign-in"), ("nobody", "/account/forgot"), ("nobody", "/api/docs"), ("counterpart.sn", "/requests/nothing")]);
    }

    // The thread is walked with the same eyes in French on a desk and in English on a telephone (ThreadTests). What axe looks at
    // hardly differs by width, and takes most of the time: it looks at each page once.
    [TestCase("fr", 390)]
    [TestCase("en", 1280)]
    public async Task Nothing_stands_in_anybodys_way(string language, int width)
    {
        List<string> wrong = [];
        foreach (var of in pages.GroupBy(page => page.Person))
        {
            var desk = await OpenAsync(language, width);
            if (of.Key != "nobody")
            {
                await desk.SignInAsync(of.Key + "@demo.techassist.test");
            }

            await SpeakAsync(desk, language);
            foreach (var (_, address) in of)
            {
                await desk.Page.GotoAsync(address);
                await desk.SettleAsync();
                wrong.AddRange(width < 600 ? await desk.BarriersAsync() : []);
                if (await desk.IsTooWideAsync())
                {
                    wrong.Add($"{address}: is wider than the screen");
                }

                // A document is in the language it was asked for in.
                if (!address.Contains("lang=", StringComparison.Ordinal) && await desk.Page.Locator("html").GetAttributeAsync("lang") != language)
                {
                    wrong.Add($"{address}: does not say that it is in {language}");
                }
            }

            wrong.AddRange(desk.Complaints);
            await desk.Page.Context.CloseAsync();
        }

        Assert.That(pages, Has.Count.GreaterThan(10));
        Assert.That(wrong.Distinct(), Is.Empty);
    }

    private static async Task SpeakAsync(Desk desk, string language)
    {
        await desk.GoAsync("/");
        if (await desk.Page.Locator("html").GetAttributeAsync("lang") != language)
        {
            await desk.PressAsync(desk.Page.Locator($"form.language-switch button[value='{language}']").First);
        }
    }

    /// <summary>One open task of every person of the case, whatever its form is.</summary>
    private static async Task<IEnumerable<(string, string)>> OpenTasksAsync(WalkedCase walked)
    {
        var (taskId, _) = await walked.TaskAsync();
        return [("officer", $"/tasks/{taskId}")];
    }
}
