using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NUnit.Framework;
using TechAssist.Core.EndOfMission;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Browser;

/// <summary>A report that is written in two browsers at once, one of them on a line that breaks.</summary>
public sealed class BrokenLineTests : BrowserTests
{
    private const string Purpose = "Input.Purpose";
    private const string Lessons = "Input.Lessons";
    private const string Approach = "Input.Approach";

    [Test]
    public async Task Two_people_write_over_a_broken_line_and_no_word_is_lost()
    {
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Act == "commentOnReport");
        await walked.WaitForNextAsync();
        // The report comes back to its authors.
        var edit = $"/requests/{walked.Reference}/missions/1/report/edit";
        await App.ReadAsync(db => db.Reports.Where(report => report.RequestId == walked.RequestId)
            .ExecuteUpdateAsync(set => set.SetProperty(report => report.Status, ReportStatus.Returned)));
        var hotel = await SignInAsync("expert1@demo.techassist.test", 390);
        var office = await SignInAsync("expert1@demo.techassist.test", 1280);
        await hotel.Page.GotoAsync(edit);
        await office.Page.GotoAsync(edit);
        var began = await hotel.Page.Locator($"[name='{Purpose}']").InputValueAsync();

        await hotel.Page.Context.SetOfflineAsync(true);
        await hotel.Page.Locator($"[name='{Lessons}']").FillAsync("Écrit à l’hôtel, sans réseau.");
        await hotel.Page.Locator($"[name='{Purpose}']").FillAsync(began + " Une phrase de l’hôtel.");
        await hotel.Page.Locator($"[name='{Approach}']").FillAsync("L’approche vue de l’hôtel");
        await Assertions.Expect(hotel.Page.Locator(".save-offline")).ToBeVisibleAsync();

        await office.Page.Locator($"[name='{Purpose}']").FillAsync("Une phrase du bureau. " + began);
        await office.Page.Locator($"[name='{Approach}']").FillAsync("L’approche vue du bureau");
        await Until("L’approche vue du bureau", content => content.Approach);

        await hotel.Page.Context.SetOfflineAsync(false);
        await Until("Écrit à l’hôtel, sans réseau.", content => content.Lessons);
        await Assertions.Expect(hotel.Page.Locator($"[name='{Approach}']")).ToHaveValueAsync("L’approche vue du bureau");
        await Assertions.Expect(hotel.Page.Locator("#conflicts .versus")).ToContainTextAsync("L’approche vue de l’hôtel");
        var purpose = await hotel.Page.Locator($"[name='{Purpose}']").InputValueAsync();
        Assert.That(purpose, Does.Contain("Une phrase du bureau.").And.Contain("Une phrase de l’hôtel."));

        await hotel.Page.Locator("#conflicts button[name='Take']").ClickAsync();
        await Assertions.Expect(hotel.Page.Locator($"[name='{Approach}']")).ToHaveValueAsync("L’approche vue de l’hôtel");
        await Assertions.Expect(hotel.Page.Locator("#conflicts")).ToHaveCountAsync(0);

        // The page is closed while there is no line: what was typed is sent when it is opened again.
        await hotel.Page.Context.SetOfflineAsync(true);
        await hotel.Page.Locator($"[name='{Lessons}']").FillAsync("Écrit juste avant de fermer.");
        await Assertions.Expect(hotel.Page.Locator(".save-offline")).ToBeVisibleAsync();
        await hotel.Page.GotoAsync("about:blank");
        await hotel.Page.Context.SetOfflineAsync(false);
        await hotel.Page.GotoAsync(edit);
        await Until("Écrit juste avant de fermer.", content => content.Lessons);
        await Assertions.Expect(hotel.Page.Locator($"[name='{Lessons}']")).ToHaveValueAsync("Écrit juste avant de fermer.");

        async Task Until(string text, Func<ReportContent, string?> field)
        {
            for (var attempt = 0; attempt < 200; attempt++)
            {
                var content = await App.ReadAsync(db => db.Reports.AsNoTracking().Where(report => report.RequestId == walked.RequestId).Select(report => report.Content).SingleAsync());
                if (field(content) == text)
                {
                    return;
                }

                await office.Page.WaitForTimeoutAsync(150);
            }

            Assert.Fail($"never saved: {text}; {await office.Page.Locator(".save").InnerTextAsync()}");
        }
    }
}
