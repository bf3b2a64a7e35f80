using System.Globalization;
using TechAssist.Core.Audit;

namespace TechAssist.Core.FollowUp.Initiatives;

/// <summary>A history line about an initiative.</summary>
internal static class InitiativeLine
{
    public static TimelineLine Of(string kind, ConcreteInitiative initiative, string? reason = null) => new(kind)
    {
        Reason = reason,
        IsPublic = true,
        Values = new Dictionary<string, string>
        {
            ["number"] = initiative.Number.ToString(CultureInfo.InvariantCulture),
            ["name"] = initiative.Title,
            ["status"] = initiative.Status.ToString(),
        },
    };
}
