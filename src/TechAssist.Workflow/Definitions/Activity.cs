namespace TechAssist.Workflow.Definitions;

/// <summary>One node of a definition. Immutable; shared by every run of it.</summary>
public sealed class Activity
{
    internal Activity(int ordinal, string id, string type, ActivityInputs inputs)
    {
        Ordinal = ordinal;
        Id = id;
        Key = id;
        Type = type;
        Kind = ActivityTypes.KindOf(type);
        Inputs = inputs;
    }

    /// <summary>The id as written in the file.</summary>
    public string Id { get; }

    /// <summary>The type name as written in the file, for example <c>Elsa.FlowJoin</c>.</summary>
    public string Type { get; }

    public ActivityKind Kind { get; }

    /// <summary>The name scripts use for its outputs; null when the file has none.</summary>
    public string? Name { get; internal init; }

    /// <summary>The version of the activity type the file asks for; 1 when it does not say.</summary>
    public int Version { get; internal init; } = 1;

    /// <summary>The text a designer shows, when the file has one.</summary>
    public string? DisplayText { get; internal init; }

    /// <summary>Whether the file places the node on the designer's canvas.</summary>
    public bool HasPosition { get; internal init; }

    /// <summary>True for an entry point (<c>customProperties.canStartWorkflow</c>).</summary>
    public bool CanStartWorkflow { get; internal init; }

    /// <summary>The children and connections when this is a flowchart, otherwise null.</summary>
    public Flowchart? Flow { get; internal set; }

    /// <summary>The flowchart activity this one stands in; null for the root.</summary>
    public Activity? Parent { get; internal init; }

    internal ActivityInputs Inputs { get; }

    /// <summary>Position in the definition, counting every nested activity; stable for one parsed definition.</summary>
    internal int Ordinal { get; }

    /// <summary>Position among the children of its flowchart.</summary>
    internal int Local { get; set; }

    /// <summary>The name of the activity in a saved state: its id, or its path where an id is used twice.</summary>
    internal string Key { get; set; }
}
