using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions;

/// <summary>Who sees a mission: whoever sees its case.</summary>
internal static class MissionVisibility
{
    public static IQueryable<Mission> MissionsVisibleTo(this TechAssistDb db, Actor actor)
    {
        var cases = db.Requests.VisibleTo(actor).Select(request => request.Id);
        return db.Missions.Where(mission => cases.Contains(mission.RequestId));
    }

    /// <summary>To change it: with its team and its case.</summary>
    /// <exception cref="NotFoundException">Absent, or not the actor's to know of.</exception>
    public static async Task<Mission> FindMissionAsync(this TechAssistDb db, Guid missionId, Actor actor, CancellationToken cancellationToken) =>
        await db.MissionsVisibleTo(actor)
            .Include(mission => mission.Members).ThenInclude(member => member.Expert)
            .Include(mission => mission.Request).ThenInclude(request => request.Countries)
            .SingleOrDefaultAsync(mission => mission.Id == missionId, cancellationToken)
        ?? throw new NotFoundException("The mission");

    public static bool IsOnTeam(this Actor actor, Mission mission) =>
        !actor.IsSystem && mission.Members.Exists(member => member.Expert.PersonId == actor.PersonId);
}
