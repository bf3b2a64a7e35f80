using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NUnit.Framework;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Browser;

/// <summary>Notes of a mission written on a telephone whose line drops.</summary>
public sealed class FieldNotesTests : BrowserTests
{
    [Test]
    public async Task Notes_written_without_a_line_arrive_once_each()
    {
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Act == "commentOnReport");
        await walked.WaitForNextAsync();
        var address = $"/requests/{walked.Reference}/missions/1/notes";
        var desk = await SignInAsync("expert1@demo.techassist.test", 390);
        var phone = desk.Page;
        await phone.GotoAsync(address);
        Assert.That((await desk.BarriersAsync(), await desk.IsTooWideAsync()), Is.EqualTo((Array.Empty<string>(), false)));
        await phone.Context.SetOfflineAsync(true);
        foreach (var text in new[] { "Écrit sans réseau, le matin.", "Écrit sans réseau, le soir." })
        {
            await phone.Locator("[name='Input.Done']").FillAsync(text);
            await phone.Locator("form[data-note] button[type=submit]").ClickAsync();
            await Assertions.Expect(phone.Locator("#waiting")).ToContainTextAsync(text);
        }

        // The page is closed without a line, and opened again where one comes and goes: an answer that is lost on the way back is the hard case.
        await phone.GotoAsync("about:blank");
        await phone.Context.SetOfflineAsync(false);
        var lost = 0;
        await phone.RouteAsync("**/notes", async route =>
        {
            if (route.Request.Method == "POST" && Interlocked.Increment(ref lost) == 1)
            {
                await route.FetchAsync();
                await route.AbortAsync();
                return;
            }

            await route.ContinueAsync();
        });
        await phone.GotoAsync(address);
        await Assertions.Expect(phone.Locator(".notes-said")).Not.ToBeEmptyAsync();
        await phone.EvaluateAsync("window.dispatchEvent(new Event('online'))");
        await Assertions.Expect(phone.Locator("#waiting")).ToBeHiddenAsync();
        await Assertions.Expect(phone.Locator("#notes .line")).ToHaveCountAsync(2);
        var written = await App.ReadAsync(db => db.MissionNotes.Where(note => note.Mission.RequestId == walked.RequestId).OrderBy(note => note.CreatedAt).Select(note => note.Done).ToListAsync());
        Assert.That(written, Is.EqualTo(new[] { "Écrit sans réseau, le matin.", "Écrit sans réseau, le soir." }));
        Assert.That(lost, Is.GreaterThan(2), "the first note was sent again");
    }
}
