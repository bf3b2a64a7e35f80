using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Testing;
using TechAssist.Web.Api.Description;

namespace TechAssist.Web.Tests.Api;

public sealed class SubmitTests(Provider provider) : ApiTests(provider)
{
    private const string Requests = "/api/v1/requests";

    private static readonly string SampleFolder = Path.GetFullPath(Path.Combine(TestContext.CurrentContext.TestDirectory, "../../../../../samples"));

    public static IEnumerable<string> Samples => Directory.EnumerateFiles(SampleFolder, "*.json").Select(file => Path.GetFileName(file)).Order();

    [Test]
    public async Task The_example_of_the_description_is_accepted_and_gets_a_reference()
    {
        var caller = await CallAsAsync(Role.Requester, "SN");
        var reply = await caller.SubmitAsync();
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Created), reply.Text);
        Assert.That(reply["reference"], Does.Match("^TA-2031-SN-[0-9]{4}$"));
        Assert.That(reply.Response.Headers.Location!.OriginalString, Is.EqualTo($"{Requests}/{reply["reference"]}"));

        var read = await caller.GetAsync(reply.Response.Headers.Location.OriginalString);
        Assert.That(read.Json.GetProperty("request").GetProperty("title").GetProperty("fr").GetString(), Is.EqualTo("Système national de statistiques migratoires"));
        Assert.That((read["status"], read["stage"]), Is.EqualTo(("open", "intake")));
    }

    [Test]
    public async Task What_a_focal_point_submits_counts_as_endorsed()
    {
        var reply = await (await CallAsAsync(Role.FocalPoint, "SN")).SubmitAsync();
        Assert.That(reply["isEndorsed"], Is.EqualTo("True"));
        Assert.That((await (await CallAsAsync(Role.Requester, "SN")).SubmitAsync())["isEndorsed"], Is.EqualTo("False"));
    }

    [TestCase("en", "Fill in this field")]
    [TestCase("fr", "Remplissez ce champ")]
    public async Task Missing_fields_are_named_in_the_callers_language(string language, string message)
    {
        var caller = await CallAsAsync(Role.Requester, "SN", language == "en" ? "fr" : "en");
        var reply = await caller.PostAsync(Requests, "{}", language: language);
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.BadRequest, "invalid-input")));
        Assert.That(reply.Errors.Keys, Is.SupersetOf(new[] { "country", "institution.name", "contact.email", "title", "theme", "problem", "latestOn", "commitments.host" }));
        Assert.That(reply.Json.GetProperty("errors").GetProperty("country")[0].GetProperty("message").GetString(), Is.EqualTo(message));
    }

    [TestCase("DE", "not-your-country")]
    [TestCase("XX", "not-your-country")]
    public async Task Somebody_asks_for_their_own_country_only(string country, string code)
    {
        var reply = await (await CallAsAsync(Role.Requester, "SN")).SubmitAsync(RequestExample.Content with { Country = country });
        Assert.That((reply.Status, reply.Errors["country"]), Is.EqualTo((HttpStatusCode.BadRequest, code)));
    }

    [Test]
    public async Task A_country_that_is_not_a_member_cannot_be_asked_for()
    {
        var reply = await (await CallAsAsync(Role.CaseOfficer)).SubmitAsync(RequestExample.Content with { Country = "JP" });
        Assert.That(reply.Errors["country"], Is.EqualTo("not-a-beneficiary-country"));
    }

    [TestCase(Role.Expert)]
    [TestCase(Role.Committee)]
    [TestCase(Role.Auditor)]
    public async Task Who_may_not_ask_is_refused_with_a_rule(Role role)
    {
        var reply = await (await CallAsAsync(role)).SubmitAsync();
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.Conflict, "not-allowed")));
    }

    [TestCase("""{"country":"SN","colour":"blue"}""", "colour", "unknown-field")]
    [TestCase("""{"contact":{"mail":"a@b.org"}}""", "contact.mail", "unknown-field")]
    [TestCase("""{"isRegional":true}""", "isRegional", "unknown-field")]
    [TestCase("""{"countries":["SN"]}""", "countries", "unknown-field")]
    [TestCase("""{"theme":"T1","theme":"T2"}""", "theme", "given-twice")]
    [TestCase("""{"theme":"T1","Theme":"T2"}""", "Theme", "given-twice")]
    [TestCase("""{"title":null}""", "title", "not-null")]
    [TestCase("""{"otherCountries":[null]}""", "otherCountries[0]", "not-null")]
    [TestCase("""{"title":"text"}""", "title", "not-an-object")]
    [TestCase("""{"periods":{}}""", "periods", "not-a-list")]
    [TestCase("""{"country":5}""", "country", "not-a-text")]
    [TestCase("""{"track":"fast"}""", "track", "not-one-of")]
    [TestCase("""{"track":1}""", "track", "not-one-of")]
    [TestCase("""{"periods":[{},{"from":"2031-02-30"}]}""", "periods[1].from", "not-a-date")]
    [TestCase("""{"latestOn":"2031-05-01T00:00:00Z"}""", "latestOn", "not-a-date")]
    [TestCase("""{"beneficiaries":{"women":"3"}}""", "beneficiaries.women", "not-a-number")]
    [TestCase("""{"beneficiaries":{"women":99999999999}}""", "beneficiaries.women", "not-a-number")]
    [TestCase("""{"noOtherEfforts":"yes"}""", "noOtherEfforts", "not-true-or-false")]
    [TestCase("""{"places":"a\u0000b"}""", "places", "bad-characters")]
    [TestCase("""{"places":"\ud83d"}""", "places", "bad-characters")]
    [TestCase("""{"places":"\udc00\ud800"}""", "places", "bad-characters")]
    [TestCase("""[]""", "", "not-an-object")]
    [TestCase("""null""", "", "not-an-object")]
    [TestCase("\"text\"", "", "not-an-object")]
    public async Task What_does_not_fit_is_named_by_its_path(string body, string field, string code)
    {
        var reply = await (await CallAsAsync(Role.Requester, "SN")).PostAsync(Requests, body);
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.BadRequest, "invalid-input")), reply.Text);
        Assert.That(reply.Errors, Is.EqualTo(new Dictionary<string, string> { [field] = code }));
    }

    [TestCase("", "empty-body")]
    [TestCase("  \n", "empty-body")]
    [TestCase("nope", "not-json")]
    [TestCase("{\"country\":\"SN\"", "not-json")]
    [TestCase("{\"country\":\"SN\",}", "not-json")]
    [TestCase("{} {}", "not-json")]
    [TestCase("{\"\\ud800\":1}", "invalid-input")]
    public async Task A_body_that_is_not_JSON_is_a_clear_400(string body, string problem)
    {
        var reply = await (await CallAsAsync(Role.Requester, "SN")).PostAsync(Requests, body);
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.BadRequest, problem)));
    }

    [TestCase("[", "]")]
    [TestCase("{\"a\":", "}")]
    public async Task A_hundred_thousand_brackets_are_a_clear_400(string open, string close)
    {
        var body = new StringBuilder().Insert(0, open, 100_000).Append('1').Insert(100_000 * open.Length + 1, close, 100_000).ToString();
        var reply = await (await CallAsAsync(Role.Requester, "SN")).PostAsync(Requests, body);
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.BadRequest, "not-json")));
    }

    [Test]
    public async Task Bytes_that_are_not_UTF_8_are_a_clear_400()
    {
        var caller = await CallAsAsync(Role.Requester, "SN");
        var content = new ByteArrayContent([.. "{\"places\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8]) { Headers = { { "Content-Type", "application/json" } } };
        var reply = await caller.SendAsync(new HttpRequestMessage(HttpMethod.Post, Requests) { Content = content });
        Assert.That((reply.Status, reply.Errors["places"]), Is.EqualTo((HttpStatusCode.BadRequest, "bad-characters")));
    }

    [Test]
    public async Task Five_megabytes_in_a_field_are_refused_and_more_is_413()
    {
        var caller = await CallAsAsync(Role.Requester, "SN");
        var long5 = await caller.PostAsync(Requests, $$"""{"places":"{{new string('é', 2_500_000)}}"}""");
        Assert.That((long5.Status, long5.Errors["places"]), Is.EqualTo((HttpStatusCode.BadRequest, "too-long")));
        var longer = await caller.PostAsync(Requests, $$"""{"places":"{{new string('x', 5_300_000)}}"}""");
        Assert.That((longer.Status, longer.Problem), Is.EqualTo((HttpStatusCode.RequestEntityTooLarge, "too-large")));
    }

    [Test]
    public async Task Another_media_type_is_415()
    {
        var caller = await CallAsAsync(Role.Requester, "SN");
        var reply = await caller.SendAsync(new HttpRequestMessage(HttpMethod.Post, Requests) { Content = new StringContent("<a/>", Encoding.UTF8, "application/xml") });
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.UnsupportedMediaType, "wrong-media-type")));
    }

    [Test]
    public async Task Nothing_is_saved_of_what_is_refused()
    {
        var before = await CountAsync();
        var caller = await CallAsAsync(Role.Requester, "SN");
        await caller.SubmitAsync(RequestExample.Content with { Commitments = new Commitments() }, "refused");
        Assert.That(await CountAsync(), Is.EqualTo(before));
        Assert.That((await caller.SubmitAsync(key: "refused")).Status, Is.EqualTo(HttpStatusCode.Created), "the key is free after a refusal");
    }

    [Test]
    public async Task The_same_key_and_body_answer_the_same_and_save_once()
    {
        var caller = await CallAsAsync(Role.Requester, "SN");
        var first = await caller.SubmitAsync(key: "abc");
        var before = await CountAsync();
        var node = JsonSerializer.SerializeToNode(RequestExample.Content, CoreJson.Options)!;
        var spaced = await caller.PostAsync(Requests, node.ToJsonString(new JsonSerializerOptions { WriteIndented = true }), "abc");
        Assert.That((spaced.Status, spaced.Text, spaced.Response.Headers.Location), Is.EqualTo((HttpStatusCode.OK, first.Text, first.Response.Headers.Location)));
        Assert.That(await CountAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task The_same_key_with_another_body_is_422()
    {
        var caller = await CallAsAsync(Role.Requester, "SN");
        await caller.SubmitAsync(key: "one");
        var other = await caller.SubmitAsync(RequestExample.Content with { Places = "Thiès" }, "one");
        Assert.That((other.Status, other.Problem), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "idempotency-key-reused")));
    }

    [Test]
    public async Task A_key_is_its_callers_own()
    {
        var first = await (await CallAsAsync(Role.Requester, "SN")).SubmitAsync(key: "shared");
        var second = await (await CallAsAsync(Role.Requester, "SN")).SubmitAsync(key: "shared");
        Assert.That(second.Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(second["reference"], Is.Not.EqualTo(first["reference"]));
    }

    [Test]
    public async Task Of_calls_at_once_with_one_key_one_wins_and_all_answer_the_same()
    {
        var caller = await CallAsAsync(Role.Requester, "SN");
        var before = await CountAsync();
        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => caller.SubmitAsync(key: "at-once")));
        Assert.That(replies.Select(reply => reply.Text).Distinct().Count(), Is.EqualTo(1), string.Join('\n', replies.Select(reply => reply.Text)));
        Assert.That(replies.Count(reply => reply.Status == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(await CountAsync(), Is.EqualTo(before + 1));
    }

    [Test]
    public async Task A_key_has_at_most_200_characters()
    {
        var reply = await (await CallAsAsync(Role.Requester, "SN")).SubmitAsync(key: new string('k', 201));
        Assert.That((reply.Status, reply.Errors["Idempotency-Key"]), Is.EqualTo((HttpStatusCode.BadRequest, "bad-key")));
    }

    [TestCaseSource(nameof(Samples))]
    public async Task The_request_of_a_sample_is_a_valid_body_today(string file)
    {
        var sample = JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(Path.Combine(SampleFolder, file)));
        var content = JsonInput.Read<RequestContent>(sample.GetProperty("request"));
        var reference = await App.WithAsync(async services => await services.GetRequiredService<ReferenceCatalog>().GetAsync(default));
        var errors = InputCheck.Check(content).Concat(new RequestRules(reference).Check(content, new DateOnly(2026, 11, 23)));
        Assert.That(errors.Where(error => error.Field != "urgency.eventOn").Select(error => $"{error.Field}: {error.Code}"), Is.Empty);
    }

    private Task<int> CountAsync() => App.ReadAsync(db => db.Requests.CountAsync());
}
