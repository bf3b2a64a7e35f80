using System.Net;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Account;

public sealed class SignInTests(Provider provider) : PortalTests(provider)
{
    private const string Page = "/account/sign-in";

    [Test]
    public async Task A_page_asks_for_sign_in_and_leads_back_to_itself()
    {
        var person = await App.Data.CreatePersonAsync(Role.CaseOfficer);
        var visitor = App.Visit();
        var refused = await visitor.GetAsync("/account/profile");
        Assert.That(refused.LeadsTo, Is.EqualTo("/account/sign-in?returnUrl=%2Faccount%2Fprofile"));
        var done = await visitor.FillAsync(refused.LeadsTo!, ("Input.Email", person.Email), ("Input.Password", TestPerson.Password));
        Assert.That(done.LeadsTo, Is.EqualTo("/account/profile"));
        Assert.That((await visitor.FollowAsync(done)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_part_of_a_page_is_refused_and_no_sign_in_page_comes_in_its_place()
    {
        using var client = App.CreateClient();
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/recommendations");
        asked.Headers.Add("HX-Request", "true");
        using var answer = await client.SendAsync(asked);
        Assert.That((answer.StatusCode, answer.Headers.Location), Is.EqualTo((HttpStatusCode.Unauthorized, (Uri?)null)));
    }

    [Test]
    public async Task A_return_address_elsewhere_is_not_followed()
    {
        var person = await App.Data.CreatePersonAsync(Role.CaseOfficer);
        var done = await App.Visit().FillAsync(Page + "?returnUrl=https%3A%2F%2Fevil.example", ("Input.Email", person.Email), ("Input.Password", TestPerson.Password));
        Assert.That(done.LeadsTo, Is.EqualTo("/"));
    }

    [Test]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer_and_keep_the_address_typed()
    {
        var person = await App.Data.CreatePersonAsync(Role.CaseOfficer);
        var wrong = await App.Visit().FillAsync(Page, ("Input.Email", person.Email), ("Input.Password", "not this one"));
        var unknown = await App.Visit().FillAsync(Page, ("Input.Email", "nobody@example.org"), ("Input.Password", "not this one"));
        Assert.That(wrong.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(wrong.Errors, Is.EqualTo(unknown.Errors).And.Count.EqualTo(1));
        Assert.That(wrong.Page.QuerySelector("#email")!.GetAttribute("value"), Is.EqualTo(person.Email));
        Assert.That(wrong.Page.QuerySelector("#password")!.GetAttribute("value"), Is.Null);
    }

    [Test]
    public async Task Six_wrong_passwords_lock_the_account_also_for_the_right_one()
    {
        var person = await App.Data.CreatePersonAsync(Role.CaseOfficer);
        var visitor = App.Visit();
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await visitor.FillAsync(Page, ("Input.Email", person.Email), ("Input.Password", "not this one"));
        }

        var right = await visitor.FillAsync(Page, ("Input.Email", person.Email), ("Input.Password", TestPerson.Password));
        Assert.That(right.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(right.Errors.Single(), Does.Contain("Too many attempts"));
    }

    [Test]
    public async Task A_form_without_its_token_is_refused()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Input.Email", "a@example.org")]);
        var answer = await App.Visit().Client.PostAsync(Page, form);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Signing_out_ends_it()
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Expert));
        var home = await visitor.GetAsync("/");
        var done = await visitor.SubmitAsync(home, "form[action='/account/sign-out']");
        Assert.That(done.LeadsTo, Is.EqualTo("/"));
        Assert.That((await visitor.GetAsync("/account/profile")).LeadsTo, Does.StartWith(Page));
    }

    [Test]
    public async Task A_closed_account_neither_signs_in_nor_stays_signed_in()
    {
        var person = await App.Data.CreatePersonAsync(Role.Expert);
        var visitor = await App.SignInAsync(person);
        await App.WriteAsync(db => db.People.Single(one => one.Id == person.Id).Close());
        Assert.That((await visitor.GetAsync("/account/profile")).Status, Is.Not.EqualTo(HttpStatusCode.OK));
        var again = await App.Visit().FillAsync(Page, ("Input.Email", person.Email), ("Input.Password", TestPerson.Password));
        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }
}

public sealed class SignInLimitTests(Provider provider) : PortalTests(provider)
{
    protected override IReadOnlyDictionary<string, string?>? Settings => new Dictionary<string, string?> { ["RateLimits:PublicPerMinute"] = "3" };

    [Test]
    public async Task The_fourth_attempt_of_a_minute_waits_and_reading_the_page_does_not()
    {
        var visitor = App.Visit("fr");
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.That((await visitor.FillAsync("/account/sign-in")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        }

        var refused = await visitor.FillAsync("/account/sign-in");
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(refused.Heading, Is.EqualTo("Trop d’essais"));
        Assert.That(refused.Response.Headers.RetryAfter, Is.Not.Null);
    }
}
