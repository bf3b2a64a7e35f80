using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Core.Workflows;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Admin;

public sealed class LadderPagesTests(Provider provider) : PortalTests(provider)
{
    private const string Page = "/admin/process/followup/followUp12";

    [Test]
    public async Task An_administrator_changes_a_reminder_and_sees_it_in_the_list()
    {
        var administrator = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Administrator));
        var open = await administrator.GetAsync(Page);
        Assert.That(open.Page.QuerySelector("[name='Input.Reminders[0].Amount']"), Is.Not.Null);
        var refused = await administrator.FillAsync(Page, ("Input.Reminders[0].Amount", "many"));
        Assert.That((refused.Status, refused.Page.QuerySelector("[name='Input.Reminders[0].Amount']")!.GetAttribute("value")), Is.EqualTo((HttpStatusCode.BadRequest, "many")));
        Assert.That((await administrator.FillAsync(Page, ("Input.Reminders[0].Amount", "17"))).LeadsTo, Is.EqualTo("/admin/process"));
        var list = await administrator.GetAsync("/admin/process");
        Assert.That(list.Page.QuerySelector("section[aria-labelledby=followup]")!.TextContent, Does.Contain("17 working days").And.Contain("1001"));
        Assert.That(await App.ReadAsync(db => db.WorkflowVersions.Select(version => version.Version).ToListAsync()), Is.EqualTo(new[] { 1001 }));
        Assert.That(await App.WithAsync(services => Task.FromResult(services.GetRequiredService<WorkflowCatalog>().Latest("followup").Version)), Is.EqualTo(1001));
    }

    [TestCase(Role.Coordinator)]
    [TestCase(Role.Auditor)]
    public async Task Nobody_else_does(Role role)
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(role));
        Assert.That((await visitor.GetAsync(Page)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
