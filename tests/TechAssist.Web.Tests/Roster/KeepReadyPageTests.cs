using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TechAssist.Core.Experts.Asks;
using TechAssist.Testing;
using TechAssist.Web.Tests.Editors;

namespace TechAssist.Web.Tests.Roster;

/// <summary>An expert is asked whether everything still holds, and says so with one tap, without signing in.</summary>
public sealed class KeepReadyPageTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task One_tap_confirms_the_page_asks_again_for_what_is_wrong_and_the_link_works_once()
    {
        var request = await SomeCase.CreateAsync(App);
        var (expertId, _) = await request.AddExpertAsync("Échevarría");
        var (stale, today) = (DateOnly.FromDateTime(App.Now).AddDays(-95), DateOnly.FromDateTime(App.Now));
        await App.ReadAsync(db => db.Experts.Where(row => row.Id == expertId).ExecuteUpdateAsync(row => row
            .SetProperty(asked => asked.ConfirmedOn, stale).SetProperty(asked => asked.NextAskOn, today)));
        await App.WithAsync(services => services.GetRequiredService<SweepAsks>().ExecuteAsync(50, default));
        var link = (await App.ReadAsync(db => db.Outbox.SingleAsync(mail => mail.Template == "keep-ready"))).OncePath!;

        var visitor = App.Visit("en");
        var wrong = await visitor.FillAsync(link, ("Input.NoticeDays", "400"));
        Assert.That(wrong.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(wrong.Page.QuerySelector("details")!.HasAttribute("open"), Is.True, "the wrong field is in sight");
        var done = await visitor.SubmitAsync(wrong, "main form[method=post]", ("Input.NoticeDays", "7"));
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", done.Errors));
        var expert = await App.ReadAsync(db => db.Experts.SingleAsync(row => row.Id == expertId));
        Assert.That((expert.ConfirmedOn, expert.Profile.NoticeDays), Is.EqualTo((DateOnly.FromDateTime(App.Now), 7)));
        Assert.That((await visitor.SubmitAsync(wrong, "main form[method=post]", ("Input.NoticeDays", "8"))).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await visitor.GetAsync(link)).Page.QuerySelector("main form"), Is.Null);
    }
}
