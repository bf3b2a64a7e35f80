using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;

namespace TechAssist.Core.Experts;

/// <summary>Yes with the declaration, yes on certain days only, or no with the reason.</summary>
public sealed record AnswerInvitationInput(bool Accepts)
{
    [StringLength(4000)]
    public string? Message { get; init; }

    public ConflictDeclaration? Declaration { get; init; }

    /// <summary>"Yes, if": the days on which the expert could go; empty for a plain yes.</summary>
    [MaxLength(3)]
    public IReadOnlyList<Period> OnlyOn { get; init; } = [];
}

/// <summary>The expert's own answer to an invitation or a call, signed in or by link. The officers are told at once
/// (templates <c>expert-accepted</c>, <c>expert-declined</c>).</summary>
public sealed class AnswerInvitation(TechAssistDb db, PutForward putForward, CasePeople people, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>call-ended</c>: after the close; <c>nomination-moved-on</c>: answered already.</exception>
    public async Task ExecuteAsync(Guid nominationId, AnswerInvitationInput input, Actor actor, CancellationToken cancellationToken)
    {
        var nomination = await db.FindNominationAsync(nominationId, actor, cancellationToken);
        actor.Require(nomination.Expert.PersonId == actor.PersonId);
        await AnswerAsync(nomination, input, actor, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What both doors do, without saving.</summary>
    internal async Task AnswerAsync(Nomination nomination, AnswerInvitationInput input, Actor actor, CancellationToken cancellationToken)
    {
        nomination.Request.RequireRunning();
        var now = clock.GetUtcNow().UtcDateTime;
        if (nomination.Call is { } call && (call.Status != CallStatus.Open || call.ClosesAt <= now))
        {
            await RefuseAsync(nomination, "call-ended", actor, now, cancellationToken);
        }

        Check(input);
        if (input.Accepts)
        {
            // Withdrawn or run out since the question: a no is still taken.
            if (!nomination.Expert.Profile.Allows(ConsentKind.Storage, DateOnly.FromDateTime(now)))
            {
                await RefuseAsync(nomination, "consent-ended", actor, now, cancellationToken);
            }

            nomination.Accept(input.Declaration!, input.Message?.Trim(), input.OnlyOn, now);
        }
        else
        {
            nomination.Decline(input.Message!.Trim(), now);
            FreeTheDays(nomination, now);
        }

        var kind = !input.Accepts ? "expert-declined" : input.OnlyOn.Count > 0 ? "expert-accepted-if" : "expert-accepted";
        await timeline.AddAsync(nomination.RequestId, CallLine.Of(kind, nomination, now, input.Message), actor, now, cancellationToken);
        await TellOfficersAsync(nomination, now, cancellationToken);
        if (nomination.Status == NominationStatus.Accepted)
        {
            await putForward.ExecuteAsync(nomination, now, cancellationToken);
        }
    }

    /// <summary>An answer that is not taken leaves its line in the case's history.</summary>
    private async Task RefuseAsync(Nomination nomination, string problem, Actor actor, DateTime now, CancellationToken cancellationToken)
    {
        var line = ExpertLine.Of("answer-refused", nomination);
        await timeline.AddAsync(
            nomination.RequestId, line with { Values = new Dictionary<string, string>(line.Values) { ["problem"] = problem } }, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        throw new RuleException(problem);
    }

    private void FreeTheDays(Nomination nomination, DateTime now)
    {
        if (CallMail.HoldOf(nomination, HoldState.Cancelled) is { } hold && ExpertAddress.Of(nomination.Expert) is { } reader)
        {
            db.Outbox.Add(CallMail.Of("call-declined", nomination.Call!, reader, link: null, now).With(hold));
        }
    }

    private async Task TellOfficersAsync(Nomination nomination, DateTime now, CancellationToken cancellationToken)
    {
        var request = nomination.Request;
        foreach (var officer in await people.FindAsync(["caseOfficer", "dutyOfficer"], request, null, cancellationToken))
        {
            var values = new Dictionary<string, string>
            {
                ["reference"] = request.Reference ?? "",
                ["title"] = request.Title(officer.Language),
                ["expert"] = nomination.Expert.Name,
                ["role"] = nomination.Role,
                ["message"] = nomination.Answer ?? "",
                ["path"] = $"/requests/{request.Reference}/experts",
            };
            var template = nomination.Status == NominationStatus.Declined ? "expert-declined" : "expert-accepted";
            var reader = new OutboxMessage.Person(officer.Id, officer.Email, officer.Name, officer.Language);
            db.Outbox.Add(OutboxMessage.To(reader, template, request.Id, values, now));
        }
    }

    private static void Check(AnswerInvitationInput input)
    {
        var errors = new List<FieldError>();
        if (!input.Accepts && string.IsNullOrWhiteSpace(input.Message))
        {
            errors.Add(new FieldError("message", "reason-required"));
        }

        if (input is { Accepts: true, Declaration: null })
        {
            errors.Add(new FieldError("declaration", "required"));
        }

        if (input is { Accepts: true, Declaration: { HasConflict: true, Details: null or "" } })
        {
            errors.Add(new FieldError("declaration.details", "reason-required"));
        }

        for (var index = 0; input.Accepts && index < input.OnlyOn.Count; index++)
        {
            errors.AddRange(Check(input.OnlyOn[index], $"onlyOn[{index}]"));
        }

        // A refusal needs no declaration, so a half-filled one does not stand in its way.
        InputCheck.ThrowIfInvalid(input.Accepts ? input : input with { Declaration = null, OnlyOn = [] }, errors);
    }

    private static IEnumerable<FieldError> Check(Period period, string field)
    {
        if (period.From is null)
        {
            yield return new FieldError(field + ".from", "required");
        }

        if (period.To is null)
        {
            yield return new FieldError(field + ".to", "required");
        }

        if (period.To < period.From)
        {
            yield return new FieldError(field + ".to", "ends-before-it-begins");
        }
    }
}
