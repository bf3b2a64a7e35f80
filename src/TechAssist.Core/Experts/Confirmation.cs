using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Notifications;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Core.Experts;

/// <summary>What confirming an expert entails, wherever it happens.</summary>
internal static class Confirmation
{
    /// <summary>The expert goes, and may see the case from now on.</summary>
    public static async Task ConfirmAsync(
        Nomination nomination, TechAssistDb db, TimelineWriter timeline, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        nomination.Confirm();
        if (nomination.Expert.PersonId is { } personId)
        {
            await GrantAsync(db, personId, nomination.RequestId, now, cancellationToken);
        }

        await timeline.AddAsync(nomination.RequestId, ExpertLine.Of("expert-confirmed", nomination, isPublic: true), by, now, cancellationToken);
        await TellAsync("expert-confirmed", nomination, HoldState.Confirmed, db, now, cancellationToken);
        if (nomination.CallId is not null)
        {
            await KeepOthersAsync(nomination, db, now, cancellationToken);
            var chain = await CallChain.OfAsync(nomination, db, cancellationToken);
            await timeline.AddAsync(nomination.RequestId, CallLine.Of("call-chain", nomination, chain, now), Actor.System, now, cancellationToken);
        }
    }

    /// <summary>Everybody else of the call who said yes stands by, and is told so.</summary>
    private static async Task KeepOthersAsync(Nomination confirmed, TechAssistDb db, DateTime now, CancellationToken cancellationToken)
    {
        var others = await db.Nominations.Include(other => other.Expert)
            .Where(other => other.CallId == confirmed.CallId && other.Id != confirmed.Id && other.EndedAt == null)
            .ToListAsync(cancellationToken);
        foreach (var other in others.Where(other => other.Status == NominationStatus.Accepted))
        {
            other.KeepInReserve();
            await TellAsync("expert-stands-by", other, HoldState.Tentative, db, now, cancellationToken);
        }
    }

    /// <summary>A mail to the expert, with the days as they now stand.</summary>
    public static async Task TellAsync(string template, Nomination nomination, HoldState state, TechAssistDb db, DateTime now, CancellationToken cancellationToken)
    {
        await db.Entry(nomination).Reference(known => known.Call).LoadAsync(cancellationToken);
        await db.Entry(nomination).Reference(known => known.Request).LoadAsync(cancellationToken);
        await db.Entry(nomination.Expert).Reference(known => known.Person).LoadAsync(cancellationToken);
        if (ExpertAddress.Of(nomination.Expert) is { } reader)
        {
            db.Outbox.Add(ExpertMail.Of(template, nomination, reader, now).With(CallMail.HoldOf(nomination, state)));
        }
    }

    /// <summary>A history line of the step that is being answered.</summary>
    public static Task SayAsync(this StepAnswer answer, TimelineLine line, CancellationToken cancellationToken) =>
        answer.Timeline.AddAsync(answer.Request.Id, line with { StepId = answer.Step.StepId }, answer.By, answer.Now, cancellationToken);

    private static async Task GrantAsync(TechAssistDb db, Guid personId, Guid requestId, DateTime now, CancellationToken cancellationToken)
    {
        var isGranted = await db.RoleAssignments.AnyAsync(
            grant => grant.PersonId == personId && grant.Role == Role.Expert && grant.RequestId == requestId, cancellationToken);
        if (!isGranted)
        {
            db.RoleAssignments.Add(new RoleAssignment(personId, Role.Expert, null, requestId, now));
        }
    }
}
