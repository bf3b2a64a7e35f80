using System.Text.Json;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;

namespace TechAssist.Workflow.Linting;

/// <summary>The outcomes an activity can leave by, and which lines out of it can be followed together.</summary>
internal static class Ports
{
    private static readonly string[] _done = ["Done"];
    private static readonly string[] _decision = ["True", "False"];

    /// <summary>Every port there can be; null when the type is unknown.</summary>
    public static IReadOnlyList<string>? Of(Activity activity) => activity.Kind switch
    {
        ActivityKind.Unknown or ActivityKind.Auto or ActivityKind.Boom => null,
        ActivityKind.End or ActivityKind.Finish or ActivityKind.Complete => [],
        ActivityKind.Decision => _decision,
        ActivityKind.Switch => [.. activity.Inputs.Raw.GetValueOrDefault("cases").Items().Select(c => c.MemberAnyCase("label").AsText() ?? ""), "Default"],
        ActivityKind.Fork => Branches(activity),
        ActivityKind.HumanStep => StepReader.Texts(activity.Inputs, "outcomes"),
        _ => _done,
    };

    public static JoinMode? ModeOf(Activity join) =>
        join.Kind == ActivityKind.Join && join.Inputs.TryGet("mode", out var mode) && Enum.TryParse<JoinMode>(mode.Text, ignoreCase: true, out var known)
            ? known
            : null;

    /// <summary>Takes one of several ports each time it completes.</summary>
    public static bool IsChoice(Activity activity) =>
        activity.Kind is ActivityKind.Decision or ActivityKind.HumanStep or ActivityKind.Switch && Of(activity) is { Count: > 1 };

    /// <summary>Two lines that one completion can follow together.</summary>
    public static bool Together(Activity activity, Connection one, Connection other) =>
        one.Port == other.Port || activity.Kind == ActivityKind.Fork || (activity.Kind == ActivityKind.Switch && IsMatchAny(activity));

    private static bool IsMatchAny(Activity activity) =>
        activity.Inputs.TryGet("mode", out var mode) && string.Equals(mode.Text, "MatchAny", StringComparison.OrdinalIgnoreCase);

    private static IReadOnlyList<string> Branches(Activity fork)
    {
        var list = StepReader.Json(fork.Inputs, "branches");
        return list.ValueKind == JsonValueKind.Array ? StepReader.Texts(fork.Inputs, "branches")
            : fork.Inputs.TryGet("branches", out var single) && single.Value.AsText() is { Length: > 0 } text ? [text]
            : [];
    }
}
