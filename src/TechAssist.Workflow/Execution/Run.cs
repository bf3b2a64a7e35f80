using System.Text.Json.Nodes;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Expressions;

namespace TechAssist.Workflow.Execution;

/// <summary>One burst: works off the queue, first in first out, until it is empty. The order of everything here is that of the real engine, faults included.</summary>
internal sealed partial class Run
{
    /// <summary>A loop without a wait in it would run for ever; the real engine lets it.</summary>
    private const int MaxExecutions = 1_000;

    private readonly WorkflowDefinition _definition;
    private readonly WorkflowState _before;
    private readonly WorkflowTrace? _trace;
    private readonly List<ActivityExecution> _executions = [];
    private readonly List<Bookmark> _bookmarks;
    private readonly List<WorkItem> _queue = [];
    private readonly List<Incident> _incidents = [];
    private readonly List<WorkflowEffect> _effects = [];
    private readonly Evaluator _evaluator;
    private readonly JsonObject _input;
    private ActivityExecution _workflow = null!;
    private WorkflowStatus? _ended;
    private Bookmark? _resumed;
    private Action<ActivityExecution>? _armed;
    private int _next;

    public Run(WorkflowDefinition definition, WorkflowState before, JsonObject? input, WorkflowTrace? trace)
    {
        _definition = definition;
        _before = before;
        _trace = trace;
        _next = before.Next;
        _bookmarks = [.. before.Bookmarks];
        _input = WithPersistentInputs(input, before);
        _evaluator = new Evaluator(definition, _input);
    }

    private sealed record WorkItem(Activity Activity, ActivityExecution? Owner, bool CameBack, ActivityExecution? Existing = null);

    public WorkflowBurst Start()
    {
        _workflow = Add(_definition.Workflow, parent: null, cameBack: false);
        Schedule(_workflow, _definition.Root, cameBack: false);
        return WorkOff();
    }

    public WorkflowBurst Resume(Bookmark bookmark, IReadOnlyList<string>? outcomes)
    {
        var execution = Restore(bookmark);
        _resumed = bookmark;
        var named = outcomes is { Count: > 0 } ? new Outcomes(outcomes) : Outcomes.Default;
        _armed = execution.Activity.Kind == ActivityKind.HumanStep
            ? target => AnswerHumanStep(target, named)
            : target => Complete(target, execution.Activity.Kind == ActivityKind.WaitUntil ? named : Outcomes.Default);
        _queue.Add(new WorkItem(execution.Activity, execution.Parent, CameBack: false, execution));
        return WorkOff();
    }

    private WorkflowBurst WorkOff()
    {
        for (var count = 1; _queue.Count > 0; count++)
        {
            // The item leaves the queue before it runs: a flowchart with nothing else to do may then complete.
            var item = _queue[0];
            _queue.RemoveAt(0);
            if (count > MaxExecutions)
            {
                StopEndlessLoop(item.Activity);
                break;
            }

            Execute(item);
        }

        LoseOwners();
        var burst = new WorkflowBurst(Save(), _effects, []);
        AddClosingEffects(burst.State);
        return burst;
    }

    private void StopEndlessLoop(Activity activity)
    {
        _queue.Clear();
        _incidents.Add(new Incident(activity.Id, $"More than {MaxExecutions} activities ran without waiting for anybody."));
        _ended = WorkflowStatus.Faulted;
    }

    private void Execute(WorkItem item)
    {
        var execution = item.Existing ?? Add(item.Activity, item.Owner, item.CameBack);
        if (item.Existing is null)
        {
            _trace?.Began(execution.Activity.Id, execution.Activity == _definition.Root);
        }
        else
        {
            _trace?.Resumed(execution.Activity.Id);
        }

        execution.Status = ExecutionStatus.Running;
        try
        {
            Invoke(execution);
            if (execution.Status == ExecutionStatus.Running && _trace is not null && IsWaiting(execution.Activity))
            {
                _trace.Waits(execution.Activity.Id);
            }
        }
        catch (Exception fault) when (fault is ActivityFaultException or ScriptFaultException or FormatException or InsufficientExecutionStackException)
        {
            Fault(execution, fault.Message);
        }
    }

    private void Invoke(ActivityExecution execution)
    {
        var inputs = Evaluate(execution);
        if (_armed is not null)
        {
            // When the resumed step faults, its answer stays armed and meets the next activity in the queue. So does the real engine.
            _armed(execution);
            _armed = null;
        }
        else
        {
            Behave(execution, inputs);
        }

        if (_resumed is not null)
        {
            _bookmarks.Remove(_resumed);
        }

        if (execution.NewBookmark is { } bookmark)
        {
            _bookmarks.Add(bookmark);
            execution.NewBookmark = null;
        }
    }

    private void Fault(ActivityExecution execution, string message)
    {
        execution.Status = ExecutionStatus.Faulted;
        execution.NewBookmark = null;
        _trace?.HasFaulted(execution.Activity.Id);
        _incidents.Add(new Incident(execution.Activity.Id, message));
        if (!_definition.ContinuesWithIncidents)
        {
            _ended = WorkflowStatus.Faulted;
        }
    }

    private ActivityExecution Add(Activity activity, ActivityExecution? parent, bool cameBack)
    {
        var execution = new ActivityExecution(++_next, activity, parent)
        {
            CameBack = cameBack,
            Counters = activity.Flow is null ? null : new Counters(activity.Flow),
        };
        _executions.Add(execution);
        return execution;
    }

    private void Open(ActivityExecution execution) =>
        execution.NewBookmark = new Bookmark($"b{++_next}", execution.Activity.Id, execution.Activity.Type)
        {
            Execution = execution.Id,
            ActivityKey = execution.Activity.Key,
        };

    private bool IsWaiting(Activity activity)
    {
        foreach (var bookmark in _bookmarks)
        {
            if (bookmark.ActivityKey == activity.Key)
            {
                return true;
            }
        }

        return false;
    }

    private static JsonObject WithPersistentInputs(JsonObject? input, WorkflowState before)
    {
        if (before.Inputs.Count == 0)
        {
            return input ?? [];
        }

        var merged = input is null ? [] : (JsonObject)input.DeepClone();
        foreach (var (name, value) in before.Inputs)
        {
            if (!merged.ContainsKey(name))
            {
                merged[name] = value?.DeepClone();
            }
        }

        return merged;
    }
}

/// <summary>An activity cannot go on; becomes an incident of the instance.</summary>
internal sealed class ActivityFaultException(string message) : Exception(message);
