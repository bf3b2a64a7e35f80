using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Experts;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class NoObjectionLinkTests(Provider provider)
{
    [Test]
    public async Task The_beneficiary_agrees_by_the_link_of_the_mail_without_signing_in()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var token = await AskedAsync(world);
        var read = await ReadAsync(world, token);
        Assert.That((read.Problem, read.Outcome, read.Experts.Single().Name), Is.EqualTo(((string?)null, (string?)null, "expert Dubœuf")));

        await SayAsync(world, token, new NoObjectionInput(false) { Comment = "Bienvenue à Dakar" });
        Assert.That(await world.ReadAsync(db => db.Nominations.Select(row => row.Status).SingleAsync()), Is.EqualTo(NominationStatus.Confirmed));
        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(row => row.Kind == "step-answered" && row.StepId == "noObjection"));
        Assert.That((line.ActorName, line.Reason, line.IsPublic), Is.EqualTo(("requester", "Bienvenue à Dakar", true)));
        Assert.That((await ReadAsync(world, token)).Problem, Is.EqualTo("link-used"));
        Assert.That(await RefusedAsync(world, token), Is.EqualTo("link-used"));
    }

    [Test]
    public async Task An_objection_needs_its_reason_and_loses_nothing()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var token = await AskedAsync(world);
        var refusal = await Assert.ThrowsAsync<InvalidInputException>(() => SayAsync(world, token, new NoObjectionInput(true)));
        Assert.That(refusal!.Message, Is.EqualTo("comment: reason-required"));
        await SayAsync(world, token, new NoObjectionInput(true) { Comment = "A jugé notre politique dans la presse" });
        Assert.That(await world.ReadAsync(db => db.Nominations.Select(row => row.Status).SingleAsync()), Is.EqualTo(NominationStatus.StoodDown));
    }

    [Test]
    public async Task After_the_silence_was_counted_the_link_says_so()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var token = await AskedAsync(world);
        var reminded = await world.ReadAsync(db => db.Outbox.CountAsync(mail => mail.OncePath != null));
        world.Clock.Advance(TimeSpan.FromDays(2));
        await world.SweepAsync();
        Assert.That(await world.ReadAsync(db => db.Outbox.CountAsync(mail => mail.Template == "task-reminder" && mail.OncePath!.Contains(token))), Is.EqualTo(1), $"of {reminded}");
        world.Clock.Advance(TimeSpan.FromDays(8));
        await world.SweepAsync();
        Assert.That((await ReadAsync(world, token)).Problem, Is.EqualTo("no-objection-over"));
        Assert.That(await RefusedAsync(world, token), Is.EqualTo("no-objection-over"));
        var minute = await world.ReadAsync(db => db.Timeline.SingleAsync(line => line.Kind == "silence-minute"));
        Assert.That((minute.StepId, minute.Values["people"], minute.Values["outcome"]), Is.EqualTo(("noObjection", "requester", "noObjection")));
    }

    [Test]
    public async Task The_link_of_a_call_opens_no_other_door()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (_, tokens) = await CalledExperts.CallAsync(world, 24, "Awa");
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync(world, tokens["Awa"]));
        await Assert.ThrowsAsync<NotFoundException>(() => SayAsync(world, tokens["Awa"], new NoObjectionInput(false)));
    }

    private static async Task<string> AskedAsync(CaseWorld world)
    {
        await world.ApproveRequestAsync();
        await world.ApproveTermsAsync();
        var (_, nominationId) = await world.AcceptAsync("expert");
        await world.AnswerAsync("officer", "mobilisation", "shortlist");
        await world.AnswerAsync("coordinator", "selection", "confirm", new { chosen = new[] { nominationId }, why = "La plus qualifiée" });
        var path = await world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == "no-objection-asked").Select(mail => mail.OncePath).SingleAsync());
        return path!["/no-objection/".Length..^"?lang=fr".Length];
    }

    private static Task<NoObjectionToAnswer> ReadAsync(CaseWorld world, string token) =>
        world.AsAsync<AnswerNoObjection, NoObjectionToAnswer>("stranger", (act, _) => act.ReadAsync(token, default));

    private static Task SayAsync(CaseWorld world, string token, NoObjectionInput input) =>
        world.AsAsync<AnswerNoObjection>("stranger", (act, _) => act.ExecuteAsync(token, input, default));

    private static async Task<string> RefusedAsync(CaseWorld world, string token) =>
        (await Assert.ThrowsAsync<RuleException>(() => SayAsync(world, token, new NoObjectionInput(false))))!.Code;
}
