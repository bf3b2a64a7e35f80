using System.Globalization;
using TechAssist.Core.Audit;

namespace TechAssist.Core.EndOfMission;

/// <summary>A history line about a recommendation.</summary>
internal static class RecommendationLine
{
    public static TimelineLine Of(string kind, Recommendation recommendation, string? reason = null) => new(kind)
    {
        Reason = reason,
        IsPublic = true,
        Values = new Dictionary<string, string>
        {
            ["number"] = recommendation.Number.ToString(CultureInfo.InvariantCulture),
            ["status"] = recommendation.Status.ToString(),
            ["response"] = recommendation.Response?.ToString() ?? "",
        },
    };
}
