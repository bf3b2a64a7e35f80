using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Tests.Requests;

/// <summary>What a request must hold to be submitted: a request that may be, spoiled in one place.</summary>
public sealed class RequestRulesTests
{
    /// <summary>The short form: what the rapid track asks for, and nothing else.</summary>
    private static readonly RequestContent Short = new()
    {
        Track = Track.Rapid,
        Country = "SN",
        Institution = CaseWorld.Request.Institution,
        Contact = CaseWorld.Request.Contact,
        Title = CaseWorld.Request.Title,
        Theme = "T2",
        Objectives = ["DAK11:R4"],
        AssistanceTypes = ["ASM"],
        Problem = CaseWorld.Request.Problem,
        Objective = CaseWorld.Request.Objective,
        LatestOn = new DateOnly(2031, 3, 20),
        WorkingLanguages = ["fr"],
        GenderAndRights = "Les enfants seuls sont signalés à part.",
        Urgency = new Urgency { Event = "Arrivées", EventOn = new DateOnly(2031, 3, 1), Consequence = "Des familles dehors", Authority = "Le gouverneur" },
        Commitments = CaseWorld.Request.Commitments,
    };

    private static readonly (string Name, RequestContent Spoiled, string Field, string Code)[] Cases =
    [
        ("gender left out", Standard with { GenderAndRights = " " }, "genderAndRights", "required"),
        ("gender none", Standard with { GenderAndRights = "Néant." }, "genderAndRights", "empty-none"),
        ("no objective", Standard with { Objectives = [] }, "objectives", "choose-one"),
        ("four objectives", Standard with { Objectives = ["DAK11:R9", "DAK11:R10", "DAK11:R11", "DAK11:R12"] }, "objectives", "too-many"),
        ("an objective twice", Standard with { Objectives = ["DAK11:R9", "DAK11:R9"] }, "objectives", "listed-twice"),
        ("no policy", Standard with { PolicyLink = null }, "policyLink", "required"),
        ("the main theme again", Standard with { OtherThemes = ["T1"] }, "otherThemes", "listed-twice"),
        ("civil society alone", Standard with { Institution = new Institution { Name = "Une association", Type = InstitutionType.CivilSociety } }, "coRequesters", "civil-society-alone"),
        ("another effort without a partner", Standard with { OtherEfforts = [new OtherEffort { Subject = "Registres" }] }, "otherEfforts[0].partner", "required"),
        ("a period that has passed", Standard with { Periods = [new Period { From = new DateOnly(2031, 3, 1), To = new DateOnly(2031, 3, 5) }] }, "periods[0].from", "in-the-past"),
        ("a period too late", Standard with { Periods = [new Period { From = new DateOnly(2031, 12, 2), To = new DateOnly(2031, 12, 5) }] }, "periods[0].from", "after-latest-day"),
        ("too early for the track", Standard with { LatestOn = new DateOnly(2031, 5, 11), Periods = [new Period { From = new DateOnly(2031, 5, 1), To = new DateOnly(2031, 5, 2) }] }, "latestOn", "too-early"),
        ("restricted without a reason", Standard with { Confidentiality = Confidentiality.Restricted }, "confidentialityReason", "required"),
        ("short: gender left out", Short with { GenderAndRights = null }, "genderAndRights", "required"),
        ("short: gender none", Short with { GenderAndRights = "none" }, "genderAndRights", "empty-none"),
        ("short: no objective", Short with { Objectives = [] }, "objectives", "choose-one"),
        ("short: four objectives", Short with { Objectives = ["DAK11:R9", "DAK11:R10", "DAK11:R11", "DAK11:R12"] }, "objectives", "too-many"),
        ("short: restricted without a reason", Short with { Confidentiality = Confidentiality.Restricted }, "confidentialityReason", "required"),
        ("short: an event to come", Short with { Urgency = Short.Urgency! with { EventOn = new DateOnly(2031, 3, 4) } }, "urgency.eventOn", "in-the-future"),
        ("short: an old event", Short with { Urgency = Short.Urgency! with { EventOn = new DateOnly(2031, 1, 31) } }, "urgency.eventOn", "too-old"),
        ("short: too early for the track", Short with { LatestOn = new DateOnly(2031, 3, 9) }, "latestOn", "too-early"),
    ];

    private static RequestContent Standard => CaseWorld.Request;

    [Test]
    public async Task Each_spoiled_request_is_refused_at_the_field_and_the_whole_ones_are_not()
    {
        await using var world = await CaseWorld.OpenAsync();
        foreach (var (name, spoiled, field, code) in Cases)
        {
            var refused = await Assert.ThrowsAsync<InvalidInputException>(() => SubmitAsync(world, spoiled));
            Assert.That(refused!.Errors.Select(error => (error.Field, error.Code)), Does.Contain((field, code)), name);
        }

        await SubmitAsync(world, Standard with { Institution = new Institution { Name = "Une association", Type = InstitutionType.CivilSociety }, CoRequesters = ["Mairie de Thiès"] });
        await SubmitAsync(world, Short);
        Assert.That(await world.ReadAsync(db => db.Requests.CountAsync()), Is.EqualTo(2));
    }

    [Test]
    public async Task A_request_that_came_as_a_letter_is_registered_with_a_copy_of_it()
    {
        await using var world = await CaseWorld.OpenAsync();
        var draft = await world.AsAsync<SaveDraft, Guid>("officer", async (act, actor) =>
            (await act.StartAsync(Standard with { Channel = RequestChannel.Letter }, actor, default)).Id);
        var seen = await world.AsAsync<GetDraft, DraftView>("officer", (query, actor) => query.ExecuteAsync(draft, actor, default));
        var refused = await Assert.ThrowsAsync<InvalidInputException>(() => world.AsAsync<SubmitRequest>("officer", (act, actor) => act.ExecuteAsync(draft, actor, default)));
        Assert.That(seen.Errors.Concat(refused!.Errors).Select(error => (error.Field, error.Code)), Has.All.EqualTo(("attachments", "scan-required")));

        await world.AsAsync<Core.Documents.AttachDocument>("officer", (act, actor) =>
            act.ExecuteAsync(new Core.Documents.AttachDocumentInput(draft, "lettre.pdf", "application/pdf"), new MemoryStream("%PDF-1.4\n%%EOF\n"u8.ToArray()), actor, default));
        await world.AsAsync<SubmitRequest>("officer", (act, actor) => act.ExecuteAsync(draft, actor, default));
        Assert.That(await world.ReadAsync(db => db.Requests.Select(request => request.Reference).SingleAsync()), Is.EqualTo("TA-2031-SN-0001"));
    }

    private static Task SubmitAsync(CaseWorld world, RequestContent content) =>
        world.AsAsync<SubmitRequest>("requester", (act, actor) => act.ExecuteAsync(content, actor, default));
}
