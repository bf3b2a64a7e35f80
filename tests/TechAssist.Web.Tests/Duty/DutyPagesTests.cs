using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Duty;

public sealed class DutyPagesTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task The_coordinator_plans_the_duty_and_the_officer_leaves_a_note()
    {
        var officer = await App.Data.CreatePersonAsync(Role.DutyOfficer, name: "Nora Ó Súilleabháin");
        var coordinator = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Coordinator));
        var empty = await coordinator.GetAsync("/duty");
        Assert.That(empty.Page.QuerySelector(".note-warn")!.TextContent, Does.Contain("Nobody is on duty today"));
        Assert.That(empty.Page.QuerySelector("[name='Input.FromOn']")!.GetAttribute("value"), Is.EqualTo("2031-03-03"), "the first free day is offered");

        var planned = await coordinator.FillAsync("/duty", "form:has([name='Input.PersonId'])", ("Input.PersonId", officer.Id.ToString()), ("Input.ToOn", "2031-03-09"));
        Assert.That(planned.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", planned.Errors));
        var after = await coordinator.FollowAsync(planned);
        Assert.That(after.Page.QuerySelector(".note-warn"), Is.Null);
        Assert.That(after.Page.QuerySelectorAll("main .line-title").Select(title => title.TextContent.Trim()).First(), Does.StartWith("Nora Ó Súilleabháin").And.Contains("On duty now"));
        Assert.That(after.Page.QuerySelectorAll("main .line")[1].TextContent, Does.Contain("Nobody").And.Contains("from 10 March 2031"));

        var twice = await coordinator.FillAsync("/duty", "form:has([name='Input.PersonId'])", ("Input.PersonId", officer.Id.ToString()), ("Input.FromOn", "2031-03-09"), ("Input.ToOn", "2031-03-10"));
        Assert.That(twice.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(twice.Page.Body!.TextContent, Does.Contain("is on duty on some of these days already"));

        var visitor = await App.SignInAsync(officer);
        var seen = await visitor.GetAsync("/duty");
        Assert.That(seen.Page.QuerySelector("[name='Input.PersonId'], form[action*=Cancel]"), Is.Null, "planning is the coordinator's");
        var noted = await visitor.SubmitAsync(seen, "form[action*=Note]", ("Note", "L’hôte rappelle mardi"));
        Assert.That(noted.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", noted.Errors));
        Assert.That(await App.ReadAsync(db => db.DutyPeriods.Select(period => period.HandOverNote).SingleAsync()), Is.EqualTo("L’hôte rappelle mardi"));
        var stale = await visitor.SubmitAsync(seen, "form[action*=Note]", ("Note", "Autre chose"));
        Assert.That(stale.Status, Is.EqualTo(HttpStatusCode.Conflict));

        var off = await coordinator.FillAsync("/duty", "form[action*=Cancel]");
        Assert.That(off.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", off.Errors));
        Assert.That(await App.ReadAsync(db => db.DutyPeriods.CountAsync()), Is.Zero);
    }
}
