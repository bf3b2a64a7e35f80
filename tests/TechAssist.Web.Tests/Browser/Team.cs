using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;
using TechAssist.Core;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Browser;

/// <summary>The people of one case, each at a browser of their own, who do what the sample says by looking and clicking.</summary>
internal sealed class Team(WalkedCase walked, Func<string, Task<Desk>> signIn)
{
    private readonly Dictionary<string, Desk> desks = [];
    private readonly HashSet<string> examined = [];
    private readonly List<string> barriers = [];

    /// <summary>What axe found wrong on the way, and the pages that are wider than the window.</summary>
    public IReadOnlyList<string> Barriers => barriers;

    /// <summary>Somebody's desk, signed in: days pass between two acts, and a session does not last that long.</summary>
    public async Task<Desk> DeskAsync(string email)
    {
        if (!desks.TryGetValue(email, out var desk))
        {
            return desks[email] = await signIn(email);
        }

        await desk.GoAsync("/");
        if (await desk.Page.Locator("form[action='/account/sign-out']").CountAsync() == 0)
        {
            await desk.SignInAsync(email);
        }

        return desk;
    }

    /// <summary>Files the request through the journey, page by page, and reads its reference.</summary>
    public async Task FileRequestAsync()
    {
        var desk = await DeskAsync(walked.By);
        var content = (JsonObject)JsonSerializer.SerializeToNode(walked.Request, CoreJson.Options)!;
        await desk.GoAsync("/requests/new");
        await StepAsync(desk, content);
        await desk.PressAsync(desk.Page.Locator(".task-list a").First);
        for (var page = 0; !desk.Address.Contains("/check", StringComparison.Ordinal); page++)
        {
            Assert.That(page, Is.LessThan(12), "the journey does not end: " + desk.Address);
            await StepAsync(desk, content);
        }

        Assert.That(await desk.Page.Locator("main").InnerTextAsync(), Does.Contain(walked.Request.Title.Fr ?? walked.Request.Title.En));
        await StepAsync(desk, content);
        Assert.That(desk.Address, Does.EndWith("/sent"));
        await ExamineAsync(desk, "sent");
        await walked.SubmittedAsync((await desk.Page.Locator(".receipt .reference").InnerTextAsync()).Trim());
    }

    /// <summary>Does the next act: a task in the browser, the rest by the act itself.</summary>
    public async Task ActAsync()
    {
        await walked.WaitForNextAsync();
        if (walked.Next!.Task is null)
        {
            await walked.ActAsync();
            return;
        }

        var act = walked.Next;
        var desk = await DeskAsync(act.By);
        var (taskId, form) = await walked.TaskAsync();
        await desk.GoAsync("/");
        await desk.PressAsync(desk.Page.Locator($"main a[href='/tasks/{taskId}']").First);
        await ExamineAsync(desk, "task " + act.Task);
        await desk.FillAsync(form, "#task-form");
        var status = await desk.PressAsync(desk.Page.Locator($"#task-form button[name=outcome][value='{act.Outcome}']"));
        Assert.That((status, desk.Address), Is.EqualTo((200, "/requests/" + walked.Reference)), $"{act.By} {act.Task}: {act.Outcome}. {await ErrorsAsync(desk)}");
        walked.Passed();
        await ExamineAsync(desk, "case after " + act.Task);
    }

    /// <summary>Looks at each kind of page once, as somebody with a screen reader or a small window would meet it.</summary>
    private async Task ExamineAsync(Desk desk, string page)
    {
        if (!examined.Add(page))
        {
            return;
        }

        await desk.SettleAsync();
        barriers.AddRange((await desk.BarriersAsync()).Select(barrier => $"{page}, {barrier}"));
        if (await desk.IsTooWideAsync())
        {
            barriers.Add($"{page}, {desk.Address}: wider than the window");
        }
    }

    private async Task StepAsync(Desk desk, JsonObject content)
    {
        await ExamineAsync(desk, desk.Address.Split('/')[^1]);
        await desk.FillAsync(content);
        var status = await desk.PressAsync(desk.Page.Locator("main .actions .btn-primary").First);
        Assert.That(status, Is.EqualTo(200), $"{desk.Address}: {await ErrorsAsync(desk)}");
    }

    private static async Task<string> ErrorsAsync(Desk desk) => string.Join("; ", await desk.Page.Locator("#error-summary li").AllInnerTextsAsync());
}
