using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
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
