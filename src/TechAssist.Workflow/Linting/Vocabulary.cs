namespace TechAssist.Workflow.Linting;

/// <summary>The words a definition may use for people, stages and time.</summary>
public static class Vocabulary
{
    /// <summary>The parts of a case, in their order.</summary>
    public static readonly IReadOnlyList<string> Stages =
        ["intake", "triage", "decision", "terms", "mobilisation", "preparation", "mission", "report", "evaluation", "followup", "closed"];

    /// <summary>The roles a step, reminder or message can be meant for.</summary>
    public static readonly IReadOnlyList<string> Audiences =
    [
        "requester", "focalPoint", "counterpart", "caseOfficer", "dutyOfficer", "thematicAdviser", "logistics",
        "coordinator", "head", "expert", "committee", "referenceCountry", "administrator", "auditor",
    ];

    /// <summary>Whose working days a limit counts in.</summary>
    public static readonly IReadOnlyList<string> Calendars = ["secretariat", "country", "actor"];

    /// <summary>What a reminder counts from.</summary>
    public static readonly IReadOnlyList<string> ReminderOrigins = ["due", "start"];

    /// <summary>How a reminder or an escalation reaches its reader.</summary>
    public static readonly IReadOnlyList<string> Channels = ["mail", "portal"];

    /// <summary>Whether the text says when a step is done: first, all, silence, or count:n with n at least 1.</summary>
    public static bool IsComplete(string text) => text is "first" or "all" or "silence"
        || (text.StartsWith("count:", StringComparison.Ordinal) && int.TryParse(text.AsSpan(6), out var count) && count >= 1);
}
