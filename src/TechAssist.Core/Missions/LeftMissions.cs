namespace TechAssist.Core.Missions;

/// <summary>Missions whose experts are on the way or back. A mission that is ready leaves on its first day by itself: nobody records it.</summary>
internal static class LeftMissions
{
    public static bool HasLeft(MissionStatus status, DateOnly? startOn, DateOnly today) =>
        StatusOn(status, startOn, today) is MissionStatus.UnderWay or MissionStatus.Interrupted or MissionStatus.Completed;

    /// <summary>What people are told: a mission that was ready is under way from its first day.</summary>
    public static MissionStatus StatusOn(MissionStatus status, DateOnly? startOn, DateOnly today) =>
        status == MissionStatus.Confirmed && startOn <= today ? MissionStatus.UnderWay : status;

    public static MissionStatus StatusOn(this Mission mission, DateOnly today) => StatusOn(mission.Status, mission.StartOn, today);

    /// <summary>The same as <see cref="HasLeft"/>, in the query.</summary>
    public static IQueryable<Mission> ThatLeft(this IQueryable<Mission> missions, DateOnly today) => missions.Where(mission =>
        mission.Status == MissionStatus.UnderWay || mission.Status == MissionStatus.Interrupted || mission.Status == MissionStatus.Completed
        || (mission.Status == MissionStatus.Confirmed && mission.StartOn <= today));
}
