using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.Missions.Field;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Cases;

/// <summary>A mission in the field, in a browser without JavaScript.</summary>
public sealed class FieldPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task A_team_writes_notes_which_the_secretariat_sees_on_the_map_and_in_the_report()
    {
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Act == "commentOnReport");
        await walked.WaitForNextAsync();
        var mission = $"/requests/{walked.Reference}/missions/1";
        var expert = await DemoAsync("expert1@demo.techassist.test");
        var last = (await App.ReadAsync(db => db.Missions.Where(row => row.RequestId == walked.RequestId).Select(row => row.ActualEndOn ?? row.EndOn).SingleAsync()))!.Value;
        var empty = await expert.FillAsync(mission + "/notes", ("Input.Done", ""));
        Assert.That((empty.Status, empty.Errors.Count), Is.EqualTo((HttpStatusCode.BadRequest, 1)));
        await expert.FillAsync(mission + "/notes", ("Input.On", $"{last:yyyy-MM-dd}"), ("Input.Done", "Atelier tenu"), ("Input.Mood", nameof(SecurityMood.Watch)));
        Assert.That((await expert.GetAsync(mission + "/notes")).Page.QuerySelector("#notes")!.TextContent, Does.Contain("Atelier tenu"));

        var officer = await DemoAsync("officer@demo.techassist.test");
        var now = await officer.GetAsync($"/missions/now?on={last:yyyy-MM-dd}&country=SN");
        Assert.That(now.Page.QuerySelectorAll("svg.region a[href*='country=SN'] circle.mark-alarm"), Has.Length.EqualTo(1));
        Assert.That(now.Page.QuerySelector(".deployed")!.TextContent, Does.Contain(walked.Reference).And.Not.Contain("["));
        using var map = await App.CreateClient().GetAsync(now.Page.QuerySelector("svg.region image")!.GetAttribute("href"));
        Assert.That((map.StatusCode, map.Content.Headers.ContentType!.MediaType, map.Headers.CacheControl!.ToString()), Is.EqualTo((HttpStatusCode.OK, "image/svg+xml", "max-age=31536000, immutable")));

        var requester = await DemoAsync(walked.By);
        Assert.That((await requester.GetAsync(mission + "/notes")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await requester.GetAsync("/missions/now")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await requester.GetAsync(mission)).Page.QuerySelector("main")!.TextContent, Does.Not.Contain("Atelier tenu"));
    }

    private async Task<Visitor> DemoAsync(string email)
    {
        var visitor = App.Visit();
        await visitor.FillAsync("/account/sign-in", ("Input.Email", email), ("Input.Password", Infrastructure.Demo.DemoPeople.Password));
        return visitor;
    }
}
