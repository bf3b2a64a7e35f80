using System.Net;
using Microsoft.EntityFrameworkCore;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Admin;

public sealed class PeopleTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task For_everybody_but_administrators_there_is_no_administration()
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.Administrator))
        {
            var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(role, RolesInput.OfCountries.Contains(role) ? "SN" : null));
            Assert.That((await visitor.GetAsync("/admin/people")).Status, Is.EqualTo(HttpStatusCode.NotFound), role.ToString());
        }
    }

    [Test]
    public async Task People_are_found_by_part_of_their_name_and_paged()
    {
        for (var number = 0; number < 30; number++)
        {
            await App.Data.CreatePersonAsync(Role.Expert, name: $"Séarched Niño {number:D2}");
        }

        var visitor = await AdministratorAsync();
        var first = await visitor.GetAsync("/admin/people?text=arched%20ni");
        var second = await visitor.GetAsync(first.Page.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);
        var names = new[] { first, second }.SelectMany(page => page.Page.QuerySelectorAll(".line-title")).Select(link => link.TextContent).ToList();
        Assert.That(names, Is.EqualTo(Enumerable.Range(0, 30).Select(number => $"Séarched Niño {number:D2}")));
        Assert.That(second.Page.QuerySelector(".pager a[rel=next]"), Is.Null);
    }

    [Test]
    public async Task An_invitation_with_mistakes_keeps_what_was_typed_and_names_each_field()
    {
        var visitor = await AdministratorAsync();
        var refused = await visitor.FillAsync(
            "/admin/people/invite", ("Input.Name", ""), ("Input.Email", "not an address"), ("Input.Language", "fr"),
            ("Input.Roles.InCountries[0].Role", "FocalPoint"), ("Input.Roles.InCountries[0].Country", ""));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Errors, Is.EqualTo(new[]
        {
            "Name: Fill in this field",
            "E-mail address: Write an e-mail address such as name@example.org",
            "Country: Choose one",
        }));
        Assert.That(refused.Page.QuerySelector("#email")!.GetAttribute("value"), Is.EqualTo("not an address"));
        Assert.That(refused.Page.QuerySelector("#roles-inCountries-0-role option[selected]")!.GetAttribute("value"), Is.EqualTo("FocalPoint"));
        foreach (var link in refused.Page.QuerySelectorAll(".error-summary a"))
        {
            Assert.That(refused.Page.QuerySelector(link.GetAttribute("href")!), Is.Not.Null, link.OuterHtml);
        }
    }

    [Test]
    public async Task A_row_is_added_and_removed_without_scripts_and_without_losing_the_others()
    {
        var visitor = await AdministratorAsync();
        var one = await visitor.FillAsync("/admin/people/invite", ("Input.Name", "Ève"), ("row", "add:Input.Roles.InCountries"));
        var two = await visitor.SubmitAsync(one, "main form", ("Input.Roles.InCountries[0].Country", "SN"), ("row", "add:Input.Roles.InCountries"));
        Assert.That(two.Page.QuerySelectorAll(".row-box"), Has.Length.EqualTo(2));
        var left = await visitor.SubmitAsync(two, "main form", ("Input.Roles.InCountries[1].Country", "TG"), ("row", "remove:Input.Roles.InCountries[0]"));
        Assert.That(left.Page.QuerySelectorAll(".row-box"), Has.Length.EqualTo(1));
        Assert.That(left.Page.QuerySelector("#roles-inCountries-0-country option[selected]")!.GetAttribute("value"), Is.EqualTo("TG"));
        Assert.That(left.Page.QuerySelector("#name")!.GetAttribute("value"), Is.EqualTo("Ève"));
        Assert.That(left.Errors, Is.Empty);
    }

    [Test]
    public async Task Roles_are_given_and_taken_and_the_history_says_by_whom()
    {
        var person = await App.Data.CreatePersonAsync([(Role.Expert, null), (Role.Requester, "SN")]);
        var administrator = await App.Data.CreatePersonAsync(Role.Administrator, name: "Ângela Brück");
        var visitor = await App.SignInAsync(administrator);
        var done = await visitor.FillAsync(
            $"/admin/people/{person.Id}", "form[action*='handler=Roles']", ("Input.Roles.Global", "Coordinator"),
            ("Input.Roles.InCountries[0].Role", "FocalPoint"), ("Input.Roles.InCountries[0].Country", "TG"));
        Assert.That(done.Status, Is.EqualTo(HttpStatusCode.Found), string.Join("; ", done.Errors));
        var held = await App.ReadAsync(db => db.RoleAssignments.Where(role => role.PersonId == person.Id).Select(role => new { role.Role, role.Country }).ToListAsync());
        Assert.That(held.Select(role => (role.Role, role.Country)), Is.EquivalentTo(new[] { (Role.Coordinator, (string?)null), (Role.FocalPoint, "TG") }));
        var line = await App.ReadAsync(db => db.Timeline.SingleAsync(entry => entry.Kind == "roles-changed" && entry.ActorId == administrator.Id));
        Assert.That(line.Values["person"], Is.EqualTo(person.Name));
    }

    [Test]
    public async Task An_administrator_cannot_close_or_demote_their_own_account()
    {
        var administrator = await App.Data.CreatePersonAsync(Role.Administrator);
        var visitor = await App.SignInAsync(administrator);
        var refused = await visitor.FillAsync($"/admin/people/{administrator.Id}", "form[action*='handler=Roles']", ("Input.Roles.Global", "Expert"));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(refused.Errors.Single(), Does.Contain("your own account"));
    }

    [Test]
    public async Task An_account_is_closed_and_opened_again()
    {
        var person = await App.Data.CreatePersonAsync(Role.Expert);
        var visitor = await AdministratorAsync();
        var address = $"/admin/people/{person.Id}";
        await visitor.FillAsync(address, "form[action*='handler=Close']");
        Assert.That(await App.ReadAsync(db => db.People.Where(one => one.Id == person.Id).Select(one => one.IsActive).SingleAsync()), Is.False);
        await visitor.FillAsync(address, "form[action*='handler=Reopen']");
        Assert.That(await App.ReadAsync(db => db.People.Where(one => one.Id == person.Id).Select(one => one.IsActive).SingleAsync()), Is.True);
    }

    private async Task<Visitor> AdministratorAsync() => await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Administrator));
}
