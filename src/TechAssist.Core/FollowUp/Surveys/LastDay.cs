using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Core.FollowUp.Surveys;

/// <summary>The participants are asked on the last day of a mission (domain process 12): what makes their evaluation ready for it, and
/// what reminds the team.</summary>
internal static class LastDay
{
    /// <summary>The mail of that day, by a rung of the mission's ladder.</summary>
    public const string Template = "mission-last-day";

    /// <summary>When everything is ready for a mission that people take part in, so is their evaluation: the sheet with its code can be
    /// printed before the team leaves. It opens by itself. Does not save.</summary>
    public static async Task PrepareAsync(StepAnswer answer, Mission mission, CancellationToken cancellationToken)
    {
        var plan = (await answer.Db.Deliveries.AsNoTracking().SingleOrDefaultAsync(row => row.MissionId == mission.Id, cancellationToken))?.Plan
            ?? await answer.Db.FirstPlanAsync(answer.Request, cancellationToken);
        if (!DeliveryParts.Of(plan.Types).Contains(DeliveryPart.Sessions) || await answer.Db.MissionSurveys.AnyAsync(row => row.MissionId == mission.Id, cancellationToken))
        {
            return;
        }

        answer.Db.MissionSurveys.Add(MissionSurvey.Open(mission, await answer.Db.NewSurveyCodeAsync(cancellationToken), null, null, null, answer.Now));
        await answer.SayAsync(MissionLine.Of("survey-prepared", mission), cancellationToken);
    }

    /// <summary>Where the evaluation stands, for the mail; nothing for a mission without one.</summary>
    public static async Task<(string Name, string Value)[]> ValuesAsync(TechAssistDb db, Guid? missionId, CancellationToken cancellationToken)
    {
        var survey = await db.MissionSurveys.AsNoTracking().Where(row => row.MissionId == missionId && row.ClosedAt == null)
            .Select(row => new { row.Code, row.Mission.Number, row.Mission.Request.Reference }).SingleOrDefaultAsync(cancellationToken);
        return survey is null ? [] :
        [
            ("code", SurveyCode.Spaced(survey.Code)), ("surveyPath", SurveyCode.Path(survey.Code)), ("sheetPath", $"/requests/{survey.Reference}/missions/{survey.Number}/survey"),
        ];
    }

    internal static async Task<string> NewSurveyCodeAsync(this TechAssistDb db, CancellationToken cancellationToken)
    {
        while (true)
        {
            var code = SurveyCode.New();
            if (!await db.MissionSurveys.AnyAsync(survey => survey.Code == code, cancellationToken))
            {
                return code;
            }
        }
    }
}
