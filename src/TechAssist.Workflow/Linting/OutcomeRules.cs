using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Linting;

/// <summary>Every outcome leads on, also one nobody uses: a branch that simply ends is lost in silence.</summary>
internal static class OutcomeRules
{
    public static IEnumerable<Finding> Check(LintFile file)
    {
        foreach (var activity in file.Children)
        {
            if (activity.Kind == ActivityKind.Fork && Ports.Of(activity) is { Count: 0 })
            {
                yield return new Finding(activity.Id, "no-branches", "The fork has no branches.");
            }

            var connected = activity.Parent!.Flow!.Outbound(activity).Select(c => c.Port).ToHashSet();
            foreach (var port in Ports.Of(activity) ?? [])
            {
                if (!connected.Contains(port))
                {
                    yield return new Finding(activity.Id, "outcome-not-connected", $"The outcome '{port}' has no connection: the branch would end there.");
                }
            }
        }
    }
}
