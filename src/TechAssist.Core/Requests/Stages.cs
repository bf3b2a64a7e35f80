namespace TechAssist.Core.Requests;

/// <summary>The stages of the process, in its order. Every step of a definition declares one of them.</summary>
public static class Stages
{
    public static readonly IReadOnlyList<string> All =
        ["intake", "triage", "decision", "terms", "mobilisation", "preparation", "mission", "report", "evaluation", "followup", "closed"];
}
