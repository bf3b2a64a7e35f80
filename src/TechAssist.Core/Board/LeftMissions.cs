using TechAssist.Core.Missions;

namespace TechAssist.Core.Board;

/// <summary>Missions whose experts are on the way or back. A mission that is ready leaves on its first day by itself: nobody records it.</summary>
internal static class LeftMissions
{
    public static bool HasLeft(MissionStatus status, DateOnly? startOn, DateOnly today) => status switch
    {
        MissionStatus.UnderWay or MissionStatus.Interrupted or MissionStatus.Completed => true,
        MissionStatus.Confirmed => startOn <= today,
        _ => false,
    };

    /// <summary>The same as <see cref="HasLeft"/>, in the query.</summary>
    public static IQueryable<Mission> ThatLeft(this IQueryable<Mission> missions, DateOnly today) => missions.Where(mission =>
        mission.Status == MissionStatus.UnderWay || mission.Status == MissionStatus.Interrupted || mission.Status == MissionStatus.Completed
        || (mission.Status == MissionStatus.Confirmed && mission.StartOn <= today));
}
