using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Core.Requests.Steering;

public sealed record ReopenInput : SteeringInput
{
    /// <summary>The step at which the case is to stand again.</summary>
    [Required, StringLength(60)]
    public string? StepId { get; init; }
}

/// <summary>Reopens a closed case at a step: a new run of the same version of its definition, with what was decided before carried over.</summary>
public sealed class ReopenRequest(TechAssistDb db, SteeringCase steering, RestartCase restart, CaseFlow flow, TimelineWriter timeline, TimeProvider clock)
{
    public async Task ExecuteAsync(string reference, ReopenInput input, Actor by, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        var now = clock.GetUtcNow().UtcDateTime;
        (var request, by) = await steering.FindAsync(reference, input, by, cancellationToken, SteeringCase.MaySteer);
        var last = await db.WorkflowRuns.Where(run => run.RequestId == request.Id && run.MissionId == null && run.Definition != FollowUp)
            .OrderByDescending(run => run.StartedAt).FirstAsync(cancellationToken);
        var definition = restart.Of(last);
        if (definition.FindStep(input.StepId!) is null)
        {
            throw new InvalidInputException("stepId", "not-a-choice");
        }

        request.Reopen();
        await flow.CancelAsync(request, "reopened", now, cancellationToken);
        var plan = await restart.PlanAsync(request, definition, input.StepId, now, cancellationToken);
        await timeline.AddAsync(
            request.Id, new TimelineLine("reopened") { IsPublic = true, Reason = input.Reason, StepId = input.StepId, Values = new Dictionary<string, string> { ["definition"] = $"{last.Definition}.v{last.Version}" } }, by, now, cancellationToken);
        await restart.ExecuteAsync(request, definition, plan, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private const string FollowUp = "followup";
}
