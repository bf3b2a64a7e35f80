using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Asks;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Core.Requests;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Experts;

/// <summary>Experts are asked by themselves whether papers, consents and availability still hold, and answer by the link.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class ReadinessAskTests(Provider provider)
{
    private const string Email = "zoe@x.test";

    private static readonly ExpertProfile Profile = CaseTexts.Expert("Sané", "Zoë", "FR", new DateOnly(2031, 3, 3)) with
    {
        Email = Email,
        NoticeDays = 5,
        Readiness =
        [
            new ReadinessItem { Kind = ReadinessKind.Passport, ValidUntil = new DateOnly(2031, 6, 20) },
            new ReadinessItem { Kind = ReadinessKind.Medical, ValidUntil = new DateOnly(2039, 1, 1), Note = "apte" },
        ],
    };

    [Test]
    public async Task Each_thing_is_asked_once_a_stage_however_often_the_sweep_runs()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await AddAsync(world);
        for (var day = 0; day < 140; day++)
        {
            await SweepAsync(world);
            await SweepAsync(world);
            world.Clock.Advance(TimeSpan.FromDays(1));
        }

        var asks = await world.ReadAsync(db => db.ReadinessAsks.OrderBy(ask => ask.AskedAt).ThenBy(ask => ask.Item).ToListAsync());
        Assert.That(asks.Select(ask => $"{DateOnly.FromDateTime(ask.AskedAt):yyyy-MM-dd} {ask.Item} {ask.Stage}"), Is.EqualTo(new[]
        {
            "2031-03-22 Passport 90", "2031-05-21 Passport 30", "2031-06-01 Availability 0", "2031-06-13 Passport 7", "2031-07-01 Availability -30",
        }));
        Assert.That(await world.ReadAsync(db => db.Outbox.CountAsync(mail => mail.Template == "keep-ready")), Is.EqualTo(5));
    }

    [Test]
    public async Task A_missed_window_asks_for_everything_in_one_mail_once()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await AddAsync(world);
        world.Clock.Advance(TimeSpan.FromDays(130));
        await SweepAsync(world);
        var mail = await world.ReadAsync(db => db.Outbox.SingleAsync(row => row.Template == "keep-ready"));
        Assert.That(mail.Values["items"], Does.Contain("Passeport").And.Contain("Disponibilité"));
        Assert.That(mail.OncePath, Does.Match(@"^/ready/[\w-]{43}\?lang=fr$"), "it names nobody");
        Assert.That(await world.ReadAsync(db => db.ReadinessAsks.CountAsync()), Is.EqualTo(2));
    }

    [Test]
    public async Task One_tap_confirms_and_a_renewed_paper_takes_its_day()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var id = await AddAsync(world);
        world.Clock.Advance(TimeSpan.FromDays(130));
        await SweepAsync(world);
        var token = await TokenAsync(world);
        for (var looks = 0; looks < 3; looks++)
        {
            var shown = await ReadAsync(world, token);
            Assert.That(shown.Items.Select(item => item.Item), Is.EqualTo(new[] { "Passport", "Availability" }));
        }

        var input = new AnswerAskInput
        {
            NoticeDays = 5,
            Unavailable = [new Period { From = new DateOnly(2031, 8, 1), To = new DateOnly(2031, 8, 31) }],
            Renewals = [new Renewal { Item = "Passport", Until = new DateOnly(2041, 6, 1) }],
        };
        await AnswerAsync(world, token, input);
        var expert = await world.ReadAsync(db => db.Experts.SingleAsync(row => row.Id == id));
        Assert.That((expert.ConfirmedOn, expert.Profile.Readiness.Single(item => item.Kind == ReadinessKind.Passport).ValidUntil), Is.EqualTo((DateOnly.FromDateTime(world.Now), new DateOnly(2041, 6, 1))));
        Assert.That(expert.Profile.Readiness.Single(item => item.Kind == ReadinessKind.Medical).Note, Is.EqualTo("apte"));
        Assert.That(await world.ReadAsync(db => db.ReadinessAsks.CountAsync(ask => ask.AnsweredAt == null)), Is.Zero);
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => AnswerAsync(world, token, input)))!.Code, Is.EqualTo("link-used"));
        Assert.That((await ReadAsync(world, token)).Expert, Is.Empty, "nothing is shown behind a used link");
        var asked = await world.AsAsync<ListAsks, IReadOnlyList<AskRow>>("officer", (query, by) => query.ExecuteAsync(id, by, "en", default));
        Assert.That(asked, Has.All.Matches<AskRow>(row => row!.AnsweredAt == world.Now).And.Some.Matches<AskRow>(row => row!.What.StartsWith("Passport", StringComparison.Ordinal)));
        Assert.That(await world.AsAsync<ListAsks, IReadOnlyList<AskRow>>("focal", (query, by) => query.ExecuteAsync(id, by, "en", default)), Is.Empty);
    }

    [Test]
    public async Task A_day_that_has_passed_a_foreign_item_and_a_changed_link_are_refused()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await AddAsync(world);
        world.Clock.Advance(TimeSpan.FromDays(130));
        await SweepAsync(world);
        var token = await TokenAsync(world);
        var past = await Assert.ThrowsAsync<InvalidInputException>(() => AnswerAsync(world, token, new AnswerAskInput
        {
            Renewals = [new Renewal { Item = "Passport", Until = new DateOnly(2031, 6, 20) }, new Renewal { Item = "Medical", Until = new DateOnly(2049, 1, 1) }],
            Unavailable = [new Period { From = new DateOnly(2031, 8, 2), To = new DateOnly(2031, 8, 1) }],
        }));
        Assert.That(past!.Errors.Select(error => error.Code), Is.EquivalentTo(new[] { "in-the-past", "not-a-choice", "ends-before-it-begins" }));
        await Assert.ThrowsAsync<NotFoundException>(() => ReadAsync(world, (token[0] == 'A' ? 'B' : 'A') + token[1..]));
        world.Clock.Advance(TimeSpan.FromDays(45));
        Assert.That((await Assert.ThrowsAsync<RuleException>(() => AnswerAsync(world, token, new AnswerAskInput())))!.Code, Is.EqualTo("link-expired"));
    }

    [Test]
    public async Task A_consent_that_ends_is_renewed_by_a_tap_and_without_one_nobody_is_asked()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var id = await AddAsync(world);
        world.Clock.SetUtcNow(new DateTimeOffset(2033, 1, 15, 9, 0, 0, TimeSpan.Zero));
        await SweepAsync(world);
        var token = await TokenAsync(world);
        Assert.That((await ReadAsync(world, token)).Items.Select(item => item.Item), Does.Contain("Consent:Storage").And.Contain("Consent:ShareCv"));
        await AnswerAsync(world, token, new AnswerAskInput { NoticeDays = 5, RenewConsents = true });
        Assert.That(await world.ReadAsync(db => db.Experts.Where(row => row.Id == id).Select(row => row.ConsentUntilOn).SingleAsync()), Is.EqualTo(new DateOnly(2035, 1, 15)));

        world.Clock.SetUtcNow(new DateTimeOffset(2035, 2, 1, 9, 0, 0, TimeSpan.Zero));
        await SweepAsync(world);
        Assert.That(await world.ReadAsync(db => db.Outbox.CountAsync(mail => mail.Template == "keep-ready")), Is.EqualTo(1));
    }

    [Test]
    public async Task Whoever_confirms_or_edits_signed_in_has_answered_too()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var id = await AddAsync(world);
        world.Clock.Advance(TimeSpan.FromDays(130));
        await SweepAsync(world);
        await world.AsAsync<ConfirmAvailability>("officer", (act, by) => act.ExecuteAsync(id, by, default));
        Assert.That(await world.ReadAsync(db => db.ReadinessAsks.Where(ask => ask.AnsweredAt == null).Select(ask => ask.Item).ToListAsync()), Is.EqualTo(new[] { "Passport" }));
        var revision = await world.ReadAsync(db => db.Experts.Where(row => row.Id == id).Select(row => row.Revision).SingleAsync());
        await world.AsAsync<EditExpert, int>("officer", (act, by) => act.ExecuteAsync(id, new EditExpertInput(Profile, revision), by, default));
        Assert.That(await world.ReadAsync(db => db.ReadinessAsks.CountAsync(ask => ask.AnsweredAt == null)), Is.Zero);
    }

    private static Task<Guid> AddAsync(CaseWorld world) =>
        world.AsAsync<AddExpert, Guid>("officer", (act, actor) => act.ExecuteAsync(new AddExpertInput(Profile), actor, default));

    private static Task<int> SweepAsync(CaseWorld world) => world.AsAsync<SweepAsks, int>("officer", (act, _) => act.ExecuteAsync(50, default));

    private static Task<AsksToAnswer> ReadAsync(CaseWorld world, string token) => world.AsAsync<AnswerAsk, AsksToAnswer>("stranger", (act, _) => act.ReadAsync(token, default));

    private static Task AnswerAsync(CaseWorld world, string token, AnswerAskInput input) => world.AsAsync<AnswerAsk>("stranger", (act, _) => act.ExecuteAsync(token, input, default));

    private static async Task<string> TokenAsync(CaseWorld world) =>
        (await world.ReadAsync(db => db.Outbox.Where(mail => mail.Template == "keep-ready").OrderByDescending(mail => mail.CreatedAt).Select(mail => mail.OncePath!).FirstAsync()))["/ready/".Length..].Split('?')[0];
}
