using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.EndOfMission.Publication;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Workflows;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;

namespace TechAssist.Core.Work;

/// <summary>Moves the workflows of a case: asks the engine, and turns what it answers into steps, work items, deadlines,
/// documents and mails. It never saves; the act that calls it does, once.</summary>
public sealed class CaseFlow(TechAssistDb db, WorkflowCatalog workflows, CaseFacts facts, StepOpener opener, CaseEffects effects)
{
    /// <summary>Starts a workflow of the case on the newest version of its definition.</summary>
    public async Task<WorkflowRun> StartAsync(
        AssistanceRequest request, string definitionKey, Guid? missionId, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        await workflows.ReadPublishedAsync(db, cancellationToken);
        var definition = workflows.Latest(definitionKey);
        var run = WorkflowRun.Start(request.Id, missionId, definition.DefinitionId, definition.Version, now);
        db.WorkflowRuns.Add(run);
        var burst = WorkflowEngine.Start(definition, await facts.ReadAsync(request, run, null, cancellationToken));
        var move = new Move(run, request, definition, by, now);
        await ApplyAsync(move, burst, null, cancellationToken);
        await AskForEndorsementAsync(move, cancellationToken);
        return run;
    }

    /// <summary>Completes an open step with an outcome and runs on.</summary>
    /// <exception cref="RuleException">The engine refuses: the step is no longer open, or has no such outcome.</exception>
    public async Task CompleteAsync(
        Step step, AssistanceRequest request, string outcome, Actor by, DateTime now, CancellationToken cancellationToken, bool carriedOver = false)
    {
        var definition = workflows.Of(step.Run);
        var humanStep = workflows.StepOf(step);
        var paused = await PausedBeforeAsync(step, humanStep, cancellationToken);
        step.Close(outcome, now, carriedOver, automatic: by.IsSystem && !carriedOver);
        if (step.IsBeside)
        {
            return;
        }

        var burst = WorkflowEngine.Resume(
            definition, WorkflowState.Parse(step.Run.State), step.BookmarkId, [outcome], await facts.ReadAsync(request, step.Run, step, cancellationToken));
        await ApplyAsync(new Move(step.Run, request, definition, by, now), burst, paused, cancellationToken);
    }

    /// <summary>Wakes a wait for a date.</summary>
    public async Task WakeAsync(WorkflowRun run, AssistanceRequest request, string bookmarkId, DateTime now, CancellationToken cancellationToken)
    {
        var definition = workflows.Of(run);
        var burst = WorkflowEngine.Resume(
            definition, WorkflowState.Parse(run.State), bookmarkId, null, await facts.ReadAsync(request, run, null, cancellationToken));
        await ApplyAsync(new Move(run, request, definition, Actor.System, now), burst, null, cancellationToken);
    }

    /// <summary>Ends every open workflow of the case where it stands; its steps close without an outcome.</summary>
    public async Task CancelAsync(AssistanceRequest request, string result, DateTime now, CancellationToken cancellationToken)
    {
        await CancelAsync(await db.WorkflowRuns.Where(run => run.RequestId == request.Id && run.EndedAt == null).ToListAsync(cancellationToken), result, now, cancellationToken);
    }

    private async Task CancelAsync(List<WorkflowRun> runs, string result, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var run in runs)
        {
            var burst = WorkflowEngine.Cancel(workflows.Of(run), WorkflowState.Parse(run.State));
            run.Move(burst.State.ToJson());
            run.End(result, now);
        }

        var ids = runs.ConvertAll(run => run.Id);
        var open = await db.Steps.Include(step => step.Items).Include(step => step.Deadlines)
            .Where(step => ids.Contains(step.RunId) && step.ClosedAt == null).ToListAsync(cancellationToken);
        open.ForEach(step => step.Close(null, now));
        db.Deadlines.RemoveRange(await db.Deadlines.Where(deadline => ids.Contains(deadline.RunId) && deadline.HandledAt == null).ToListAsync(cancellationToken));
    }

    private async Task ApplyAsync(Move move, WorkflowBurst burst, PausedStep? paused, CancellationToken cancellationToken)
    {
        if (!burst.IsAccepted)
        {
            throw new RuleException("stale");
        }

        move.Run.Move(burst.State.ToJson());
        // Documents come last: a letter says until when one may appeal, and that is known once the window is open.
        foreach (var effect in burst.Effects.OrderBy(effect => effect is Produce))
        {
            switch (effect)
            {
                case OpenStep open:
                    await OpenAsync(move, open, paused, cancellationToken);
                    break;
                case CloseStep close:
                    await CloseAsync(move, close, cancellationToken);
                    break;
                case Finished finished:
                    await EndAsync(move, finished.Result, cancellationToken);
                    break;
                case Faulted faulted:
                    throw new InvalidOperationException(
                        $"{move.Definition.DefinitionId} v{move.Definition.Version}: {string.Join("; ", faulted.Incidents.Select(incident => $"{incident.ActivityId}: {incident.Message}"))}");
                default:
                    await effects.ApplyAsync(move, effect, cancellationToken);
                    break;
            }
        }

        if (burst.State.IsStuck)
        {
            throw new InvalidOperationException($"{move.Definition.DefinitionId} v{move.Definition.Version} waits for nothing: a fault of the definition.");
        }
    }

    /// <summary>Where the flow comes to the endorsement only later (rapid track), the focal point is asked at once, beside the
    /// flow; the answer is a fact that a decision before departure reads (domain process 4.7).</summary>
    private async Task AskForEndorsementAsync(Move move, CancellationToken cancellationToken)
    {
        var endorsement = move.Definition.HumanSteps.FirstOrDefault(step => step.Form == StepForms.Endorsement);
        if (endorsement is null || move.Request.EndorsedAt is not null || db.Steps.Local.Any(step => step.RunId == move.Run.Id && step.StepId == endorsement.Id))
        {
            return;
        }

        await opener.OpenAsync(move.Run, move.Request, endorsement, "", null, move.Now, cancellationToken);
        await effects.RecordAsync(move, new TimelineLine("step-opened") { StepId = endorsement.Id, Values = move.Values }, cancellationToken);
    }

    private async Task OpenAsync(Move move, OpenStep open, PausedStep? paused, CancellationToken cancellationToken)
    {
        var humanStep = move.Definition.FindStep(open.StepId)!;
        await CloseBesideAsync(move, open.StepId, cancellationToken);
        var step = await opener.OpenAsync(move.Run, move.Request, humanStep, open.BookmarkId, paused, move.Now, cancellationToken);
        if (move.Request.Stage != humanStep.Stage && !move.Run.IsAfterwards)
        {
            move.Request.Reach(humanStep.Stage);
            await effects.RecordAsync(move, new TimelineLine("stage-reached") { IsPublic = true, Values = new Dictionary<string, string> { ["stage"] = humanStep.Stage } }, cancellationToken);
        }

        await effects.RecordAsync(move, new TimelineLine("step-opened") { StepId = step.StepId, Values = move.Values }, cancellationToken);
        await StepForms.Empty(step.Form).OpenedAsync(effects.Opening(move, step, StartAsync, cancellationToken), cancellationToken);
    }

    private async Task CloseAsync(Move move, CloseStep close, CancellationToken cancellationToken)
    {
        var step = db.Steps.Local.FirstOrDefault(row => row.RunId == move.Run.Id && row.BookmarkId == close.BookmarkId && row.IsOpen)
            ?? await db.Steps.Include(row => row.Items).Include(row => row.Deadlines)
                .SingleOrDefaultAsync(row => row.RunId == move.Run.Id && row.BookmarkId == close.BookmarkId && row.ClosedAt == null, cancellationToken);
        step?.Close(null, move.Now);
    }

    /// <summary>A task beside the flow ends when the flow asks the same, or when the run ends.</summary>
    private async Task CloseBesideAsync(Move move, string? stepId, CancellationToken cancellationToken)
    {
        var beside = await db.Steps.Include(row => row.Items).Include(row => row.Deadlines)
            .Where(row => row.RunId == move.Run.Id && row.BookmarkId == "" && row.ClosedAt == null && (stepId == null || row.StepId == stepId))
            .ToListAsync(cancellationToken);
        beside.ForEach(step => step.Close(null, move.Now));
    }

    private async Task EndAsync(Move move, string? result, CancellationToken cancellationToken)
    {
        if (result is null)
        {
            throw new InvalidOperationException($"{move.Definition.DefinitionId} v{move.Definition.Version} ended without a result: a fault of the definition.");
        }

        move.Run.End(result, move.Now);
        await CloseBesideAsync(move, null, cancellationToken);
        if (move.Run.IsAfterwards)
        {
            return;
        }

        if (move.Run.MissionId is { } missionId)
        {
            await effects.RecordAsync(move, new TimelineLine("mission-closed") { IsPublic = true, Values = new Dictionary<string, string> { ["result"] = result } }, cancellationToken);
            await CompleteWhenAllMissionsAreClosedAsync(move, result, cancellationToken);
            if (result == "completed")
            {
                await StartAsync(move.Request, SettlePublication.Definition, missionId, move.By, move.Now, cancellationToken);
            }
        }
        else if (!move.Request.IsOpen)
        {
            await effects.RecordAsync(move, new TimelineLine("follow-up-ended") { IsPublic = true }, cancellationToken);
            move.Request.Reach("closed");
        }
        else
        {
            // Cancelled while missions were open: nobody is asked to prepare or report them any more.
            var missions = await db.WorkflowRuns
                .Where(run => run.RequestId == move.Request.Id && run.MissionId != null && run.EndedAt == null)
                .ToListAsync(cancellationToken);
            await CancelAsync(missions.FindAll(run => run.IsOpen && !(run.IsAfterwards && result == "completed")), "cancelled", move.Now, cancellationToken);
            move.Request.Close(result, move.Now);
            if (result != "completed")
            {
                await effects.CallOffAsync(move, cancellationToken);
            }

            await effects.RecordAsync(move, new TimelineLine("case-closed") { IsPublic = true, Values = new Dictionary<string, string> { ["result"] = result } }, cancellationToken);
            if (result == "completed")
            {
                await StartAsync(move.Request, "followup", null, move.By, move.Now, cancellationToken);
            }
        }
    }

    /// <summary>The case's step for its missions is nobody's to complete: it ends with the last mission.</summary>
    private async Task CompleteWhenAllMissionsAreClosedAsync(Move move, string result, CancellationToken cancellationToken)
    {
        var others = await db.WorkflowRuns
            .Where(run => run.RequestId == move.Request.Id && run.MissionId != null && run.Definition != SettlePublication.Definition && run.Id != move.Run.Id)
            .Select(run => new { run.EndedAt, run.Result })
            .ToListAsync(cancellationToken);
        if (others.Exists(run => run.EndedAt is null))
        {
            return;
        }

        var waiting = await db.Steps.Include(step => step.Run).Include(step => step.Items).Include(step => step.Deadlines)
            .Where(step => step.RequestId == move.Request.Id && step.Form == StepForms.Missions && step.ClosedAt == null)
            .SingleOrDefaultAsync(cancellationToken);
        if (waiting is not null)
        {
            var outcome = result == "completed" || others.Exists(run => run.Result == "completed") ? "completed" : "cancelled";
            await CompleteAsync(waiting, move.Request, outcome, Actor.System, move.Now, cancellationToken);
        }
    }

    private async Task<PausedStep?> PausedBeforeAsync(Step step, HumanStep humanStep, CancellationToken cancellationToken)
    {
        if (!humanStep.PausesClock)
        {
            return null;
        }

        var before = await db.Steps.AsNoTracking()
            .Where(row => row.RunId == step.RunId && row.ClosedAt != null && row.ClosedAt <= step.OpenedAt && row.Id != step.Id)
            .OrderByDescending(row => row.ClosedAt)
            .Select(row => new { row.StepId, row.Due })
            .FirstOrDefaultAsync(cancellationToken);
        return before is null ? null : new PausedStep(before.StepId, before.Due, step.OpenedAt);
    }
}

/// <summary>One movement of a case's workflow: what moves, and in whose act.</summary>
public sealed record Move(WorkflowRun Run, AssistanceRequest Request, WorkflowDefinition Definition, Actor By, DateTime Now)
{
    /// <summary>Which definition a history line's step belongs to.</summary>
    public IReadOnlyDictionary<string, string> Values => new Dictionary<string, string> { ["definition"] = $"{Run.Definition}.v{Run.Version}" };
}
