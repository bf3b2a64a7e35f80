using NUnit.Framework;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure.Demo;

namespace TechAssist.Web.Tests.Browser;

/// <summary>The real program on a port of this machine, and a browser. SQLite only: what is tested here is what people see.</summary>
[Category("Browser")]
public abstract class BrowserTests
{
    private readonly List<Desk> desks = [];
    private Chromium chromium = null!;

    protected PortalApp App { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        chromium = await Chromium.StartAsync();
        App = await PortalApp.ListenAsync(Provider.Sqlite, new Dictionary<string, string?> { ["RateLimits:ApiPerMinute"] = "1000000" });
    }

    [OneTimeTearDown]
    public async Task EndAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        if (App is not null)
        {
            await App.DisposeAsync();
        }
    }

    private protected async Task<Desk> OpenAsync(string language, int width, bool javaScript = true)
    {
        var desk = await Desk.OpenAsync(chromium.Browser, App.Address, language, width, javaScript);
        desks.Add(desk);
        return desk;
    }

    /// <param name="email">A demo person's.</param>
    /// <param name="width">Of the window, in pixels.</param>
    /// <param name="javaScript">Whether scripts run.</param>
    /// <param name="language">What the portal is switched to; null leaves the person's own.</param>
    private protected async Task<Desk> SignInAsync(string email, int width, bool javaScript = true, string? language = null)
    {
        var desk = await OpenAsync(language ?? DemoPeople.All.Single(person => person.Email == email).Language, width, javaScript);
        await desk.SignInAsync(email);
        if (language is not null)
        {
            await desk.SpeakAsync(language);
        }

        return desk;
    }

    /// <summary>What the browsers of this fixture complained about.</summary>
    private protected IEnumerable<string> Complaints => desks.SelectMany(desk => desk.Complaints);
}
