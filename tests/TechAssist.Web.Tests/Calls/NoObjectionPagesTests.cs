using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.Experts;
using TechAssist.Testing;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Calls;

/// <summary>The beneficiary's word on the chosen expert by the link of the mail, without signing in.</summary>
public sealed class NoObjectionPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task An_objection_needs_its_reason_keeps_it_and_is_given_once()
    {
        var (walked, link) = await AskedAsync();
        var visitor = App.Visit("en");
        for (var times = 0; times < 3; times++)
        {
            Assert.That((await visitor.GetAsync(link)).Status, Is.EqualTo(HttpStatusCode.OK));
        }

        Assert.That(await StatusAsync(walked), Is.EqualTo(NominationStatus.Selected), "opening changes nothing");
        Assert.That((await visitor.GetAsync(link)).Page.QuerySelectorAll("details.due-why .account > li"), Has.Length.EqualTo(1));
        var nothing = await visitor.FillAsync(link, ("Input.Comment", "Déjà en poste à Téra"));
        Assert.That((nothing.Status, nothing.Errors.Count), Is.EqualTo((HttpStatusCode.BadRequest, 1)));
        Assert.That(nothing.Page.QuerySelector("[name='Input.Comment']")!.TextContent, Does.Contain("Déjà en poste à Téra"));
        var bare = await visitor.SubmitAsync(nothing, "main form[method=post]", ("Input.Answer", "object"), ("Input.Comment", " "));
        Assert.That((bare.Status, bare.Page.GetElementById("comment-error") is not null), Is.EqualTo((HttpStatusCode.BadRequest, true)));

        var done = await visitor.SubmitAsync(bare, "main form[method=post]", ("Input.Answer", "object"), ("Input.Comment", "Déjà en poste à Téra"));
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", done.Errors));
        var after = await visitor.FollowAsync(done);
        Assert.That(after.Page.QuerySelector("main form"), Is.Null);
        Assert.That(await StatusAsync(walked), Is.EqualTo(NominationStatus.StoodDown));
        var twice = await visitor.SubmitAsync(bare, "main form[method=post]", ("Input.Answer", "noObjection"));
        Assert.That(twice.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await RefusedAsync(walked), Is.EqualTo(new[] { "link-used" }));
    }

    [Test]
    public async Task A_changed_or_foreign_link_leads_nowhere_and_after_the_silence_it_says_so()
    {
        var (walked, link) = await AskedAsync();
        var visitor = App.Visit("fr");
        foreach (var wrong in new[] { link.Replace("/no-objection/", "/no-objection/A", StringComparison.Ordinal), link.Replace("/no-objection/", "/call/", StringComparison.Ordinal), link.Replace("/no-objection/", "/answer/", StringComparison.Ordinal) })
        {
            var answer = await visitor.GetAsync(wrong);
            Assert.That((answer.Status, answer.Heading), Is.EqualTo((HttpStatusCode.NotFound, "Ce lien ne mène nulle part")), wrong);
        }

        var opened = await visitor.GetAsync(link);
        await walked.WaitAsync(TimeSpan.FromHours(30));
        Assert.That(await StatusAsync(walked), Is.EqualTo(NominationStatus.Confirmed), "silence is assent");
        var late = await visitor.SubmitAsync(opened, "main form[method=post]", ("Input.Answer", "object"), ("Input.Comment", "Trop tard"));
        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(late.Page.QuerySelector("main form"), Is.Null);
        Assert.That(await StatusAsync(walked), Is.EqualTo(NominationStatus.Confirmed));
    }

    /// <summary>A rapid case whose expert is chosen, and the link of the counterpart's mail.</summary>
    private async Task<(WalkedCase Case, string Link)> AskedAsync()
    {
        var walked = await WalkedCase.SubmitAsync(App, "niger-crisis-rapid");
        await walked.WalkUntilAsync(act => act.Task == "noObjection");
        var paths = await App.ReadAsync(db => db.Outbox.Where(mail => mail.RequestId == walked.RequestId && mail.OncePath != null).Select(mail => mail.OncePath!).ToListAsync());
        var path = paths.Single(path => path.StartsWith("/no-objection/", StringComparison.Ordinal));
        return (walked, path[..path.IndexOf('?', StringComparison.Ordinal)]);
    }

    private Task<NominationStatus> StatusAsync(WalkedCase walked) => App.ReadAsync(db =>
        db.Nominations.Where(row => row.RequestId == walked.RequestId && row.SelectedAt != null).Select(row => row.Status).SingleAsync());

    private async Task<string[]> RefusedAsync(WalkedCase walked) =>
        [.. (await App.ReadAsync(db => db.Timeline.Where(row => row.RequestId == walked.RequestId && row.Kind == "link-refused").ToListAsync())).Select(row => row.Values["problem"])];
}
