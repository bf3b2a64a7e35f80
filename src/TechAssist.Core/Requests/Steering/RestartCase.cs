using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Requests.Steering;

/// <summary>Puts a case on a fresh run with its recorded outcomes carried over: the common part of a reopening and of a change of track.</summary>
public sealed class RestartCase(TechAssistDb db, WorkflowCatalog workflows, CaseFacts facts, StepOpener opener, TimelineWriter timeline)
{
    public async Task<CarryOverPlan> PlanAsync(
        AssistanceRequest request, WorkflowDefinition definition, string? stopAt, DateTime now, CancellationToken cancellationToken)
    {
        var probe = WorkflowRun.Start(request.Id, null, definition.DefinitionId, definition.Version, now);
        return CarryOver.Plan(definition, await facts.ReadAsync(request, probe, null, cancellationToken), await RecordedAsync(request, cancellationToken), stopAt);
    }

    public async Task ExecuteAsync(
        AssistanceRequest request, WorkflowDefinition definition, CarryOverPlan plan, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var run = WorkflowRun.Start(request.Id, null, definition.DefinitionId, definition.Version, now);
        run.Move(plan.State.ToJson());
        db.WorkflowRuns.Add(run);
        foreach (var carried in plan.Carried)
        {
            var step = definition.FindStep(carried.StepId)!;
            var row = Step.Open(run, step.Id, carried.BookmarkId, step.Stage, step.Form, null, now);
            row.Close(carried.Outcome, now, carriedOver: true);
            db.Steps.Add(row);
            await timeline.AddAsync(
                request.Id, new TimelineLine("carried-over") { StepId = step.Id, Values = Values(run, carried.Outcome) }, by, now, cancellationToken);
        }

        foreach (var open in plan.Open)
        {
            var step = definition.FindStep(open.StepId)!;
            await opener.OpenAsync(run, request, step, open.BookmarkId, null, now, cancellationToken);
            request.Reach(step.Stage);
        }
    }

    public WorkflowDefinition Latest(string key) => workflows.Latest(key);

    public WorkflowDefinition Of(WorkflowRun run) => workflows.Of(run);

    private static Dictionary<string, string> Values(WorkflowRun run, string outcome) =>
        new() { ["definition"] = $"{run.Definition}.v{run.Version}", ["outcome"] = outcome };

    private async Task<Dictionary<string, string>> RecordedAsync(AssistanceRequest request, CancellationToken cancellationToken)
    {
        var closed = await db.Steps.AsNoTracking()
            .Where(step => step.RequestId == request.Id && step.MissionId == null && step.Outcome != null)
            .OrderBy(step => step.ClosedAt)
            .Select(step => new { step.StepId, step.Outcome })
            .ToListAsync(cancellationToken);
        return closed.GroupBy(step => step.StepId).ToDictionary(steps => steps.Key, steps => steps.Last().Outcome!);
    }
}
