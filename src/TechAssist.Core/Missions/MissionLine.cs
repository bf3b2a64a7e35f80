using System.Globalization;
using TechAssist.Core.Audit;

namespace TechAssist.Core.Missions;

/// <summary>A history line about a mission; the requesting side reads it too.</summary>
internal static class MissionLine
{
    public static TimelineLine Of(string kind, Mission mission, string? reason = null) => new(kind)
    {
        Reason = reason,
        IsPublic = true,
        Values = new Dictionary<string, string>
        {
            ["missionId"] = mission.Id.ToString(),
            ["number"] = mission.Number.ToString(CultureInfo.InvariantCulture),
            ["start"] = (mission.ActualStartOn ?? mission.StartOn)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            ["end"] = mission.LastOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        },
    };
}
