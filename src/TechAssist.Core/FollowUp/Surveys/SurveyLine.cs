using System.Globalization;
using TechAssist.Core.Audit;
using TechAssist.Core.Missions;

namespace TechAssist.Core.FollowUp.Surveys;

/// <summary>A history line about a survey. Answers leave none: a line has an hour.</summary>
internal static class SurveyLine
{
    public static TimelineLine Of(string kind, Mission mission, DateOnly? until, string? reason = null) => new(kind)
    {
        Reason = reason,
        Values = new Dictionary<string, string>
        {
            ["missionId"] = mission.Id.ToString(),
            ["number"] = mission.Number.ToString(CultureInfo.InvariantCulture),
            ["until"] = until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        },
    };
}
