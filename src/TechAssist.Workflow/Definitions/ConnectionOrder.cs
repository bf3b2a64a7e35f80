namespace TechAssist.Workflow.Definitions;

/// <summary>Tells the forward lines of a flowchart from the ways back. The order of the lines in the file can decide which line of a loop is the way back.</summary>
internal static class ConnectionOrder
{
    public static void Classify(int count, IReadOnlyList<Connection> connections, Activity? start)
    {
        if (start is null)
        {
            return;
        }

        var targets = Enumerable.Range(0, count).Select(_ => new List<int>()).ToArray();
        foreach (var connection in connections)
        {
            targets[connection.Source.Local].Add(connection.Target.Local);
        }

        var forward = WalkForward(targets, start.Local);
        foreach (var connection in connections)
        {
            connection.IsForward = forward[connection.Source.Local].Contains(connection.Target.Local);
        }

        foreach (var connection in connections.Where(c => !c.IsForward))
        {
            connection.IsValidBackward = Dominates(forward, start.Local, connection.Target.Local, connection.Source.Local);
        }
    }

    /// <summary>Breadth first from the start: an edge is forward unless its target already leads to its source.</summary>
    private static HashSet<int>[] WalkForward(List<int>[] targets, int start)
    {
        var forward = targets.Select(_ => new HashSet<int>()).ToArray();
        var queue = new Queue<int>([start]);
        var visited = new bool[targets.Length];
        while (queue.TryDequeue(out var source))
        {
            if (visited[source])
            {
                continue;
            }

            visited[source] = true;
            foreach (var target in targets[source])
            {
                if (forward[source].Contains(target) || Leads(forward, target, source, without: -1))
                {
                    continue;
                }

                forward[source].Add(target);
                queue.Enqueue(target);
            }
        }

        return forward;
    }

    /// <summary>Whether every forward path from the start to <paramref name="node"/> passes <paramref name="gate"/>.</summary>
    private static bool Dominates(HashSet<int>[] forward, int start, int gate, int node) =>
        gate == node || gate == start || !Leads(forward, start, node, without: gate);

    private static bool Leads(HashSet<int>[] edges, int from, int to, int without)
    {
        if (from == to)
        {
            return true;
        }

        var seen = new HashSet<int> { from, without };
        var open = new Stack<int>([from]);
        while (open.TryPop(out var current))
        {
            foreach (var next in edges[current])
            {
                if (next == to)
                {
                    return true;
                }

                if (seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }
}
