using System.Net;
using System.Text;
using NUnit.Framework;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Security;

/// <summary>Everything that changes something: refused without the form's token or the program's, and for whoever the case is none of
/// their business.</summary>
public sealed class EveryPostTests(Provider provider) : RouteWalkTests(provider)
{
    [Test]
    public async Task A_form_without_its_token_is_refused_everywhere()
    {
        List<string> wrong = [];
        foreach (var caller in (Caller[])[Nobody, Strangers[0], Others[0], Others.Single(one => one.Name == "requester.sn"), Others.Single(one => one.Name == "an administrator")])
        {
            foreach (var (method, address) in Targets(door => !door.IsApi))
            {
                using var content = new FormUrlEncodedContent([KeyValuePair.Create("Input.Name", "Zoë")]);
                using var answer = await caller.SendAsync(new HttpMethod(method), address, content);
                if (!IsRefusal(answer.StatusCode) && !(answer.StatusCode == HttpStatusCode.Found && !caller.IsSignedIn && answer.Headers.Location!.ToString().Contains("/account/sign-in", StringComparison.Ordinal)))
                {
                    wrong.Add($"{Place(caller, method, address)} → {(int)answer.StatusCode}");
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public async Task The_api_takes_nothing_without_a_token_and_nothing_that_is_no_json()
    {
        List<string> wrong = [];
        foreach (var (method, address) in Targets(door => door.IsApi))
        {
            using (var answer = await Nobody.SendAsync(new HttpMethod(method), address, Json("{}")))
            {
                if (answer.StatusCode != HttpStatusCode.Unauthorized || answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
                {
                    wrong.Add($"{Place(Nobody, method, address)} → {(int)answer.StatusCode}");
                }
            }

            foreach (var body in (string[])["", "{", "[]", "null", "nonsense", "\"\\ud800\"", "{\"outcome\":\"\\u0000\"}", new string('[', 100_000)])
            {
                foreach (var caller in (Caller[])[Strangers[0], Strangers[1], Others[0]])
                {
                    using var answer = await caller.SendAsync(new HttpMethod(method), address, Json(body));
                    if (!IsRefusal(answer.StatusCode) || answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
                    {
                        wrong.Add($"{Place(caller, method, address)} with {body[..Math.Min(12, body.Length)]} → {(int)answer.StatusCode} {answer.Content.Headers.ContentType}");
                    }
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public async Task With_a_token_too_a_stranger_changes_nothing_of_the_case()
    {
        List<string> wrong = [];
        foreach (var caller in Strangers)
        {
            var token = await AntiforgeryAsync(caller);
            foreach (var (method, address) in Targets(door => !door.IsApi && door.Parameters.Count > 0 && !Open.Contains(door.Pattern)))
            {
                using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
                using var answer = await caller.SendAsync(new HttpMethod(method), address, content);
                if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
                {
                    wrong.Add($"{Place(caller, method, address)} → {(int)answer.StatusCode}");
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    private static bool IsRefusal(HttpStatusCode status) => (int)status is >= 400 and < 500;

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
