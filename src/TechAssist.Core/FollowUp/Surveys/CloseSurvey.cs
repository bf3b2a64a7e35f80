using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.FollowUp.Surveys;

/// <summary>Takes no more answers. What came in stays, and the survey can be prolonged again.</summary>
public sealed class CloseSurvey(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid missionId, Actor actor, CancellationToken cancellationToken)
    {
        var survey = await db.FindSurveyToChangeAsync(missionId, actor, cancellationToken);
        if (survey.ClosedAt is not null)
        {
            return;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        survey.Close(now);
        await timeline.AddAsync(survey.RequestId, SurveyLine.Of("survey-closed", survey.Mission, null) with { IsPublic = true }, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
