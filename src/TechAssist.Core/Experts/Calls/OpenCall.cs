using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Links;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Calls;

public sealed record OpenCallInput
{
    /// <summary>The seat: a profile of the terms.</summary>
    [Required, StringLength(200)]
    public string Role { get; init; } = "";

    /// <summary>Who is asked: nominations of the case that wait to be asked.</summary>
    [MaxLength(OpenCall.Most)]
    public IReadOnlyList<Guid> Nominations { get; init; } = [];

    /// <summary>Asks everybody of the rapid pool who fits as well.</summary>
    public bool AsksPool { get; init; }

    /// <summary>At most 2,000 characters in each language.</summary>
    public LangText Message { get; init; } = new();

    public DateOnly? FromOn { get; init; }

    public DateOnly? ToOn { get; init; }

    /// <summary>Puts the first suitable yes to the coordinator by itself; null: on the rapid track only.</summary>
    public bool? AutoProposes { get; init; }

    /// <summary>UTC; null for now.</summary>
    public DateTime? OpensAt { get; init; }

    /// <summary>UTC. Within 48 hours of the opening on the rapid track, within 30 days otherwise.</summary>
    [Required]
    public DateTime? ClosesAt { get; init; }
}

/// <summary>Asks several experts at once whether they would go. Each gets a mail with a signed link of their own (template
/// <c>call-opened</c>) and needs no account to answer. The secretariat's act.</summary>
public sealed class OpenCall(TechAssistDb db, RapidPool pool, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>Experts in one call.</summary>
    public const int Most = 50;

    private const int MostMessage = 2000;

    /// <exception cref="RuleException"><c>expert-without-address</c>; <c>expert-without-consent</c>; <c>nomination-moved-on</c>.</exception>
    public async Task<Guid> ExecuteAsync(Guid requestId, OpenCallInput input, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.FindCaseAsync(requestId, actor, cancellationToken);
        actor.RequireSecretariat();
        request.RequireRunning();
        var now = clock.GetUtcNow().UtcDateTime;
        InputCheck.ThrowIfInvalid(input, [.. Check(input, request, now)]);
        var asked = await db.Nominations.Include(nomination => nomination.Expert.Person)
            .Where(nomination => nomination.RequestId == requestId && input.Nominations.Contains(nomination.Id))
            .ToListAsync(cancellationToken);
        if (asked.Count != input.Nominations.Distinct().Count())
        {
            throw new InvalidInputException("nominations", "not-a-choice");
        }

        if (input.AsksPool)
        {
            asked.AddRange(await pool.NominateAsync(request, input.Role.Trim(), Most - asked.Count, actor, now, cancellationToken));
        }

        if (asked.Count == 0)
        {
            throw new InvalidInputException("nominations", input.AsksPool ? "pool-is-empty" : "required");
        }

        var call = Call.Open(request, input, actor, now);
        db.Calls.Add(call);
        foreach (var nomination in asked)
        {
            Ask(call, nomination, now);
        }

        await timeline.AddAsync(requestId, CallLine.Of("call-opened", call, asked.Count), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return call.Id;
    }

    private void Ask(Call call, Nomination nomination, DateTime now)
    {
        var expert = nomination.Expert;
        if (!expert.Profile.Allows(ConsentKind.Storage, DateOnly.FromDateTime(now)))
        {
            throw new RuleException("expert-without-consent");
        }

        var reader = ExpertAddress.Of(expert) ?? throw new RuleException("expert-without-address", expert.Name);
        nomination.Ask(call);
        var link = SignedLink.Issue(LinkPurpose.AnswerCall, nomination.Id, call.RequestId, expert.Name, reader.Language, call.ClosesAt, now);
        db.SignedLinks.Add(link);
        db.Outbox.Add(CallMail.Of("call-opened", call, reader, link, now).With(CallMail.HoldOf(nomination, HoldState.Tentative)));
    }

    private static IEnumerable<FieldError> Check(OpenCallInput input, AssistanceRequest request, DateTime now)
    {
        var opens = input.OpensAt ?? now;
        if (input.OpensAt < now)
        {
            yield return new FieldError("opensAt", "in-the-past");
        }

        foreach (var error in CheckClose(input.ClosesAt, opens, request, now))
        {
            yield return error;
        }

        if (input.ToOn < input.FromOn)
        {
            yield return new FieldError("toOn", "ends-before-it-begins");
        }

        if (input.Message.Length > MostMessage)
        {
            yield return new FieldError("message", "too-long", MostMessage);
        }
    }

    internal static IEnumerable<FieldError> CheckClose(DateTime? closes, DateTime opens, AssistanceRequest request, DateTime now)
    {
        if (closes <= opens || closes <= now)
        {
            yield return new FieldError("closesAt", "closes-before-it-opens");
        }

        var isRapid = request.Track == Track.Rapid;
        if (closes - opens > (isRapid ? CallSchedule.RapidMost : CallSchedule.Most))
        {
            yield return new FieldError("closesAt", isRapid ? "rapid-call-too-long" : "call-too-long");
        }
    }
}
