using System.Net;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Api;

public sealed class ProblemTests(Provider provider) : ApiTests(provider)
{
    [TestCase("GET", "/api/v1/nothing", 404, "not-found")]
    [TestCase("GET", "/api/v2/requests", 404, "not-found")]
    [TestCase("GET", "/api/nothing", 404, "not-found")]
    [TestCase("DELETE", "/api/v1/requests", 405, "method-not-allowed")]
    [TestCase("PUT", "/api/v1/tasks", 405, "method-not-allowed")]
    [TestCase("GET", "/api/v1/requests/x/documents/nonsense", 404, "not-found")]
    public async Task What_is_not_there_is_a_problem_detail_whatever_is_accepted(string method, string address, int status, string code)
    {
        var caller = await CallAsAsync(Role.CaseOfficer);
        foreach (var accept in new[] { "application/json", "text/html", "application/xml" })
        {
            var request = new HttpRequestMessage(new HttpMethod(method), address);
            request.Headers.Accept.ParseAdd(accept);
            var reply = await caller.SendAsync(request);
            Assert.That(((int)reply.Status, reply.Problem), Is.EqualTo((status, code)), accept);
        }
    }

    [TestCase("en", "fr", "There is nothing here, or nothing that you may see")]
    [TestCase("fr-SN,fr;q=0.9", "en", "Il n’y a rien ici, ou rien que vous puissiez voir")]
    [TestCase(null, "fr", "Il n’y a rien ici, ou rien que vous puissiez voir")]
    [TestCase("pt", "en", "There is nothing here, or nothing that you may see")]
    public async Task The_header_chooses_the_language_and_then_the_person(string? accepted, string own, string title)
    {
        var caller = await CallAsAsync(Role.CaseOfficer, language: own);
        Assert.That((await caller.GetAsync("/api/v1/requests/TA-2031-SN-9999", accepted))["title"], Is.EqualTo(title));
    }
}

public sealed class RateLimitTests(Provider provider) : ApiTests(provider)
{
    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["RateLimits:ApiPerMinute"] = "3" };

    [Test]
    public async Task Too_many_calls_of_one_token_are_429_and_others_go_on()
    {
        var (hasty, calm) = (await CallAsAsync(Role.CaseOfficer), await CallAsAsync(Role.CaseOfficer));
        for (var call = 0; call < 3; call++)
        {
            Assert.That((await hasty.GetAsync("/api/v1/tasks")).Status, Is.EqualTo(HttpStatusCode.OK));
        }

        var refused = await hasty.GetAsync("/api/v1/tasks");
        Assert.That((refused.Status, refused.Problem), Is.EqualTo((HttpStatusCode.TooManyRequests, "too-many-calls")));
        Assert.That(refused.Response.Headers.RetryAfter!.Delta, Is.GreaterThan(TimeSpan.Zero));
        Assert.That((await calm.GetAsync("/api/v1/tasks")).Status, Is.EqualTo(HttpStatusCode.OK));
    }
}
