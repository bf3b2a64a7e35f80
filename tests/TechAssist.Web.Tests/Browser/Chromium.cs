using Microsoft.Playwright;
using NUnit.Framework;

namespace TechAssist.Web.Tests.Browser;

/// <summary>Debian's Chromium, driven by Playwright; nothing is downloaded. Where it is not installed the tests that need it are
/// skipped; with <c>CI</c> set they fail.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>The one without a window draws the same pages in two thirds of the time.</summary>
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private readonly IPlaywright playwright;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    public static async Task<Chromium> StartAsync()
    {
        var program = Array.Find(Programs, File.Exists);
        if (program is null)
        {
            const string Missing = "Chromium is not installed (neither chromium-headless-shell nor chromium was found in /usr/bin).";
            if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            {
                Assert.Fail(Missing);
            }

            Assert.Ignore(Missing);
        }

        // Pages that refresh themselves do so every five seconds.
        Assertions.SetDefaultExpectTimeout(30_000);
        var playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            Headless = true,
            Timeout = 120_000,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync",
            ],
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}
