using System.Runtime.CompilerServices;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Execution;

/// <summary>How an execution completes and is cancelled, and who hears of it.</summary>
internal sealed partial class Run
{
    private void Complete(ActivityExecution execution, Outcomes outcomes)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (execution.Status != ExecutionStatus.Running)
        {
            return;
        }

        foreach (var child in ChildrenOf(execution))
        {
            CancelFromParent(child);
        }

        execution.Status = ExecutionStatus.Completed;
        if (execution != _workflow)
        {
            _trace?.HasCompleted(execution.Activity.Id, outcomes.Names);
        }

        Report(execution, outcomes);
        _bookmarks.RemoveAll(b => b.Execution == execution.Id);
        execution.NewBookmark = null;
        execution.ClearCallbacks();
    }

    private void Report(ActivityExecution execution, Outcomes outcomes)
    {
        if (execution.Parent is not { } owner || !owner.TakeCallback(execution.Activity))
        {
            return;
        }

        if (owner == _workflow)
        {
            Complete(owner, outcomes);
        }
        else
        {
            ChildCompleted(owner, execution, outcomes);
        }
    }

    /// <summary>By a join: every running or faulted execution upstream of it in this flowchart.</summary>
    private void CancelAncestors(ActivityExecution flow, Activity join)
    {
        foreach (var child in ChildrenOf(flow))
        {
            if (flow.Activity.Flow!.IsForwardAncestor(child.Activity, join))
            {
                CancelFromJoin(child);
            }
        }
    }

    private void CancelFromJoin(ActivityExecution execution)
    {
        if (execution.Status is not (ExecutionStatus.Running or ExecutionStatus.Faulted))
        {
            return;
        }

        foreach (var child in ChildrenOf(execution))
        {
            CancelFromJoin(child);
        }

        MarkCancelled(execution);
    }

    private void CancelFromParent(ActivityExecution execution)
    {
        if (execution.IsDone)
        {
            return;
        }

        MarkCancelled(execution);
        foreach (var child in ChildrenOf(execution))
        {
            CancelFromParent(child);
        }
    }

    private void MarkCancelled(ActivityExecution execution)
    {
        execution.Status = ExecutionStatus.Cancelled;
        execution.NewBookmark = null;
        execution.ClearCallbacks();

        // By activity, not by execution: the waits of other open executions of it go too.
        _bookmarks.RemoveAll(b => b.ActivityKey == execution.Activity.Key);
        _trace?.IsCancelled(execution.Activity.Id);

        // Every flowchart around it hears of it, and one that does not hold the activity faults: so does the real engine.
        for (var flow = execution; flow is not null; flow = flow.Parent)
        {
            if (flow.Activity.Flow is not null)
            {
                CompleteIfIdle(flow);
                Leave(flow, execution.Activity, Outcomes.None);
            }
        }
    }

    private List<ActivityExecution> ChildrenOf(ActivityExecution execution) => _executions.FindAll(e => e.Parent == execution);
}
