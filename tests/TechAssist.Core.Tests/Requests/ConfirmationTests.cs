using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Confirmations;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Requests;

/// <summary>Who stands behind a request: each of its countries, and each institution that asks too.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class ConfirmationTests(Provider provider)
{
    private const string Reference = "TA-2031-SN-0001";
    private const string Partner = "Direction de la police de l’air et des frontières";

    private static readonly RequestContent Regional = CaseWorld.Request with { OtherCountries = ["TG"], CoRequesters = [Partner] };

    [Test]
    public async Task A_regional_request_goes_on_when_one_focal_point_of_every_country_endorsed_it()
    {
        await using var world = await OpenAsync();
        await world.AddPersonAsync("focal2", Role.FocalPoint, "SN");
        await SubmitAsync(world, "requester");
        Assert.That(await AskedAsync(world), Is.EqualTo(new[] { "focal", "focal2", "focalTg" }));

        await world.AnswerAsync("focal", "endorsement", "endorse");
        Assert.That(await AskedAsync(world), Is.EqualTo(new[] { "focalTg" }), "the country has spoken");
        Assert.That((await world.OpenStepsAsync(), await EndorsedAsync(world)), Is.EqualTo((new[] { "endorsement" }, false)));

        world.Clock.Advance(TimeSpan.FromDays(6));
        await world.SweepAsync();
        var reminded = await world.ReadAsync(db => db.Outbox
            .Where(mail => mail.Template == "task-reminder" || mail.Template == "task-late").Select(mail => mail.ToAddress).Distinct().ToListAsync());
        Assert.That(reminded, Is.EqualTo(new[] { "focalTg@x.test" }));

        await world.AnswerAsync("focalTg", "endorsement", "endorse");
        Assert.That((await world.OpenStepsAsync(), await EndorsedAsync(world)), Is.EqualTo((new[] { "receipt" }, true)));
    }

    [Test]
    public async Task A_request_given_back_is_endorsed_anew_by_every_country()
    {
        await using var world = await OpenAsync();
        await SubmitAsync(world, "requester");
        await world.AnswerAsync("focal", "endorsement", "endorse");
        await world.AnswerAsync("focalTg", "endorsement", "return", new { comment = "Nommer le poste." });
        await world.AnswerAsync("requester", "revision", "resubmit");

        Assert.That(await AskedAsync(world), Is.EqualTo(new[] { "focal", "focalTg" }));
    }

    [Test]
    public async Task A_focal_point_who_submits_has_endorsed_for_the_own_country_only()
    {
        await using var world = await OpenAsync();
        await SubmitAsync(world, "focal");
        Assert.That((await AskedAsync(world), await EndorsedAsync(world)), Is.EqualTo((new[] { "focalTg" }, false)));
    }

    [Test]
    public async Task The_secretariat_records_an_endorsement_given_by_letter_also_for_a_country_without_a_focal_point()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await SubmitAsync(world, "requester");
        await world.AnswerAsync("focal", "endorsement", "endorse");
        var unassigned = await world.ReadAsync(db => db.WorkItems.Where(item => item.ClosedAt == null).Select(item => new { item.PersonId, item.Country }).SingleAsync());
        Assert.That((unassigned.PersonId, unassigned.Country), Is.EqualTo(((Guid?)null, "TG")));

        var input = new RecordConfirmationInput { Whose = "TG", ConfirmedOn = new DateOnly(2031, 3, 3), ByName = "Afi Mensah, ministère de la Sécurité", Note = "Lettre 12/MS" };
        Assert.Multiple(() =>
        {
            Assert.That(() => RecordAsync(world, "focal", input), Throws.TypeOf<RuleException>().With.Property("Code").EqualTo("not-allowed"));
            Assert.That(() => RecordAsync(world, "stranger", input), Throws.TypeOf<NotFoundException>());
            Assert.That(() => RecordAsync(world, "officer", input with { Whose = "GH" }), Throws.TypeOf<InvalidInputException>());
            Assert.That(() => RecordAsync(world, "officer", input with { ConfirmedOn = new DateOnly(2031, 3, 4) }), Throws.TypeOf<InvalidInputException>());
        });
        await RecordAsync(world, "officer", input);

        var line = await world.ReadAsync(db => db.Timeline.SingleAsync(entry => entry.Kind == "endorsement-recorded"));
        Assert.That((await world.OpenStepsAsync(), await EndorsedAsync(world)), Is.EqualTo((new[] { "receipt" }, true)));
        Assert.That((line.IsPublic, line.Reason, line.ActorName, line.Values["person"]), Is.EqualTo((true, "Lettre 12/MS", "officer", input.ByName)));
        Assert.That(() => RecordAsync(world, "officer", input), Throws.TypeOf<RuleException>().With.Property("Code").EqualTo("already-confirmed"));
    }

    [Test]
    public async Task A_focal_point_or_the_secretariat_records_that_an_institution_asks_too()
    {
        await using var world = await OpenAsync();
        await SubmitAsync(world, "requester");
        var before = await ListAsync(world, "requester");
        var input = new RecordConfirmationInput { Whose = Partner, ConfirmedOn = new DateOnly(2031, 3, 1), ByName = "Le directeur général" };
        var refused = await Assert.ThrowsAsync<RuleException>(() => RecordAsync(world, "requester", input));
        await RecordAsync(world, "focalTg", input);

        var after = await ListAsync(world, "requester");
        Assert.Multiple(() =>
        {
            Assert.That(refused!.Code, Is.EqualTo("not-allowed"));
            Assert.That(before.Select(row => (row.Whose, row.IsCountry, row.On)), Is.EqualTo(new[] { ("SN", true, (DateOnly?)null), ("TG", true, null), (Partner, false, null) }));
            Assert.That(after[2], Is.EqualTo(new ConfirmationRow(Partner, false, new DateOnly(2031, 3, 1), "Le directeur général", null, "focalTg", false)));
            Assert.That(() => RecordAsync(world, "officer", input), Throws.TypeOf<RuleException>().With.Property("Code").EqualTo("already-confirmed"));
        });
    }

    private async Task<CaseWorld> OpenAsync()
    {
        var world = await CaseWorld.OpenAsync(provider);
        await world.AddPersonAsync("focalTg", Role.FocalPoint, "TG");
        return world;
    }

    private static Task SubmitAsync(CaseWorld world, string who) => world.SubmitAsync(Regional, who);

    /// <summary>Who has the endorsement before them now.</summary>
    private static Task<List<string>> AskedAsync(CaseWorld world) => world.ReadAsync(db => db.WorkItems
        .Where(item => item.ClosedAt == null && item.Step.StepId == "endorsement")
        .Join(db.People, item => item.PersonId, person => person.Id, (item, person) => person.Name)
        .OrderBy(name => name).ToListAsync());

    private static Task<bool> EndorsedAsync(CaseWorld world) => world.ReadAsync(db => db.Requests.Select(request => request.EndorsedAt != null).SingleAsync());

    private static Task RecordAsync(CaseWorld world, string who, RecordConfirmationInput input) =>
        world.AsAsync<RecordConfirmation>(who, (act, actor) => act.ExecuteAsync(Reference, input, actor, default));

    private static Task<IReadOnlyList<ConfirmationRow>> ListAsync(CaseWorld world, string who) =>
        world.AsAsync<ListConfirmations, IReadOnlyList<ConfirmationRow>>(who, (query, actor) => query.ExecuteAsync(world.RequestId, actor, default));
}
