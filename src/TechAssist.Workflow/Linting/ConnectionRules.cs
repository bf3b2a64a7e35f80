using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Linting;

/// <summary>Connections that lead from or to nothing, or leave by a port that cannot be.</summary>
internal static class ConnectionRules
{
    public static IEnumerable<Finding> Check(LintFile file) => file.Flowcharts.SelectMany(CheckFlowchart);

    private static IEnumerable<Finding> CheckFlowchart(Activity flowchart)
    {
        var children = flowchart.Flow!.Activities.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var seen = new HashSet<ConnectionEnds>();
        foreach (var element in flowchart.Inputs.Raw.GetValueOrDefault("connections").Items())
        {
            var ends = ConnectionEnds.Read(element);
            if (!seen.Add(ends))
            {
                yield return new Finding(ends.Source, "connection-twice", $"The connection from port '{ends.Port}' to '{ends.Target}' is there twice.");
            }

            if (!children.TryGetValue(ends.Source, out var source) || !children.TryGetValue(ends.Target, out var target))
            {
                yield return new Finding(flowchart.Id, "missing-activity", $"The connection '{ends.Source}' to '{ends.Target}' names an activity that is not in this flowchart; it would be dropped.");
            }
            else if (CheckPort(source, ends.Port) is { } finding)
            {
                yield return finding;
            }
            else if (target.Kind == ActivityKind.Start)
            {
                yield return new Finding(target.Id, "into-start", "A connection leads into the start.");
            }
        }
    }

    private static Finding? CheckPort(Activity source, string? port)
    {
        if (source.Kind is ActivityKind.End or ActivityKind.Finish or ActivityKind.Complete)
        {
            return new Finding(source.Id, "after-the-end", "A connection leaves an activity that ends the flowchart; it is never followed.");
        }

        if (string.IsNullOrEmpty(port))
        {
            return new Finding(source.Id, "no-port", "A connection names no port; write the outcome it is for.");
        }

        if (Ports.Of(source) is not { } ports || ports.Contains(port))
        {
            return null;
        }

        return ports.FirstOrDefault(p => string.Equals(p, port, StringComparison.OrdinalIgnoreCase)) is { } near
            ? new Finding(source.Id, "port-case", $"The port '{port}' differs from the outcome '{near}' in case; it would never be followed.")
            : new Finding(source.Id, "unknown-port", $"The port '{port}' is not among the outcomes ({string.Join(", ", ports)}).");
    }
}
