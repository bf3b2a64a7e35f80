using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Requests.Confirmations;
using TechAssist.Core.Work;

namespace TechAssist.Core.Requests.Forms;

/// <summary>The focal point of each country endorses the request, gives it back, or refuses it.</summary>
public sealed record EndorsementForm : StepForm
{
    [StringLength(2000)]
    public string? WayForward { get; init; }

    protected override IReadOnlyList<string> OutcomesWithReason => ["return", "refuse"];

    public override ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.Outcome == "endorse")
        {
            var country = answer.Item.Country ?? answer.Request.Country!;
            answer.Request.Endorse(country, DateOnly.FromDateTime(answer.Now), answer.By.Name, answer.By.PersonId, answer.Now);
        }
        else if (answer.Outcome == "return")
        {
            answer.Request.ForgetEndorsements();
        }
        else if (answer.Outcome == "refuse")
        {
            answer.Db.Refusals.Add(Refusal.Of(
                answer.Request.Id, "refused", RefusalReason.NotEndorsed, Comment ?? "", Blank.ToNull(WayForward) ?? Lapse.Text(answer.Request, "Letter.WayForwardFocalPoint"),
                null, answer.By, answer.Now));
        }

        return ValueTask.CompletedTask;
    }
}

/// <summary>The requester sends the request again after the focal point gave it back. The text itself is changed in the request's pages.</summary>
public sealed record RevisionForm : RewritingForm
{
    public override IReadOnlyList<string> OutcomesOfTheSystem => ["lapse"];

    public override ValueTask TimeIsUpAsync(StepTimeUp step, CancellationToken cancellationToken) => Lapse.RecordAsync(step, "return", cancellationToken);
}

/// <summary>The requester revises after all a request that lapsed because it was not sent again, and submits it.</summary>
public sealed record RevisionReopeningForm : RewritingForm
{
    public override IReadOnlyList<string> OutcomesOfTheSystem => ["expire"];

    public override ValueTask OpenedAsync(StepOpening opening, CancellationToken cancellationToken) => RefusalWindow.OpenAsync(opening, cancellationToken);
}

/// <summary>The text of the request is rewritten while the step is open, and must be whole when it is submitted again. It is
/// measured against the day of its first submission.</summary>
public abstract record RewritingForm : StepForm
{
    public override ValueTask CheckWorkAsync(StepWork work, List<FieldError> errors, CancellationToken cancellationToken)
    {
        var (request, rules) = (work.Request, new RequestRules(work.Reference));
        var day = DateOnly.FromDateTime(request.SubmittedAt ?? work.Now);
        errors.AddRange(InputCheck.Check(request.Content).Concat(rules.Check(request.Content, day)).Select(error => error with { Field = "request." + error.Field }));
        return ValueTask.CompletedTask;
    }

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        await CheckWorkAsync(answer, errors, cancellationToken);
    }

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        answer.Request.EndorseFor(answer.By, answer.Now);
        await ConfirmContact.AskAsync(answer.Db, answer.Request, answer.Now, cancellationToken);
    }
}

/// <summary>The secretariat takes the case: who will be its case officer, and a first human word to the requester.</summary>
public sealed record ReceiptForm : StepForm
{
    /// <summary>The case officer; whoever takes the case when left out.</summary>
    public Guid? OfficerId { get; init; }

    /// <summary>Sent to the requester.</summary>
    [StringLength(2000)]
    public string? MessageToRequester { get; init; }

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (OfficerId is { } officerId && !await answer.Db.RoleAssignments.AnyAsync(
            role => role.PersonId == officerId && (role.Role == Role.CaseOfficer || role.Role == Role.DutyOfficer) && role.Person.IsActive, cancellationToken))
        {
            errors.Add(new FieldError("officerId", "not-a-choice"));
        }
    }

    public override ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        answer.Request.AssignOfficer(OfficerId ?? (answer.By.OnBehalfOf ?? answer.By).PersonId);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Is it a request this facility can take? Each criterion is answered; what is missing is asked of the requester.</summary>
public sealed record EligibilityForm : StepForm
{
    /// <summary>A member state with the right to benefit asks.</summary>
    public bool? MayBenefit { get; init; }

    /// <summary>One of the priority themes, and an objective of the framework.</summary>
    public bool? WithinMandate { get; init; }

    /// <summary>Short-term, and feasible within the ceiling of expert days.</summary>
    public bool? ShortTerm { get; init; }

    /// <summary>The main benefit is the partner country's (official development assistance).</summary>
    public bool? ServesTheCountry { get; init; }

    /// <summary>Nothing in it duplicates what others do.</summary>
    public bool? NoOverlap { get; init; }

    /// <summary>What the requester is asked for; shown to them.</summary>
    [StringLength(4000)]
    public string? Missing { get; init; }

    [StringLength(300)]
    public string? ReferTo { get; init; }

    protected override IReadOnlyList<string> OutcomesWithReason => ["notEligible", "refer"];

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (answer.Outcome == "moreInformation" && string.IsNullOrWhiteSpace(Missing))
        {
            errors.Add(new FieldError("missing", "required"));
        }

        if (answer.Outcome == "refer" && string.IsNullOrWhiteSpace(ReferTo))
        {
            errors.Add(new FieldError("referTo", "required"));
        }

        if (answer.Outcome != "eligible")
        {
            return;
        }

        foreach (var (given, field) in new[]
        {
            (MayBenefit, "mayBenefit"), (WithinMandate, "withinMandate"), (ShortTerm, "shortTerm"), (ServesTheCountry, "servesTheCountry"), (NoOverlap, "noOverlap"),
        })
        {
            if (given is null)
            {
                errors.Add(new FieldError(field, "required"));
            }
            else if (given is false)
            {
                errors.Add(new FieldError(field, "contradicts-eligible"));
            }
        }
    }
}

/// <summary>The requester's answer to what was asked. Files go to the request's documents.</summary>
public sealed record MoreInformationForm : StepForm
{
    public override IReadOnlyList<string> OutcomesOfTheSystem => ["lapse"];

    public override ValueTask TimeIsUpAsync(StepTimeUp step, CancellationToken cancellationToken) => Lapse.RecordAsync(step, "moreInformation", cancellationToken);

    [StringLength(8000)]
    public string? Answer { get; init; }

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (answer.Outcome == "answer" && string.IsNullOrWhiteSpace(Answer))
        {
            errors.Add(new FieldError("answer", "required"));
        }
    }
}

/// <summary>The requester takes up a case that lapsed because no answer came.</summary>
public sealed record ReopeningForm : StepForm
{
    public override IReadOnlyList<string> OutcomesOfTheSystem => ["expire"];

    public override ValueTask OpenedAsync(StepOpening opening, CancellationToken cancellationToken) => RefusalWindow.OpenAsync(opening, cancellationToken);

    /// <summary>The answer that was missing.</summary>
    [StringLength(8000)]
    public string? Answer { get; init; }

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (answer.Outcome == "reopen" && string.IsNullOrWhiteSpace(Answer))
        {
            errors.Add(new FieldError("answer", "required"));
        }
    }
}

/// <summary>The requester appeals against a refusal, or lets the time pass.</summary>
public sealed record AppealForm : StepForm
{
    public override IReadOnlyList<string> OutcomesOfTheSystem => ["expire"];

    protected override IReadOnlyList<string> OutcomesWithReason => ["appeal"];

    public override ValueTask OpenedAsync(StepOpening opening, CancellationToken cancellationToken) => RefusalWindow.OpenAsync(opening, cancellationToken);
}

/// <summary>The letter that tells a refusal, in the requester's language.</summary>
public sealed record LetterForm : StepForm
{
    /// <summary>How a case ends after the outcome that led to the letter.</summary>
    private static readonly Dictionary<string, string> ResultByOutcome = new()
    {
        ["notEligible"] = "not-eligible",
        ["refer"] = "referred",
        ["decline"] = "declined",
    };

    public RefusalReason? Reason { get; init; }

    /// <summary>Why, in plain words.</summary>
    [StringLength(4000)]
    public string? Explanation { get; init; }

    /// <summary>What would make it succeed.</summary>
    [StringLength(4000)]
    public string? WayForward { get; init; }

    [StringLength(300)]
    public string? ReferredTo { get; init; }

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (Reason is null)
        {
            errors.Add(new FieldError("reason", "required"));
        }

        if (string.IsNullOrWhiteSpace(Explanation))
        {
            errors.Add(new FieldError("explanation", "required"));
        }

        if (string.IsNullOrWhiteSpace(WayForward))
        {
            errors.Add(new FieldError("wayForward", "required"));
        }

        if (await ResultAsync(answer, cancellationToken) == "referred" && string.IsNullOrWhiteSpace(ReferredTo))
        {
            errors.Add(new FieldError("referredTo", "required"));
        }
    }

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        var result = await ResultAsync(answer, cancellationToken);
        answer.Db.Refusals.Add(Refusal.Of(
            answer.Request.Id, result, Reason!.Value, Explanation!.Trim(), WayForward!.Trim(), ReferredTo?.Trim(), answer.By, answer.Now));
    }

    private static async Task<string> ResultAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        var decision = await answer.Db.Steps
            .Where(step => step.RunId == answer.Step.RunId && step.ClosedAt != null && ResultByOutcome.Keys.Contains(step.Outcome!))
            .OrderByDescending(step => step.ClosedAt)
            .Select(step => step.Outcome)
            .FirstOrDefaultAsync(cancellationToken);
        return ResultByOutcome.GetValueOrDefault(decision ?? "", "declined");
    }
}
