using NUnit.Framework;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Security;

/// <summary>Every form sent as it is, with nothing filled in. Changes what it may change, so it has a case of its own.</summary>
public sealed class EmptyFormTests(Provider provider) : RouteWalkTests(provider)
{
    [Test]
    public async Task A_form_with_nothing_in_it_never_fails()
    {
        List<string> wrong = [];
        foreach (var caller in Others)
        {
            var token = await AntiforgeryAsync(caller);
            foreach (var (method, address) in Targets(door => !door.IsApi && !door.Pattern.EndsWith("/sign-out", StringComparison.Ordinal)))
            {
                using var content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]);
                using var answer = await caller.SendAsync(new HttpMethod(method), address, content);
                if ((int)answer.StatusCode >= 500)
                {
                    wrong.Add($"{Place(caller, method, address)} → {(int)answer.StatusCode}");
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }
}
