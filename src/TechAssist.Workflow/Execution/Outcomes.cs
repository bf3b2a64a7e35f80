namespace TechAssist.Workflow.Execution;

/// <summary>The outcomes an activity completes with. Without names it is the default: lines from port <c>Done</c> and lines without a port are followed.</summary>
internal readonly record struct Outcomes(IReadOnlyList<string>? Names)
{
    public static readonly Outcomes Default = new(null);

    /// <summary>No outcome at all: every line out is visited, none followed.</summary>
    public static readonly Outcomes None = new([]);

    public bool Follow(string? port)
    {
        if (Names is null)
        {
            return port is null or "Done";
        }

        foreach (var name in Names)
        {
            if (string.Equals(name, port, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
