using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.FollowUp.Surveys;

/// <summary>Who reads what participants said: the team, the secretariat, the auditor and the side that asked. Whoever only looks at
/// the portfolio does not.</summary>
internal static class SurveyVisibility
{
    /// <exception cref="NotFoundException">Absent, or not the actor's to know of.</exception>
    public static async Task<Mission> FindSurveyedAsync(this TechAssistDb db, Guid missionId, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindMissionAsync(missionId, actor, cancellationToken);
        return actor.MayReadSurvey(mission) ? mission : throw new NotFoundException("The survey");
    }

    /// <summary>To change it, with its mission and case.</summary>
    /// <exception cref="NotFoundException">Absent, or not the actor's to know of.</exception>
    /// <exception cref="RuleException"><c>not-allowed</c>: neither of the team nor of the secretariat.</exception>
    public static async Task<MissionSurvey> FindSurveyToChangeAsync(this TechAssistDb db, Guid missionId, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindSurveyedAsync(missionId, actor, cancellationToken);
        actor.Require(actor.MayRunSurvey(mission));
        return await db.MissionSurveys.SingleOrDefaultAsync(survey => survey.MissionId == missionId, cancellationToken)
            ?? throw new NotFoundException("The survey");
    }

    public static bool MayReadSurvey(this Actor actor, Mission mission) =>
        actor.SeesInternals() || actor.IsOnTeam(mission) || actor.SpeaksForBeneficiary(mission.Request);

    public static bool MayRunSurvey(this Actor actor, Mission mission) => actor.IsSecretariat || actor.IsOnTeam(mission);
}
