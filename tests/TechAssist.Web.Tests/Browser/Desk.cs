using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using NUnit.Framework;
using TechAssist.Web.Infrastructure.Demo;

namespace TechAssist.Web.Tests.Browser;

/// <summary>One person at a browser of a given width. What the browser complains about (errors of scripts, refused by the content
/// policy, files that are missing, answers of 500) is kept.</summary>
internal sealed class Desk(IPage page, List<string> complaints, bool javaScript)
{
    /// <summary>WCAG 2.2, levels A and AA. In the page itself: the binding of axe for Playwright gathers the findings in a second page,
    /// into which it loads all of axe once more, for the sake of frames that no page here has.</summary>
    private const string FindBarriers = """
        async () => (await axe.run(document, {
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
            resultTypes: ['violations'],
        })).violations.flatMap(violation => violation.nodes.map(node => `${violation.id} at ${node.target}: ${violation.help}`))
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private const float Patience = 60_000;

    public IPage Page => page;

    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>The path and query of what is shown.</summary>
    public string Address => new Uri(page.Url).PathAndQuery;

    public static async Task<Desk> OpenAsync(IBrowser browser, Uri portal, string language, int width, bool javaScript = true)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = portal.ToString(),
            Locale = language == "fr" ? "fr-FR" : "en-GB",
            TimezoneId = "Europe/Brussels",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = javaScript,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        List<string> complaints = [];
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            // A refused form answers 400 and the browser notes it; tests that expect a refusal say so themselves.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 500 || (response.Status >= 400 && !response.Request.IsNavigationRequest))
            {
                complaints.Add($"{page.Url}: {response.Request.Method} {response.Url} → {response.Status}");
            }
        };
        return new Desk(page, complaints, javaScript);
    }

    public async Task SignInAsync(string email)
    {
        await GoAsync("/account/sign-in");
        await page.FillAsync("[name='Input.Email']", email);
        await page.FillAsync("[name='Input.Password']", DemoPeople.Password);
        await PressAsync(page.Locator("main form button[type=submit]"));
        Assert.That(Address, Is.EqualTo("/"), $"{email} is not signed in");
    }

    /// <summary>Switches the portal to the language, unless it speaks it.</summary>
    public async Task SpeakAsync(string language)
    {
        if (await page.Locator("html").GetAttributeAsync("lang") != language)
        {
            await PressAsync(page.Locator($".language-switch button[value={language}]"));
        }

        Assert.That(await page.Locator("html").GetAttributeAsync("lang"), Is.EqualTo(language));
    }

    public async Task GoAsync(string address)
    {
        var answer = await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        Assert.That(answer!.Status, Is.EqualTo(200), address);
    }

    /// <summary>Clicks what leads to another page or posts a form, and waits for the page that comes.</summary>
    /// <returns>Its status.</returns>
    public async Task<int> PressAsync(ILocator button)
    {
        Assert.That(await button.CountAsync(), Is.Positive, $"{Address}: \"{await page.TitleAsync()}\" has no {button}");
        var loaded = new TaskCompletionSource();
        var status = 0;
        void Loaded(object? sender, IPage of) => loaded.TrySetResult();
        void Answered(object? sender, IResponse response)
        {
            if (response.Request.IsNavigationRequest && response.Frame == page.MainFrame)
            {
                status = response.Status;
            }
        }

        page.DOMContentLoaded += Loaded;
        page.Response += Answered;
        try
        {
            await button.ClickAsync();
            await loaded.Task.WaitAsync(TimeSpan.FromMilliseconds(Patience));
            return status;
        }
        finally
        {
            page.DOMContentLoaded -= Loaded;
            page.Response -= Answered;
        }
    }

    /// <summary>Waits for the parts of the page that are fetched after it.</summary>
    public Task SettleAsync() => Assertions.Expect(page.Locator(".htmx-request")).ToHaveCountAsync(0, new() { Timeout = Patience });

    /// <summary>What a person with a disability would stumble over, one line for each place; empty when the page is good.
    /// Axe is itself a script: where none run it would never answer, and finds nothing.</summary>
    public async Task<IReadOnlyList<string>> BarriersAsync()
    {
        if (!javaScript)
        {
            return [];
        }

        await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<string[]>(FindBarriers).WaitAsync(TimeSpan.FromMilliseconds(Patience));
        return [.. found.Select(barrier => $"{Address}: {barrier}")];
    }

    /// <summary>Whether the page must be scrolled sideways.</summary>
    public Task<bool> IsTooWideAsync() => page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");
}
