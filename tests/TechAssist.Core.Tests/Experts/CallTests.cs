using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Requests;
using TechAssist.Testing;
using static TechAssist.Core.Tests.Experts.CalledExperts;

namespace TechAssist.Core.Tests.Experts;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class CallTests(Provider provider)
{
    [Test]
    public async Task An_expert_without_an_account_answers_a_call_once_by_the_link_of_the_mail()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (_, tokens) = await CallAsync(world, 24, "Awa", "Koffi");
        world.Clock.Advance(TimeSpan.FromHours(3));

        var read = await ReadAsync(world, tokens["Awa"]);
        Assert.That((read.Expert, read.Problem, read.Role), Is.EqualTo(("Awa Dubœuf", (string?)null, "Statisticienne")));
        Assert.That(await TimelineAsync(world, "call-seen"), Is.Empty, "opening the link left a trace");

        await SeeAsync(world, tokens["Awa"]);
        await SeeAsync(world, tokens["Awa"]);
        await AnswerAsync(world, tokens["Awa"], Yes with { OnlyOn = [new Period { From = new DateOnly(2031, 9, 8), To = new DateOnly(2031, 9, 12) }] });

        var calls = await world.AsAsync<ListCalls, IReadOnlyList<CallRow>>("officer", (query, actor) => query.ExecuteAsync(world.RequestId, actor, default));
        var awa = calls.Single().Asked.Single(row => row.Expert.StartsWith("Awa", StringComparison.Ordinal));
        Assert.That((awa.Status, awa.OfferedDays.Single().From, calls[0].Answered), Is.EqualTo((NominationStatus.Accepted, new DateOnly(2031, 9, 8), 1)));
        Assert.That(await TimelineAsync(world, "call-seen"), Is.EqualTo(new[] { "Awa Dubœuf 3" }));
        Assert.That(await TimelineAsync(world, "expert-accepted-if"), Is.EqualTo(new[] { "Awa Dubœuf 3" }));
        Assert.That(await MailsAsync(world, "expert-accepted"), Has.Length.EqualTo(2), "both officers are told");

        var twice = await Assert.ThrowsAsync<RuleException>(() => AnswerAsync(world, tokens["Awa"], Yes));
        Assert.That(twice!.Code, Is.EqualTo("link-used"));
        Assert.That(await TimelineAsync(world, "link-refused"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_link_that_was_changed_or_cut_is_none_of_ours()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (_, tokens) = await CallAsync(world, 24, "Awa", "Koffi");
        var (awa, koffi) = (tokens["Awa"], tokens["Koffi"]);
        string[] wrong = ["", "x", awa[..42], awa + "A", awa[..22] + koffi[22..], (awa[0] == 'A' ? 'B' : 'A') + awa[1..], "é" + awa[1..]];
        foreach (var token in wrong)
        {
            var refusal = await Assert.ThrowsAsync<NotFoundException>(() => AnswerAsync(world, token, Yes));
            Assert.That(refusal!.Code, Is.EqualTo("link-unknown"), token);
        }

        // Only the mixed one bears the id of a link that was sent: it belongs to a case, and is noted there.
        Assert.That(await TimelineAsync(world, "link-refused"), Has.Length.EqualTo(1));
        await AnswerAsync(world, awa, Yes);
        await AnswerAsync(world, koffi, new AnswerInvitationInput(false) { Message = "Pas libre" });
    }

    [Test]
    public async Task The_clock_reminds_the_silent_once_alarms_the_officer_and_closes()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (_, tokens) = await CallAsync(world, 24, "Awa", "Koffi");
        world.Clock.Advance(TimeSpan.FromHours(11.9));
        await SweepAsync(world);
        Assert.That(await MailsAsync(world, "call-reminder"), Is.Empty);

        world.Clock.Advance(TimeSpan.FromHours(0.2));
        await SweepAsync(world);
        await SweepAsync(world);
        Assert.That(await MailsAsync(world, "call-reminder"), Has.Length.EqualTo(2));
        Assert.That(await MailsAsync(world, "call-unanswered"), Has.Length.EqualTo(2));

        await AnswerAsync(world, tokens["Koffi"], new AnswerInvitationInput(false) { Message = "En congé" });
        world.Clock.Advance(TimeSpan.FromHours(12));
        await SweepAsync(world);
        await SweepAsync(world);
        var statuses = await world.ReadAsync(db => db.Nominations.OrderBy(row => row.Expert.SortName).Select(row => row.Status).ToArrayAsync());
        Assert.That(statuses, Is.EqualTo(new[] { NominationStatus.NoReply, NominationStatus.Declined }));
        Assert.That(await TimelineAsync(world, "call-closed"), Has.Length.EqualTo(1));
        var late = await Assert.ThrowsAsync<RuleException>(() => AnswerAsync(world, tokens["Awa"], Yes));
        Assert.That(late!.Code, Is.EqualTo("link-expired"));
    }

    [Test]
    public async Task A_server_that_slept_through_the_whole_call_only_closes_it()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await CallAsync(world, 24, "Awa");
        world.Clock.Advance(TimeSpan.FromDays(3));
        await SweepAsync(world);
        Assert.That(await MailsAsync(world, "call-reminder"), Is.Empty);
        Assert.That(await MailsAsync(world, "call-closed"), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Standing_down_tells_who_was_asked_and_ends_their_links()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (callId, tokens) = await CallAsync(world, 24, "Awa", "Koffi");
        await AnswerAsync(world, tokens["Koffi"], new AnswerInvitationInput(false) { Message = "En congé" });
        await world.AsAsync<StandDownCall>("officer", (act, actor) => act.ExecuteAsync(callId, new StandDownCallInput("La crise est passée"), actor, default));

        Assert.That(await MailsAsync(world, "call-stood-down"), Is.EqualTo(new[] { "awa@expert.test" }));
        var refusal = await Assert.ThrowsAsync<RuleException>(() => AnswerAsync(world, tokens["Awa"], Yes));
        Assert.That(refusal!.Code, Is.EqualTo("link-revoked"));
        var again = await Assert.ThrowsAsync<RuleException>(() =>
            world.AsAsync<StandDownCall>("officer", (act, actor) => act.ExecuteAsync(callId, new StandDownCallInput("Encore"), actor, default)));
        Assert.That(again!.Code, Is.EqualTo("call-ended"));
    }

    [Test]
    public async Task More_time_moves_the_links_too_and_strangers_cannot_touch_the_call()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var (callId, tokens) = await CallAsync(world, 24, "Awa");
        var later = new ProlongCallInput { ClosesAt = world.Now.AddHours(60) };
        await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<ProlongCall>("stranger", (act, actor) => act.ExecuteAsync(callId, later, actor, default)));
        await world.AsAsync<ProlongCall>("officer", (act, actor) => act.ExecuteAsync(callId, later, actor, default));
        world.Clock.Advance(TimeSpan.FromHours(50));
        await AnswerAsync(world, tokens["Awa"], Yes);
    }

    [Test]
    public async Task A_call_says_what_is_wrong_with_it_and_asks_nobody()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ApproveRequestAsync();
        var input = new OpenCallInput { Role = "Statisticienne", ClosesAt = world.Now };
        Assert.That(await RefusedAsync(world, input), Is.EqualTo("closesAt: closes-before-it-opens"));
        Assert.That(await RefusedAsync(world, input with { ClosesAt = world.Now.AddDays(31) }), Is.EqualTo("closesAt: call-too-long"));
        Assert.That(await RefusedAsync(world, input with { ClosesAt = world.Now.AddDays(2) }), Is.EqualTo("nominations: required"));
        Assert.That(await RefusedAsync(world, input with { ClosesAt = world.Now.AddDays(2), AsksPool = true }), Is.EqualTo("nominations: pool-is-empty"));
        Assert.That(await RefusedAsync(world, input with { ClosesAt = world.Now.AddDays(2), Nominations = [Guid.CreateVersion7(world.Clock.GetUtcNow())] }), Is.EqualTo("nominations: not-a-choice"));
    }

    [Test]
    public async Task The_pool_is_asked_as_far_as_it_fits()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ApproveRequestAsync();
        await AddAsync(world, "Awa", Pooled);
        await AddAsync(world, "Binta", profile => Pooled(profile) with { Nationalities = ["SN"] });
        await AddAsync(world, "Carlos", profile => Pooled(profile) with { Languages = [new LanguageSkill { Language = "en", IsMotherTongue = true }] });
        await AddAsync(world, "Dieu", profile => Pooled(profile) with { Email = null });
        await AddAsync(world, "Edem", profile => profile);
        await OpenAsync(world, new OpenCallInput { Role = "Statisticienne", ClosesAt = world.Now.AddDays(2), AsksPool = true });
        Assert.That(await MailsAsync(world, "call-opened"), Is.EqualTo(new[] { "awa@expert.test" }));
    }
}
