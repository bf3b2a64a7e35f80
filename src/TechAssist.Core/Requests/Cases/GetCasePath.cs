using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Workflows;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Requests.Cases;

/// <summary>One workflow of a case with the way it took: for its drawing.</summary>
/// <param name="MissionNumber">For a mission's workflow: its number in the case.</param>
/// <param name="CalledOff">Steps that were open when the case was ended.</param>
public sealed record CasePath(
    Guid RunId, WorkflowDefinition Definition, int? MissionNumber, IReadOnlyList<string> Visited, IReadOnlyList<string> Current, IReadOnlyList<string> CalledOff,
    DateTime StartedAt, DateTime? EndedAt, string? Result);

/// <summary>The workflows of a case, the case's own first.</summary>
public sealed class GetCasePath(TechAssistDb db, WorkflowCatalog workflows)
{
    public async Task<IReadOnlyList<CasePath>> ExecuteAsync(Guid requestId, Actor actor, CancellationToken cancellationToken)
    {
        var runs = await db.WorkflowRuns.AsNoTracking()
            .Where(run => run.RequestId == requestId && db.Requests.VisibleTo(actor).Any(request => request.Id == requestId))
            .OrderBy(run => run.MissionId != null).ThenByDescending(run => run.StartedAt)
            .Take(50)
            .Select(run => new
            {
                run.Id,
                run.Definition,
                run.Version,
                run.StartedAt,
                run.EndedAt,
                run.Result,
                Number = db.Missions.Where(mission => mission.Id == run.MissionId).Select(mission => (int?)mission.Number).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var ids = runs.ConvertAll(run => run.Id);
        var steps = await db.Steps.AsNoTracking()
            .Where(step => ids.Contains(step.RunId))
            .Select(step => new { step.RunId, step.StepId, IsOpen = step.ClosedAt == null, IsDone = step.Outcome != null })
            .ToListAsync(cancellationToken);
        return
        [
            .. runs.Select(run => new CasePath(
                run.Id, workflows.Get(run.Definition, run.Version), run.Number,
                [.. steps.Where(step => step.RunId == run.Id && step.IsDone).Select(step => step.StepId).Distinct()],
                [.. steps.Where(step => step.RunId == run.Id && step.IsOpen).Select(step => step.StepId).Distinct()],
                [.. steps.Where(step => step.RunId == run.Id && !step.IsDone && !step.IsOpen).Select(step => step.StepId).Distinct()],
                run.StartedAt, run.EndedAt, run.Result)),
        ];
    }
}
