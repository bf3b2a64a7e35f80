using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Confirmations;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Requests;

/// <summary>The address a request names as its contact.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class ConfirmContactTests(Provider provider)
{
    private static readonly RequestContent Elsewhere = CaseWorld.Request with
    {
        Contact = CaseWorld.Request.Contact with
        {
            Name = "Aïssatou N’Diaye",
            Email = "aissatou@ministere.test",
            Language = "fr",
        },
    };

    [Test]
    public async Task Whoever_reads_the_address_confirms_it_once_and_looking_confirms_nothing()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.SubmitAsync(Elsewhere);
        var token = await TokenAsync(world);
        var shown = await world.AsAsync<ConfirmContact, ContactToConfirm>("stranger", (act, _) => act.ReadAsync(token, default));
        Assert.That((shown.Email, shown.Problem, shown.ConfirmedAt), Is.EqualTo(("aissatou@ministere.test", (string?)null, (DateTime?)null)));

        await world.AsAsync<ConfirmContact>("stranger", (act, _) => act.ExecuteAsync(token, default));
        Assert.That(await ConfirmedAsync(world), Is.EqualTo(world.Now));
        var again = await Assert.ThrowsAsync<RuleException>(() => world.AsAsync<ConfirmContact>("stranger", (act, _) => act.ExecuteAsync(token, default)));
        Assert.That(again!.Code, Is.EqualTo("link-used"));
        Assert.That(await world.ReadAsync(db => db.Timeline.CountAsync(line => line.Kind == "contact-confirmed")), Is.EqualTo(1));
    }

    [Test]
    public async Task A_new_link_takes_the_place_of_the_one_before_and_an_old_one_expires()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.SubmitAsync(Elsewhere);
        var first = await TokenAsync(world);
        var reference = await world.ReadAsync(db => db.Requests.Select(row => row.Reference).SingleAsync());
        await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<ConfirmContact>("stranger", (act, by) => act.AskAgainAsync(reference!, by, default)));
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.AsAsync<ConfirmContact>("officer", (act, by) => act.AskAgainAsync(reference!, by, default));

        Assert.That((await Assert.ThrowsAsync<RuleException>(() => world.AsAsync<ConfirmContact>("stranger", (act, _) => act.ExecuteAsync(first, default))))!.Code, Is.EqualTo("link-revoked"));
        var second = await TokenAsync(world);
        world.Clock.Advance(TimeSpan.FromDays(14));
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => world.AsAsync<ConfirmContact>("stranger", (act, _) => act.ExecuteAsync(second, default))))!.Code, Is.EqualTo("link-expired"));
        Assert.That(await ConfirmedAsync(world), Is.Null);
    }

    [TestCase("")]
    [TestCase("nonsense")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_link_that_is_none_is_not_found(string token)
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<ConfirmContact>("stranger", (act, _) => act.ExecuteAsync(token, default)));
    }

    private static async Task<string> TokenAsync(CaseWorld world)
    {
        var mails = await world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == "contact-confirm").OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id).ToListAsync());
        Assert.That((mails[^1].ToAddress, mails[^1].Language), Is.EqualTo(("aissatou@ministere.test", "fr")));
        return mails[^1].OncePath!["/confirm/".Length..].Split('?')[0];
    }

    private static Task<DateTime?> ConfirmedAsync(CaseWorld world) => world.ReadAsync(db => db.Requests.Select(row => row.ContactConfirmedAt).SingleAsync());
}
