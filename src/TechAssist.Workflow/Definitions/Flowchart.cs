using System.Collections.Frozen;

namespace TechAssist.Workflow.Definitions;

/// <summary>The children of a flowchart activity, its lines in the order of the file, and what the order of execution needs to know about them.</summary>
public sealed class Flowchart
{
    private readonly Node[] _nodes;
    private readonly FrozenDictionary<string, int> _counters;
    private readonly FrozenDictionary<string, int> _locals;

    internal Flowchart(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections, IReadOnlyList<WorkflowVariable> variables)
    {
        Activities = activities;
        Connections = connections;
        Variables = variables;
        for (var i = 0; i < activities.Count; i++)
        {
            activities[i].Local = i;
        }

        CounterKeys = NumberCounters(connections);
        _counters = CounterKeys.Select((key, i) => (key, i)).ToFrozenDictionary(p => p.key, p => p.i, StringComparer.Ordinal);
        _locals = activities.ToFrozenDictionary(a => a.Id, a => a.Local, StringComparer.Ordinal);
        Start = FindStart(activities, connections);
        ConnectionOrder.Classify(activities.Count, connections, Start);
        _nodes = BuildNodes();
    }

    public IReadOnlyList<Activity> Activities { get; }

    public IReadOnlyList<Connection> Connections { get; }

    public IReadOnlyList<WorkflowVariable> Variables { get; }

    /// <summary>Where the flowchart begins; null when it is empty.</summary>
    public Activity? Start { get; }

    /// <summary>Names of the connection counters in a saved state.</summary>
    internal IReadOnlyList<string> CounterKeys { get; }

    /// <summary>The lines out of the activity, in the order of the file.</summary>
    public IReadOnlyList<Connection> Outbound(Activity activity) => _nodes[activity.Local].Outbound;

    /// <summary>The forward lines into the activity.</summary>
    public IReadOnlyList<Connection> ForwardInbound(Activity activity) => _nodes[activity.Local].ForwardInbound;

    /// <summary>Whether the start leads to the activity.</summary>
    public bool IsReachable(Activity activity) =>
        ReferenceEquals(activity, Start) || _nodes[activity.Local].ForwardInbound.Length > 0;

    /// <summary>Whether a forward path leads from <paramref name="ancestor"/> to <paramref name="activity"/>.</summary>
    public bool IsForwardAncestor(Activity ancestor, Activity activity) => _nodes[activity.Local].Ancestors.Contains(ancestor.Local);

    /// <summary>The counter with this name in a saved state; -1 when the definition no longer has it.</summary>
    internal int CounterOf(string key) => _counters.GetValueOrDefault(key, -1);

    /// <summary>The child with this id, as its position; -1 when the definition no longer has it.</summary>
    internal int LocalOf(string id) => _locals.GetValueOrDefault(id, -1);

    private static List<string> NumberCounters(IReadOnlyList<Connection> connections)
    {
        var keys = new List<string>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var connection in connections)
        {
            if (!known.TryGetValue(connection.Key, out var counter))
            {
                counter = keys.Count;
                known.Add(connection.Key, counter);
                keys.Add(connection.Key);
            }

            connection.Counter = counter;
        }

        return keys;
    }

    private static Activity? FindStart(IReadOnlyList<Activity> activities, IReadOnlyList<Connection> connections)
    {
        var targets = connections.Select(c => c.Target).ToHashSet();
        return activities.FirstOrDefault(a => a.Kind == ActivityKind.Start)
            ?? activities.FirstOrDefault(a => a.CanStartWorkflow)
            ?? activities.FirstOrDefault(a => !targets.Contains(a))
            ?? (activities.Count > 0 ? activities[0] : null);
    }

    private Node[] BuildNodes()
    {
        var outbound = Connections.ToLookup(c => c.Source.Local);
        var inbound = Connections.Where(c => c.IsForward).DistinctBy(c => c.Counter).ToLookup(c => c.Target.Local);
        var nodes = new Node[Activities.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = new Node([.. outbound[i]], [.. inbound[i]], AncestorsOf(i, inbound));
        }

        return nodes;
    }

    private static HashSet<int> AncestorsOf(int node, ILookup<int, Connection> inbound)
    {
        var found = new HashSet<int>();
        var open = new Stack<int>([node]);
        while (open.TryPop(out var current))
        {
            foreach (var connection in inbound[current])
            {
                if (found.Add(connection.Source.Local))
                {
                    open.Push(connection.Source.Local);
                }
            }
        }

        return found;
    }

    private sealed record Node(Connection[] Outbound, Connection[] ForwardInbound, HashSet<int> Ancestors);
}
