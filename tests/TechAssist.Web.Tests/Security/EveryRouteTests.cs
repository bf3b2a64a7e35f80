using System.Net;
using NUnit.Framework;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Security;

/// <summary>One walk over everything the program listens at; a new page or endpoint is in it the moment it is mapped.</summary>
public sealed class EveryRouteTests(Provider provider) : RouteWalkTests(provider)
{
    private static readonly string[] Odd =
    [
        "00000000-0000-0000-0000-000000000000", "0198f0a0-7777-7abc-8def-0123456789ab", "TA-2031-SN-9999", "nonsense", "-1", "99999999999999999999",
        new string('x', 10_000), "..%2F..%2Fetc%2Fpasswd", "%E2%80%AE%F0%9F%92%A9%20%C3%A9", "%27%20OR%201%3D1--", "%FF%FE",
    ];

    private static readonly string[] OddQueries =
    [
        "?after=nonsense&pageSize=-1&page=0&q=%00", "?after=%FF%FE&pageSize=99999999999999999999&status=Emperor&late=perhaps",
        "?lang=xx&mission=x&version=-1&expert=nonsense&type=%27&code=%27&handler=Nothing&text=%F0%9F%92%A9", "?lang=%00",
    ];

    /// <summary>Those between whom all doors open: whoever else came would be read the same way.</summary>
    private IEnumerable<Caller> OneOfAKind => [Nobody, Strangers[0], .. Others.Where(one => one.Name is "a coordinator" or "an administrator" or "requester.sn" or "expert1")];

    private IEnumerable<Door> Readable => Doors.Where(door => door.Takes("GET"));

    [Test]
    public async Task An_address_with_something_unknown_or_odd_in_it_is_refused_and_never_fails()
    {
        List<string> wrong = [];
        foreach (var caller in OneOfAKind)
        {
            foreach (var door in Readable.Where(door => door.Parameters.Count > 0))
            {
                foreach (var address in Odd.Select(odd => door.With(_ => odd)).Concat(Odd.Where(_ => door.Parameters.Count > 1).Select(odd => door.With(name => name == "reference" ? Names.Reference : odd))).Distinct())
                {
                    using var answer = await caller.GetAsync(address);
                    var isRefused = (int)answer.StatusCode is >= 400 and < 500 || (!caller.IsSignedIn && IsSignIn(answer)) || Open.Contains(door.Pattern);
                    if ((int)answer.StatusCode >= 500 || !isRefused)
                    {
                        wrong.Add($"{Place(caller, "GET", address)} → {(int)answer.StatusCode}");
                    }
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public async Task A_query_nobody_understands_never_fails()
    {
        List<string> wrong = [];
        foreach (var caller in OneOfAKind)
        {
            foreach (var door in Readable)
            {
                foreach (var address in Names.AddressesOf(door).Take(1).SelectMany(address => OddQueries.Select(query => address.Split('?')[0] + query)))
                {
                    using var answer = await caller.GetAsync(address);
                    if ((int)answer.StatusCode >= 500)
                    {
                        wrong.Add($"{Place(caller, "GET", address)} → {(int)answer.StatusCode}");
                    }
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public async Task What_is_another_countrys_does_not_exist()
    {
        List<string> wrong = [];
        foreach (var caller in Strangers)
        {
            foreach (var door in Readable.Where(door => !Open.Contains(door.Pattern)))
            {
                foreach (var address in AddressesOf(door))
                {
                    using var answer = await caller.GetAsync(address);
                    var isRight = door.Parameters.Count > 0 ? answer.StatusCode == HttpStatusCode.NotFound : await SaysNothingAsync(answer);
                    if (!isRight)
                    {
                        wrong.Add($"{Place(caller, "GET", address)} → {(int)answer.StatusCode}");
                    }
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public async Task Who_is_not_signed_in_is_asked_to_except_where_the_door_is_open()
    {
        List<string> wrong = [];
        foreach (var door in Readable)
        {
            foreach (var address in Names.AddressesOf(door))
            {
                using var answer = await Nobody.GetAsync(address);
                var isRight = Open.Contains(door.Pattern)
                    ? (int)answer.StatusCode < 500 && !IsSignIn(answer) && await SaysNothingAsync(answer)
                    : door.IsApi
                        ? answer.StatusCode == HttpStatusCode.Unauthorized && answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
                        : IsSignIn(answer);
                if (!isRight)
                {
                    wrong.Add($"{Place(Nobody, "GET", address)} → {(int)answer.StatusCode} {answer.Headers.Location}");
                }
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    /// <summary>Without this the walks could knock at the wrong addresses and find everything closed.</summary>
    [Test]
    public async Task Every_door_opens_for_somebody()
    {
        List<string> closed = [];
        foreach (var door in Readable.Where(door => !NeedsMore(door)))
        {
            var isOpen = false;
            foreach (var address in AddressesOf(door))
            {
                foreach (var caller in Others)
                {
                    using var answer = await caller.GetAsync(address);
                    isOpen |= (int)answer.StatusCode is >= 200 and < 400;
                }

                if (isOpen)
                {
                    break;
                }
            }

            if (!isOpen)
            {
                closed.Add(door.Pattern);
            }
        }

        Assert.That(closed, Is.Empty);
    }

    private IEnumerable<string> AddressesOf(Door door) => AllNames.SelectMany(names => names.AddressesOf(door)).Distinct();

    /// <summary>Doors that open with a signed link only, those that need a task with a due time, a published report or a photo, and those that never answer a reader with a page of theirs.</summary>
    private static bool NeedsMore(Door door) => door.Pattern is "/published/{id:guid}" or "/published/{id:guid}/{document}.{format}" or "/requests/{reference}/missions/{number:int}/report/photos/{id:guid}" or "/calendar/{token}.ics" or "/e/{code}" or "/tasks/{id:guid}/more-time" or "/ready/{token}" or "/roster/{id:guid}/cv" or "/roster/registrations/{id:guid}/cv"
        || door.Pattern.StartsWith("/registration/{token}", StringComparison.Ordinal) || door.Pattern is "/account/invitation" or "/account/reset" or "/call/{token}" or "/confirm/{token}" or "/no-objection/{token}" or "/answer/{token}" or "/answer/{token}/more-time" or "/more-time/{token}" or "/progress/{token}" or "/error/{status:int}" or "/account/sign-out";

    private async Task<bool> SaysNothingAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return !AllNames.Any(names => text.Contains(names.Reference, StringComparison.Ordinal)) && !text.Contains(Case.RequestId.ToString(), StringComparison.Ordinal)
            && !text.Contains(Case.Request.Title.En!, StringComparison.Ordinal);
    }

    private static bool IsSignIn(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.ToString().Contains("/account/sign-in", StringComparison.Ordinal);
}
