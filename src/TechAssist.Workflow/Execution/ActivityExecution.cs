using System.Text.Json.Nodes;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Execution;

/// <summary>One execution of an activity while a burst runs.</summary>
internal sealed class ActivityExecution(int id, Activity activity, ActivityExecution? parent)
{
    private Dictionary<string, JsonNode?>? _variables;
    private Dictionary<Activity, int>? _callbacks;

    public int Id { get; } = id;

    public Activity Activity { get; } = activity;

    /// <summary>The flowchart it belongs to; null for the workflow, and for one whose flowchart has completed in an earlier burst.</summary>
    public ActivityExecution? Parent { get; } = parent;

    public ExecutionStatus Status { get; set; }

    /// <summary>Started over a back edge in this burst; the mark is lost when the step suspends.</summary>
    public bool CameBack { get; init; }

    /// <summary>The wait it opened while it ran; joins the open ones when it is done.</summary>
    public Bookmark? NewBookmark { get; set; }

    public Counters? Counters { get; init; }

    public bool IsDone => Status is ExecutionStatus.Completed or ExecutionStatus.Cancelled;

    /// <summary>Values of the variables declared here, by id, where they were set.</summary>
    public IReadOnlyDictionary<string, JsonNode?>? Variables => _variables;

    public void SetVariable(string id, JsonNode? value) => (_variables ??= new(StringComparer.Ordinal))[id] = value;

    /// <summary>Forgets that it wants to hear of its children; only those it schedules from now on will report.</summary>
    public void ClearCallbacks() => _callbacks = null;

    public void ExpectChild(Activity child, int times = 1)
    {
        _callbacks ??= [];
        _callbacks[child] = _callbacks.GetValueOrDefault(child) + times;
    }

    /// <summary>Whether it wants to hear that the child completed. Each schedule is reported once: a step that faults while it reports is not heard when it completes again.</summary>
    public bool TakeCallback(Activity child)
    {
        if (_callbacks is null || !_callbacks.TryGetValue(child, out var times) || times <= 0)
        {
            return false;
        }

        _callbacks[child] = times - 1;
        return true;
    }

    /// <summary>How many reports it expects beyond one for each child that is open; null in the ordinary case.</summary>
    public List<Count>? OddCallbacks(List<ActivityExecution> all)
    {
        if (ExpectsEachOnce(all))
        {
            return null;
        }

        List<Count>? odd = null;
        foreach (var child in Activity.Flow!.Activities)
        {
            var open = all.Count(e => e.Parent == this && e.Activity == child && !e.IsDone);
            var expected = _callbacks?.GetValueOrDefault(child) ?? 0;
            if (expected != open)
            {
                (odd ??= []).Add(new Count(child.Id, expected - open));
            }
        }

        return odd;
    }

    /// <summary>Completed, yet still waiting for a child: the real engine cannot save such an instance.</summary>
    public bool IsLostOwner => IsDone && _callbacks is not null && _callbacks.Values.Any(times => times > 0);

    private bool ExpectsEachOnce(List<ActivityExecution> all)
    {
        var surplus = 0;
        foreach (var (_, times) in _callbacks ?? [])
        {
            surplus += times;
        }

        foreach (var child in all)
        {
            if (child.Parent == this && !child.IsDone)
            {
                if (_callbacks?.GetValueOrDefault(child.Activity) != 1)
                {
                    return false;
                }

                surplus--;
            }
        }

        return surplus == 0;
    }
}
