using System.Runtime.CompilerServices;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Execution;

/// <summary>How a flowchart goes on when a child is done: counter mode.</summary>
internal sealed partial class Run
{
    private void Schedule(ActivityExecution owner, Activity activity, bool cameBack)
    {
        owner.ExpectChild(activity);
        _queue.Add(new WorkItem(activity, owner, cameBack));
    }

    private void ChildCompleted(ActivityExecution flow, ActivityExecution child, Outcomes outcomes)
    {
        if (child.Status != ExecutionStatus.Completed)
        {
            return;
        }

        if (child.Activity.Kind.IsTerminal())
        {
            Complete(flow, Outcomes.Default);
            return;
        }

        if (!Leave(flow, child.Activity, outcomes, child.CameBack))
        {
            CompleteIfIdle(flow);
        }
    }

    /// <summary>Visits every line out of the activity; true when that scheduled something.</summary>
    private bool Leave(ActivityExecution flow, Activity activity, Outcomes outcomes, bool cameBack = false)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var chart = flow.Activity.Flow!;
        if (activity.Parent != flow.Activity || !chart.IsReachable(activity))
        {
            throw new ActivityFaultException($"Activity {activity.Id} is not reachable from the flowchart graph. Unable to schedule it's outbound activities.");
        }

        if (!cameBack)
        {
            flow.Counters!.Visit(activity);
        }

        var scheduled = false;
        foreach (var connection in chart.Outbound(activity))
        {
            var followed = outcomes.Follow(connection.Port);
            flow.Counters!.Visit(connection, followed);
            scheduled |= connection.IsForward ? Arrive(flow, connection) : GoBack(flow, connection, followed);
        }

        return scheduled;
    }

    private bool GoBack(ActivityExecution flow, Connection connection, bool followed)
    {
        if (!followed)
        {
            return false;
        }

        if (!connection.IsValidBackward)
        {
            throw new ActivityFaultException(
                $"Invalid backward connection: Every path from the source ('{connection.Source.Id}') must go through the target ('{connection.Target.Id}') when tracing back to the start.");
        }

        Schedule(flow, connection.Target, cameBack: true);
        return true;
    }

    private bool Arrive(ActivityExecution flow, Connection connection)
    {
        var target = connection.Target;
        var counters = flow.Counters!;
        switch (target.Kind == ActivityKind.Join ? _evaluator.JoinMode(target, flow) : JoinMode.WaitAllActive)
        {
            case JoinMode.WaitAny:
                return ArriveAtAny(flow, connection);
            case JoinMode.WaitAll:
                return counters.AllVisited(target) && Take(flow, target, counters.AllFollowed(target));
            default:
                return counters.AllVisited(target) && Take(flow, target, counters.AnyFollowed(target));
        }
    }

    private bool ArriveAtAny(ActivityExecution flow, Connection connection)
    {
        var target = connection.Target;
        var counters = flow.Counters!;
        if (counters.Visits(connection) <= counters.Visits(target) || _queue.Exists(i => i.Owner == flow && i.Activity == target))
        {
            return false;
        }

        if (counters.AnyFollowed(target))
        {
            Schedule(flow, target, cameBack: false);
            CancelAncestors(flow, target);
            return true;
        }

        return counters.AllVisited(target) && Take(flow, target, followed: false);
    }

    /// <summary>Queues the activity, or skips it: it then counts as visited and passes "not followed" on.</summary>
    private bool Take(ActivityExecution flow, Activity target, bool followed)
    {
        if (!followed)
        {
            return Leave(flow, target, Outcomes.None);
        }

        Schedule(flow, target, cameBack: false);
        return true;
    }

    private void CompleteIfIdle(ActivityExecution flow)
    {
        foreach (var execution in _executions)
        {
            if (execution.Parent == flow && execution.Status is ExecutionStatus.Running or ExecutionStatus.Faulted)
            {
                return;
            }
        }

        if (!_queue.Exists(item => IsWithin(item.Owner, flow)))
        {
            Complete(flow, Outcomes.Default);
        }
    }

    private static bool IsWithin(ActivityExecution? execution, ActivityExecution flow)
    {
        for (var step = execution; step is not null; step = step.Parent)
        {
            if (step == flow)
            {
                return true;
            }
        }

        return false;
    }
}
