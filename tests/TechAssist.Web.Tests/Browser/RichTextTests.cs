using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NUnit.Framework;
using TechAssist.Core.EndOfMission;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Browser;

/// <summary>The bar above a long text, and what a word processor puts on the clipboard.</summary>
public sealed class RichTextTests : BrowserTests
{
    private const string Word = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0; mso-style-parent:""}</style></head><body>
        <p class=MsoNormal style='mso-margin-top-alt:auto'><b style='mso-bidi-font-weight:normal'>Constat&nbsp;:</b> la saisie est <i>lente</i>,
        voir <a href="https://example.org/note">la note</a> et <a href="javascript:alert(1)">ceci</a>.<o:p></o:p></p>
        <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>Premier poste</p>
        <p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Second poste</p>
        <table class=MsoTableGrid><tr><td><p class=MsoNormal><b>Poste</b></p></td><td><p>Agents</p></td></tr><tr><td>Nord</td><td>12</td></tr></table>
        <script>alert(1)</script></body></html>
        """;

    [Test]
    public async Task A_text_is_formatted_by_keyboard_pasted_cleanly_and_shown_as_it_prints()
    {
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Act == "commentOnReport");
        await walked.WaitForNextAsync();
        await App.ReadAsync(db => db.Reports.Where(report => report.RequestId == walked.RequestId)
            .ExecuteUpdateAsync(set => set.SetProperty(report => report.Status, ReportStatus.Returned)));
        var desk = await SignInAsync("expert1@demo.techassist.test", 390);
        await desk.GoAsync($"/requests/{walked.Reference}/missions/1/report/edit");
        var area = desk.Page.Locator("[name='Input.Lessons']");

        // Through the bar, by keyboard alone; the browser's undo knows of it.
        await area.FillAsync("Une leçon");
        await area.SelectTextAsync();
        await area.PressAsync("Control+b");
        await Assertions.Expect(area).ToHaveValueAsync("**Une leçon**");
        await area.PressAsync("Control+z");
        await Assertions.Expect(area).ToHaveValueAsync("Une leçon");
        await area.PressAsync("End");
        await area.PressAsync("Shift+Tab");
        await desk.Page.Keyboard.PressAsync("ArrowRight");
        await desk.Page.Keyboard.PressAsync("ArrowRight");
        await desk.Page.Keyboard.PressAsync("ArrowRight");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(area).ToHaveValueAsync("- Une leçon");

        await area.FillAsync("");
        await area.EvaluateAsync("(area, html) => { const data = new DataTransfer(); data.setData('text/html', html); data.setData('text/plain', 'x'); area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }", Word);
        await Assertions.Expect(area).ToHaveValueAsync(
            "**Constat\u00A0:** la saisie est *lente*, voir [la note](https://example.org/note) et ceci.\n\n- Premier poste\n- Second poste\n\n| **Poste** | Agents |\n| --- | --- |\n| Nord | 12 |");

        await desk.Page.Locator(".rich-bar[aria-controls=lessons] [data-act=preview]").ClickAsync();
        var preview = desk.Page.Locator("#lessons-preview");
        await Assertions.Expect(preview.Locator("td").First).ToHaveTextAsync("Nord");
        await Assertions.Expect(preview.Locator("strong").First).ToHaveTextAsync("Constat\u00A0:");
        await Assertions.Expect(preview.Locator("li")).ToHaveCountAsync(2);
        Assert.That(await desk.BarriersAsync(), Is.Empty);
        Assert.That(await desk.IsTooWideAsync(), Is.False);
        Assert.That(desk.Complaints, Is.Empty);
    }
}
