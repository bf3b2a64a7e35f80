namespace TechAssist.Workflow.Definitions;

/// <summary>A line of a flowchart: from one outcome (<paramref name="Port"/>) of an activity to the next activity. A null port is followed only by a default completion.</summary>
public sealed record Connection(Activity Source, string? Port, Activity Target)
{
    internal string TargetPort { get; init; } = "In";

    /// <summary>Leads from the start onward; false for a way back and for lines the start does not reach.</summary>
    public bool IsForward { get; internal set; }

    /// <summary>A way back that the engine may take: every path from the start to its source passes its target.</summary>
    public bool IsValidBackward { get; internal set; }

    /// <summary>Index of its counter: equal lines share one, as in the real engine.</summary>
    internal int Counter { get; set; }

    /// <summary>The name of its counter in a saved state.</summary>
    internal string Key => $"{Source.Id}:{Port}->{Target.Id}:{TargetPort}";
}
