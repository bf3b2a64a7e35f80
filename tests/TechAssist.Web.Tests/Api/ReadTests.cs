using System.Net;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Testing;
using TechAssist.Web.Api.Description;

namespace TechAssist.Web.Tests.Api;

public sealed class ReadTests(Provider provider) : ApiTests(provider)
{
    private const string Requests = "/api/v1/requests";

    [Test]
    public async Task Someone_elses_request_is_not_found_anywhere()
    {
        var reference = await SubmitAsync("SN");
        foreach (var stranger in new[] { await CallAsAsync(Role.Requester, "SN"), await CallAsAsync(Role.FocalPoint, "NE"), await CallAsAsync(Role.Expert), await CallAsAsync(Role.ReferenceCountry, "SN") })
        {
            foreach (var address in new[] { "", "/timeline", "/documents", "/documents/0198f2b4-6a51-7c3e-9d10-2f6b8c4e7a90", "/report" })
            {
                var reply = await stranger.GetAsync($"{Requests}/{reference}{address}");
                Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.NotFound, "not-found")), address);
            }

            Assert.That((await stranger.AttachAsync(reference, "a.pdf", [.. "%PDF-1.7"u8])).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await stranger.GetAsync(Requests)).Items, Is.Empty);
        }
    }

    [TestCase("TA-2031-SN-9999")]
    [TestCase("nonsense")]
    [TestCase("%27%20OR%201%3D1")]
    [TestCase("%F0%9F%A6%86")]
    public async Task An_unknown_reference_is_not_found(string reference)
    {
        var reply = await (await CallAsAsync(Role.Coordinator)).GetAsync($"{Requests}/{reference}");
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.NotFound, "not-found")));
    }

    [Test]
    public async Task A_report_that_is_not_there_yet_has_its_own_code()
    {
        var officer = await CallAsAsync(Role.CaseOfficer);
        var reply = await officer.GetAsync($"{Requests}/{await SubmitAsync("SN")}/report");
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.NotFound, "no-report")));
    }

    [Test]
    public async Task The_committee_reads_a_case_without_the_contact()
    {
        var reference = await SubmitAsync("SN");
        var committee = await (await CallAsAsync(Role.Committee)).GetAsync($"{Requests}/{reference}");
        var officer = await (await CallAsAsync(Role.CaseOfficer)).GetAsync($"{Requests}/{reference}");
        Assert.That(committee.Json.GetProperty("request").GetProperty("contact").EnumerateObject(), Is.Empty);
        Assert.That(officer.Json.GetProperty("request").GetProperty("contact").GetProperty("email").GetString(), Is.EqualTo(RequestExample.Content.Contact.Email));
    }

    [Test]
    public async Task The_history_shows_internal_lines_to_the_secretariat_and_the_auditor_only()
    {
        var requester = await CallAsAsync(Role.Requester, "SN");
        var reference = (await requester.SubmitAsync())["reference"];
        var outside = (await requester.GetAsync($"{Requests}/{reference}/timeline")).Items;
        Assert.That(outside.Select(line => line.GetProperty("isPublic").GetBoolean()), Is.Not.Empty.And.All.True);
        Assert.That(outside.SelectMany(line => line.GetProperty("values").EnumerateObject()).Select(value => value.Name), Has.None.EqualTo("definition").And.None.EqualTo("form"));

        foreach (var role in new[] { Role.CaseOfficer, Role.Auditor })
        {
            var inside = (await (await CallAsAsync(role)).GetAsync($"{Requests}/{reference}/timeline")).Items;
            Assert.That(inside.Select(line => line.GetProperty("kind").GetString()), Has.Member("step-opened").And.Member("submitted"));
        }
    }

    [Test]
    public async Task The_history_speaks_the_callers_language()
    {
        var requester = await CallAsAsync(Role.Requester, "SN");
        var address = $"{Requests}/{(await requester.SubmitAsync())["reference"]}/timeline";
        var texts = new List<string?>();
        foreach (var language in new[] { "en", "fr" })
        {
            texts.Add((await requester.GetAsync(address, language)).Items[^1].GetProperty("text").GetString());
        }

        Assert.That(texts, Is.Unique.And.All.Not.Contain("[").And.All.Not.Contain("{"));
    }

    [Test]
    public async Task The_history_is_paged_newest_first()
    {
        var officer = await CallAsAsync(Role.CaseOfficer);
        var reference = await SubmitAsync("SN");
        var all = (await officer.GetAsync($"{Requests}/{reference}/timeline")).Items.Select(line => line.GetProperty("number").GetInt32()).ToList();
        Assert.That(all, Is.Ordered.Descending);

        var paged = new List<int>();
        string? after = null;
        do
        {
            var page = await officer.GetAsync($"{Requests}/{reference}/timeline?pageSize=1&after={after}");
            paged.AddRange(page.Items.Select(line => line.GetProperty("number").GetInt32()));
            after = page.After;
        }
        while (after is not null);
        Assert.That(paged, Is.EqualTo(all));
    }

    [TestCase("pageSize=0", "pageSize", "out-of-range")]
    [TestCase("pageSize=101", "pageSize", "out-of-range")]
    [TestCase("pageSize=ten", "pageSize", "not-a-number")]
    [TestCase("after=nonsense", "after", "not-valid")]
    [TestCase("after=%FF%FE", "after", "not-valid")]
    [TestCase("after=bnVsbA", "after", "not-valid")]
    [TestCase("status=draft", "status", "not-one-of")]
    [TestCase("stage=space", "stage", "not-one-of")]
    [TestCase("track=1", "track", "not-one-of")]
    [TestCase("late=maybe", "late", "not-true-or-false")]
    [TestCase("country=SEN", "country", "too-long")]
    [TestCase("statuss=open", "statuss", "unknown-field")]
    public async Task A_value_of_the_list_that_cannot_be_is_named(string query, string field, string code)
    {
        var reply = await (await CallAsAsync(Role.CaseOfficer)).GetAsync($"{Requests}?{query}");
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.BadRequest, "invalid-input")));
        Assert.That(reply.Errors, Is.EqualTo(new Dictionary<string, string> { [field] = code }));
    }

    [Test]
    public async Task A_NUL_in_the_address_is_400()
    {
        var reply = await (await CallAsAsync(Role.CaseOfficer)).GetAsync($"{Requests}?q=%00");
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.BadRequest, "bad-request")));
    }

    [Test]
    public async Task The_list_filters()
    {
        var reference = await SubmitAsync("CV", RequestExample.Content.Title with { En = "Border Órgão" });
        var officer = await CallAsAsync(Role.CaseOfficer);
        async Task<bool> FindsAsync(string query) =>
            (await officer.GetAsync($"{Requests}?pageSize=100&{query}")).Items.Any(line => line.GetProperty("reference").GetString() == reference);

        foreach (var query in new[] { "", "country=CV", "status=open", "stage=intake", "track=standard", "theme=T1", "q=border", "q=" + reference, "late=false", "country=CV&q=Border" })
        {
            Assert.That(await FindsAsync(query), Is.True, query);
        }

        foreach (var query in new[] { "country=SN", "status=closed", "stage=triage", "track=rapid", "theme=T2", "q=nowhere", "late=true" })
        {
            Assert.That(await FindsAsync(query), Is.False, query);
        }
    }

    [Test]
    public async Task Pages_stay_what_they_are_while_rows_are_added()
    {
        var caller = await Caller.ForAsync(App, await App.Data.CreatePersonAsync(Role.Requester, "GH", withPassword: false));
        var content = RequestExample.Content with { Country = "GH" };
        var expected = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            App.Clock.Advance(TimeSpan.FromSeconds(1));
            expected.Insert(0, (await caller.SubmitAsync(content))["reference"]);
        }

        var seen = new List<string?>();
        string? after = null;
        do
        {
            var page = await caller.GetAsync($"{Requests}?pageSize=2&after={after}");
            seen.AddRange(page.Items.Select(line => line.GetProperty("reference").GetString()));
            after = page.After;
            App.Clock.Advance(TimeSpan.FromSeconds(1));
            await caller.SubmitAsync(content);
        }
        while (after is not null);
        Assert.That(seen, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_list_asks_the_database_as_often_for_many_rows_as_for_one()
    {
        using var counted = new CountedApp(App);
        var person = await App.Data.CreatePersonAsync(Role.FocalPoint, "TG", withPassword: false);
        var caller = await Caller.ForAsync(App, person, counted.Client);
        var content = RequestExample.Content with { Country = "TG" };
        await caller.SubmitAsync(content);
        string[] addresses = [Requests, "/api/v1/tasks", $"{Requests}/{await FirstAsync(caller)}/timeline", $"{Requests}/{await FirstAsync(caller)}"];
        var few = new List<int>();
        foreach (var address in addresses)
        {
            few.Add(await counted.CountAsync(() => caller.GetAsync(address)));
        }

        for (var number = 0; number < 8; number++)
        {
            await caller.SubmitAsync(content);
        }

        for (var index = 0; index < addresses.Length; index++)
        {
            Assert.That(await counted.CountAsync(() => caller.GetAsync(addresses[index])), Is.EqualTo(few[index]).And.LessThanOrEqualTo(7), addresses[index]);
        }
    }

    private static async Task<string> FirstAsync(Caller caller) => (await caller.GetAsync(Requests)).Items[0].GetProperty("reference").GetString()!;

    private async Task<string> SubmitAsync(string country, Core.LangText? title = null)
    {
        var reply = await (await CallAsAsync(Role.Requester, country)).SubmitAsync(RequestExample.Content with { Country = country, Title = title ?? RequestExample.Content.Title });
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Created), reply.Text);
        return reply["reference"];
    }
}
