namespace TechAssist.Workflow.Tests.Definitions;

/// <summary>Finds the arrows that lead back: those whose target stands on every way from the start to their source.</summary>
internal static class BackArrows
{
    public static IReadOnlySet<(string From, string To)> Of(DefinitionFile definition)
    {
        var arrows = definition.Connections.Select(c => (c.Source, c.Target)).Distinct().ToList();
        var next = arrows.ToLookup(a => a.Source, a => a.Target);
        return arrows.Where(a => !Reach(next, without: a.Target).Contains(a.Source)).ToHashSet();
    }

    private static HashSet<string> Reach(ILookup<string, string> next, string without)
    {
        var seen = new HashSet<string> { "start" };
        var waiting = new Queue<string>(seen);
        while (waiting.TryDequeue(out var id))
        {
            foreach (var target in next[id].Where(t => t != without && seen.Add(t)))
            {
                waiting.Enqueue(target);
            }
        }

        return seen;
    }
}
