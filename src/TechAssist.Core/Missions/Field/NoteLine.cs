using System.Globalization;
using TechAssist.Core.Audit;

namespace TechAssist.Core.Missions.Field;

/// <summary>A history line about a note. Its words are not in it: they are the team's and the secretariat's.</summary>
internal static class NoteLine
{
    public static TimelineLine Of(string kind, Mission mission, MissionNote note)
    {
        var line = MissionLine.Of(kind, mission);
        var values = new Dictionary<string, string>(line.Values)
        {
            ["on"] = note.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["state"] = note.Mood.ToString(),
            ["noteId"] = note.Id.ToString(),
        };
        return line with { Values = values, IsPublic = false };
    }
}
