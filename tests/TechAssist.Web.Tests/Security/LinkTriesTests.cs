using System.Net;
using NUnit.Framework;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Security;

/// <summary>Nobody finds a signed link by trying addresses.</summary>
public sealed class LinkTriesTests(Provider provider) : PortalTests(provider)
{
    protected override IReadOnlyDictionary<string, string?>? Settings => new Dictionary<string, string?>
    {
        ["RateLimits:LinksReadPerMinute"] = "3",
        ["RateLimits:WritingPerMinute"] = "3",
        ["RateLimits:RoomPerMinute"] = "3",
    };

    [Test]
    public async Task Made_up_addresses_are_no_longer_answered_after_a_few([Values("/ready/", "/registration/", "/e/")] string page)
    {
        var visitor = App.Visit("en");
        List<HttpStatusCode> answers = [];
        for (var tries = 0; tries < 5; tries++)
        {
            answers.Add((await visitor.GetAsync($"{page}{tries:D43}")).Status);
        }

        Assert.That(answers, Has.None.EqualTo(HttpStatusCode.OK).And.Some.EqualTo(HttpStatusCode.TooManyRequests));
    }
}
