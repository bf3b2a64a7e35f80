using System.Net;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Portal;

public sealed class EveryPageTests(Provider provider) : PortalTests(provider)
{
    [TestCase("fr-SN,fr;q=0.9,en;q=0.5", "fr")]
    [TestCase("en-GB,en;q=0.9", "en")]
    [TestCase("pt-CV,en;q=0.7,fr;q=0.4", "en")]
    [TestCase("pt", "fr")]
    public async Task The_browser_says_the_language_at_first(string accepted, string language) =>
        Assert.That((await App.Visit(accepted).GetAsync("/")).Page.DocumentElement.GetAttribute("lang"), Is.EqualTo(language));

    [Test]
    public async Task The_switch_is_remembered_and_for_a_signed_in_person_in_the_profile()
    {
        var visitor = App.Visit("en");
        var switched = await visitor.SubmitAsync(await visitor.GetAsync("/account/forgot"), "form.language-switch", ("language", "fr"));
        Assert.That(switched.LeadsTo, Is.EqualTo("/account/forgot"));
        Assert.That((await visitor.FollowAsync(switched)).Heading, Is.EqualTo("Mot de passe oublié"));

        var person = await App.Data.CreatePersonAsync(Role.Expert, language: "en");
        var signedIn = await App.SignInAsync(person);
        await signedIn.SubmitAsync(await signedIn.GetAsync("/"), "form.language-switch", ("language", "fr"));
        Assert.That((await (await App.SignInAsync(person)).GetAsync("/account/profile")).Heading, Is.EqualTo("Votre profil"));
    }

    [Test]
    public async Task Every_answer_carries_the_security_headers()
    {
        foreach (var address in new[] { "/", "/account/sign-in", "/nothing", "/api/nothing", "/css/site.css", "/health/live" })
        {
            var headers = (await App.Visit().GetAsync(address)).Response.Headers;
            var policy = string.Join("", headers.GetValues("Content-Security-Policy"));
            Assert.That(policy, Does.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'").And.Not.Contain("unsafe"), address);
            Assert.That(headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }), address);
        }
    }

    [Test]
    public async Task Pages_hold_no_script_or_style_of_their_own_and_every_file_they_name_is_there()
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Administrator));
        var page = (await visitor.GetAsync("/admin/people")).Page;
        Assert.That(page.QuerySelectorAll("script:not([src]), style, [style], [onclick]"), Is.Empty);
        foreach (var address in page.QuerySelectorAll("script[src], link[href]").Select(one => one.GetAttribute("src") ?? one.GetAttribute("href")!).Append("/lib/icons.svg"))
        {
            Assert.That((await visitor.GetAsync(address)).Status, Is.EqualTo(HttpStatusCode.OK), address);
        }
    }

    [Test]
    public async Task The_first_page_weighs_less_than_120_KB_and_the_next_less_than_30()
    {
        var visitor = App.Visit();
        visitor.Client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
        using var page = await visitor.Client.GetAsync("/account/sign-in");
        var weight = (await page.Content.ReadAsByteArrayAsync()).Length;
        Assert.That(weight, Is.LessThan(30_000));
        var named = (await App.Visit().GetAsync("/account/sign-in")).Page.QuerySelectorAll("script[src], link[href]");
        var addresses = named.Select(one => one.GetAttribute("src") ?? one.GetAttribute("href")!).Append("/lib/fonts/source-sans-3-600.woff2").Append("/lib/icons.svg");
        foreach (var address in addresses)
        {
            using var file = await visitor.Client.GetAsync(address);
            weight += (await file.Content.ReadAsByteArrayAsync()).Length;
        }

        Assert.That(weight, Is.LessThan(120_000));
    }

    [TestCase("en", "This page was not found")]
    [TestCase("fr", "Cette page est introuvable")]
    public async Task An_unknown_address_is_a_friendly_404(string language, string heading)
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Expert, language: language));
        var answer = await visitor.GetAsync("/requests/nothing/here");
        Assert.That((answer.Status, answer.Heading), Is.EqualTo((HttpStatusCode.NotFound, heading)));
    }

    [TestCase("/?text=%00")]
    [TestCase("/admin/people?text=%00")]
    [TestCase("/admin/people?after=%FF%FE")]
    [TestCase("/admin/people?after=nonsense")]
    [TestCase("/admin/people?role=Emperor")]
    [TestCase("/admin/people?pageSize=0")]
    [TestCase("/admin/people/00000000-0000-0000-0000-000000000000")]
    public async Task A_bad_address_is_never_a_failure_of_ours(string address)
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Administrator));
        Assert.That((int)(await visitor.GetAsync(address)).Status, Is.LessThan(500));
    }

    [Test]
    public async Task Text_that_no_database_stores_is_refused_and_named_beside_its_field()
    {
        var visitor = await App.SignInAsync(await App.Data.CreatePersonAsync(Role.Expert));
        var coded = await visitor.FillAsync("/account/profile", ("Input.Name", "Zo\0ë"));
        Assert.That((coded.Status, coded.Heading), Is.EqualTo((HttpStatusCode.BadRequest, "This could not be read")));

        var token = (await visitor.GetAsync("/account/profile")).Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent("Zo\0ë"), "Input.Name" }, { new StringContent("en"), "Input.Language" }, { new StringContent(token), "__RequestVerificationToken" } };
        using var answer = await visitor.Client.PostAsync("/account/profile", form);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("name-error").And.Contain("cannot be stored"));
    }

    [Test]
    public async Task Under_api_every_refusal_is_a_problem_with_a_stable_type()
    {
        var answer = await App.Visit("fr").GetAsync("/api/nothing");
        Assert.That(answer.Status, Is.AnyOf(HttpStatusCode.Unauthorized, HttpStatusCode.NotFound));
        Assert.That(answer.Response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That(await answer.Response.Content.ReadAsStringAsync(), Does.Contain("urn:techassist:"));
    }

    [Test]
    public async Task The_program_says_that_it_lives_and_is_ready()
    {
        foreach (var address in new[] { "/health/live", "/health/ready" })
        {
            Assert.That((await App.Visit().GetAsync(address)).Status, Is.EqualTo(HttpStatusCode.OK), address);
        }
    }
}
