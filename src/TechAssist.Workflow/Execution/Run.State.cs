using System.Text.Json.Nodes;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Execution;

/// <summary>From a saved state into a burst and back.</summary>
internal sealed partial class Run
{
    private ActivityExecution Restore(Bookmark bookmark)
    {
        _workflow = new ActivityExecution(0, _definition.Workflow, parent: null)
        {
            Status = _before.RootCompleted ? ExecutionStatus.Completed : ExecutionStatus.Running,
        };
        foreach (var (id, value) in _before.Variables)
        {
            _workflow.SetVariable(id, value);
        }

        // Records stand newest first, so a parent may follow its child: two passes.
        var byId = new Dictionary<int, ExecutionRecord>();
        foreach (var record in _before.Executions)
        {
            byId[record.Id] = record;
        }

        var restored = new Dictionary<int, ActivityExecution> { [0] = _workflow };
        foreach (var record in _before.Executions)
        {
            RestoreOne(record, byId, restored);
        }

        foreach (var record in _before.Executions)
        {
            if (restored.TryGetValue(record.Id, out var execution))
            {
                _executions.Add(execution);
                execution.Parent?.ExpectChild(execution.Activity);
                RestoreCallbacks(execution, record);
            }
        }

        _executions.Add(_workflow);
        return restored.GetValueOrDefault(bookmark.Execution)
            ?? throw new FormatException($"The saved state has no execution {bookmark.Execution} for the bookmark '{bookmark.Id}'.");
    }

    private static void RestoreCallbacks(ActivityExecution execution, ExecutionRecord record)
    {
        foreach (var (id, times) in record.Callbacks ?? [])
        {
            if (execution.Activity.Flow is { } flow && flow.LocalOf(id) is >= 0 and var local)
            {
                execution.ExpectChild(flow.Activities[local], times);
            }
        }
    }

    private ActivityExecution? RestoreOne(ExecutionRecord record, Dictionary<int, ExecutionRecord> byId, Dictionary<int, ActivityExecution> restored)
    {
        if (restored.TryGetValue(record.Id, out var known))
        {
            return known;
        }

        if (_definition.FindByKey(record.ActivityKey) is not { } activity)
        {
            return null;
        }

        // Numbers only grow, so a parent's is smaller; anything else is not a state of ours.
        var parent = record.Parent >= record.Id ? null
            : restored.TryGetValue(record.Parent, out var found) ? found
            : byId.TryGetValue(record.Parent, out var parentRecord) ? RestoreOne(parentRecord, byId, restored)
            : null;
        var execution = new ActivityExecution(record.Id, activity, parent)
        {
            Status = record.Status,
            Counters = activity.Flow is null ? null : Counters.Restore(activity.Flow, record),
        };
        foreach (var (id, value) in record.Variables ?? new Dictionary<string, JsonNode?>())
        {
            execution.SetVariable(id, value);
        }

        restored.Add(record.Id, execution);
        return execution;
    }

    private WorkflowState Save()
    {
        var open = new List<ExecutionRecord>();
        var allDone = true;
        for (var i = _executions.Count - 1; i >= 0; i--)
        {
            var execution = _executions[i];
            if (!execution.IsDone)
            {
                allDone = false;
                if (execution != _workflow)
                {
                    open.Add(SaveOne(execution));
                }
            }
        }

        var status = _ended ?? (allDone ? WorkflowStatus.Finished : WorkflowStatus.Suspended);
        return new WorkflowState
        {
            Status = status,
            Bookmarks = _bookmarks,
            Incidents = _incidents.Count == 0 ? _before.Incidents : [.. _before.Incidents, .. _incidents],
            Executions = status == WorkflowStatus.Suspended ? open : [],
            Variables = Persistent(_definition.Variables, _workflow) ?? _before.Variables,
            Inputs = SaveInputs(),
            RootCompleted = _workflow.IsDone,
            Next = _next,
        };
    }

    private ExecutionRecord SaveOne(ActivityExecution execution) =>
        new(execution.Id, execution.Parent == _workflow ? 0 : execution.Parent?.Id ?? -1, execution.Activity.Key, execution.Status)
        {
            Visits = execution.Counters?.SaveVisits(),
            Lines = execution.Counters?.SaveLines(),
            Callbacks = execution.Activity.Flow is null ? null : execution.OddCallbacks(_executions),
            Variables = execution.Activity.Flow is { } flow ? Persistent(flow.Variables, execution) : null,
        };

    private static Dictionary<string, JsonNode?>? Persistent(IReadOnlyList<WorkflowVariable> declared, ActivityExecution execution)
    {
        if (execution.Variables is null)
        {
            return null;
        }

        var kept = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var variable in declared)
        {
            if (variable.IsPersistent && execution.Variables.TryGetValue(variable.Id, out var value))
            {
                kept[variable.Id] = value;
            }
        }

        return kept;
    }

    private IReadOnlyDictionary<string, JsonNode?> SaveInputs()
    {
        Dictionary<string, JsonNode?>? kept = null;
        foreach (var input in _definition.Inputs)
        {
            if (input.IsPersistent && _input.TryGetPropertyValue(input.Name, out var value))
            {
                (kept ??= new(StringComparer.Ordinal))[input.Name] = value?.DeepClone();
            }
        }

        return kept ?? _before.Inputs;
    }

    /// <summary>A flowchart that completed and still waits for a child cannot be saved by the real engine either: it throws, here it faults.</summary>
    private void LoseOwners()
    {
        foreach (var execution in _executions)
        {
            if (execution.IsLostOwner)
            {
                _incidents.Add(new Incident(execution.Activity.Id, "Lost an owner context"));
                _ended = WorkflowStatus.Faulted;
                return;
            }
        }
    }

    private void AddClosingEffects(WorkflowState after)
    {
        // A step opened and closed within the burst was never seen by anybody.
        _effects.RemoveAll(e => e switch
        {
            OpenStep open => !IsOpen(open.BookmarkId),
            StartTimer timer => !IsOpen(timer.BookmarkId),
            StartWait wait => !IsOpen(wait.BookmarkId),
            _ => false,
        });
        foreach (var bookmark in _before.Bookmarks)
        {
            if (bookmark != _resumed && !IsOpen(bookmark.Id))
            {
                _effects.Add(new CloseStep(bookmark.StepId, bookmark.Id));
            }
        }

        if (_incidents.Count > 0)
        {
            _effects.Add(new Faulted([.. _incidents]));
        }

        if (after.Status == WorkflowStatus.Finished)
        {
            _effects.Add(new Finished(WorkflowEngine.Result(_definition, after)));
        }
    }

    private bool IsOpen(string bookmarkId) => _bookmarks.Exists(b => b.Id == bookmarkId);
}
