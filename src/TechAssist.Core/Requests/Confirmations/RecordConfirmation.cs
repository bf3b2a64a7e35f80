using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests.Forms;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Requests.Confirmations;

public sealed record RecordConfirmationInput
{
    /// <summary>Two letters of a country of the request, or the name of an institution that asks too.</summary>
    [Required, StringLength(300)]
    public string? Whose { get; init; }

    /// <summary>The day on which it was given.</summary>
    [Required]
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>Who gave it.</summary>
    [Required, StringLength(200)]
    public string? ByName { get; init; }

    /// <summary>How it was given: a letter with its number, a telephone call.</summary>
    [StringLength(1000)]
    public string? Note { get; init; }
}

/// <summary>Records a word that was given outside the portal. The secretariat records the endorsement of a country, which counts like
/// the focal point's own answer; it or a focal point of the case records that an institution asks too.</summary>
public sealed class RecordConfirmation(TechAssistDb db, WorkflowCatalog workflows, CaseFlow flow, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such case, or not the actor's to know.</exception>
    /// <exception cref="RuleException">not-allowed, not-open, already-confirmed.</exception>
    public async Task ExecuteAsync(string reference, RecordConfirmationInput input, Actor by, CancellationToken cancellationToken)
    {
        var request = await db.Requests.VisibleTo(by).Include(row => row.Countries).SingleOrDefaultAsync(row => row.Reference == reference, cancellationToken)
            ?? throw new NotFoundException("The request");
        by.Require(MayConfirm(request, by));
        request.RequireRunning();
        var now = clock.GetUtcNow().UtcDateTime;
        var country = request.Countries.Find(row => row.Country == input.Whose);
        InputCheck.ThrowIfInvalid(input, Faults(input, request, country, DateOnly.FromDateTime(now)));
        if (country is null)
        {
            await ConfirmAsync(request, input, by, now, cancellationToken);
        }
        else
        {
            by.RequireSecretariat();
            await EndorseAsync(request, country, input, by, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The secretariat, and the focal points of the case's countries. Needs its countries loaded.</summary>
    internal static bool MayConfirm(AssistanceRequest request, Actor actor) =>
        actor.IsSecretariat || request.Countries.Exists(row => actor.CountriesFor(Role.FocalPoint).Contains(row.Country));

    private static IEnumerable<FieldError> Faults(RecordConfirmationInput input, AssistanceRequest request, RequestCountry? country, DateOnly today)
    {
        if (!string.IsNullOrWhiteSpace(input.Whose) && country is null && !request.Content.CoRequesters.Contains(input.Whose))
        {
            yield return new FieldError("whose", "not-a-choice");
        }

        if (input.ConfirmedOn > today)
        {
            yield return new FieldError("confirmedOn", "in-the-future");
        }
    }

    private async Task ConfirmAsync(AssistanceRequest request, RecordConfirmationInput input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.CoRequesterConfirmations.AnyAsync(row => row.RequestId == request.Id && row.Institution == input.Whose, cancellationToken))
        {
            throw new RuleException("already-confirmed");
        }

        db.CoRequesterConfirmations.Add(new CoRequesterConfirmation(
            request.Id, input.Whose!, input.ConfirmedOn!.Value, input.ByName!.Trim(), Blank.ToNull(input.Note), by, now));
        await timeline.AddAsync(request.Id, Line("co-requester-confirmed", input), by, now, cancellationToken);
    }

    private async Task EndorseAsync(
        AssistanceRequest request, RequestCountry country, RecordConfirmationInput input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        if (country.EndorsedOn is not null)
        {
            throw new RuleException("already-confirmed");
        }

        request.Endorse(country.Country, input.ConfirmedOn!.Value, input.ByName!.Trim(), by.PersonId, now);
        await timeline.AddAsync(request.Id, Line("endorsement-recorded", input), by, now, cancellationToken);
        await AnswerAsync(request, country.Country, input, by, now, cancellationToken);
    }

    /// <summary>The country's open task is answered with it. While the request is being revised there is none, and the fact alone counts.</summary>
    private async Task AnswerAsync(
        AssistanceRequest request, string country, RecordConfirmationInput input, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var step = await db.Steps.Include(row => row.Run).Include(row => row.Items).Include(row => row.Deadlines)
            .FirstOrDefaultAsync(row => row.RequestId == request.Id && row.Form == StepForms.Endorsement && row.ClosedAt == null, cancellationToken);
        if (step?.Items.Find(row => row.IsOpen && row.Country == country) is not { } item)
        {
            return;
        }

        item.Answered("endorse", JsonSerializer.Serialize(new EndorsementForm { Comment = input.Note }, CoreJson.Options), by, now);
        step.DropOthersOf(item, now);
        if (StepCompletion.Decide(workflows.StepOf(step), step.Items) is { } outcome)
        {
            await flow.CompleteAsync(step, request, outcome, by, now, cancellationToken);
        }
    }

    private static TimelineLine Line(string kind, RecordConfirmationInput input) => new(kind)
    {
        IsPublic = true,
        Reason = Blank.ToNull(input.Note),
        Values = new Dictionary<string, string>
        {
            ["whose"] = input.Whose!,
            ["person"] = input.ByName!.Trim(),
            ["on"] = input.ConfirmedOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        },
    };
}
