using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Execution;

/// <summary>How often each activity and each line of one flowchart execution was visited, and whether the latest visit of a line was followed.</summary>
internal sealed class Counters(Flowchart flow)
{
    private readonly int[] _visits = new int[flow.Activities.Count];

    // Positive: latest visit followed. Negative: not followed.
    private readonly int[] _lines = new int[flow.CounterKeys.Count];

    public int Visits(Activity activity) => _visits[activity.Local];

    public int Visits(Connection connection) => Math.Abs(_lines[connection.Counter]);

    public void Visit(Activity activity) => _visits[activity.Local]++;

    public void Visit(Connection connection, bool followed)
    {
        var count = Visits(connection) + 1;
        _lines[connection.Counter] = followed ? count : -count;
    }

    /// <summary>Every forward line into the activity was visited since the activity itself was.</summary>
    public bool AllVisited(Activity activity)
    {
        var visits = Visits(activity);
        foreach (var connection in flow.ForwardInbound(activity))
        {
            if (Visits(connection) <= visits)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of the lines visited most often, more often than the activity, at least one was followed.</summary>
    public bool AnyFollowed(Activity activity)
    {
        var highest = Highest(activity);
        if (highest <= Visits(activity))
        {
            return false;
        }

        foreach (var connection in flow.ForwardInbound(activity))
        {
            if (_lines[connection.Counter] == highest)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All lines were visited equally often, more often than the activity, and were all followed.</summary>
    public bool AllFollowed(Activity activity)
    {
        var highest = Highest(activity);
        if (highest <= Visits(activity))
        {
            return false;
        }

        foreach (var connection in flow.ForwardInbound(activity))
        {
            if (_lines[connection.Counter] != highest)
            {
                return false;
            }
        }

        return true;
    }

    public List<Count> SaveVisits()
    {
        var saved = new List<Count>(_visits.Length);
        for (var i = 0; i < _visits.Length; i++)
        {
            if (_visits[i] != 0)
            {
                saved.Add(new Count(flow.Activities[i].Id, _visits[i]));
            }
        }

        return saved;
    }

    public List<Count> SaveLines()
    {
        var saved = new List<Count>(_lines.Length);
        for (var i = 0; i < _lines.Length; i++)
        {
            if (_lines[i] != 0)
            {
                saved.Add(new Count(flow.CounterKeys[i], _lines[i]));
            }
        }

        return saved;
    }

    /// <summary>Takes the counts of a saved state; what the definition no longer has is dropped.</summary>
    public static Counters Restore(Flowchart flow, ExecutionRecord record)
    {
        var counters = new Counters(flow);
        foreach (var (id, count) in record.Visits ?? [])
        {
            if (flow.LocalOf(id) is >= 0 and var local)
            {
                counters._visits[local] = count;
            }
        }

        foreach (var (key, count) in record.Lines ?? [])
        {
            if (flow.CounterOf(key) is >= 0 and var line)
            {
                counters._lines[line] = count;
            }
        }

        return counters;
    }

    private int Highest(Activity activity)
    {
        var highest = 0;
        foreach (var connection in flow.ForwardInbound(activity))
        {
            highest = Math.Max(highest, Visits(connection));
        }

        return highest;
    }
}
