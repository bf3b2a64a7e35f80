using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.FollowUp.Surveys;

/// <summary>A survey with what came in. <paramref name="Results"/> are null while fewer than
/// <see cref="MissionSurvey.FewestShown"/> people answered.</summary>
public sealed record SurveyView(
    string Code, SurveyStanding Standing, DateOnly? OpensOn, DateOnly? ClosesOn, int? ExpectedCount, int Ceiling, int AnswerCount, SurveyResults? Results, int Revision);

/// <summary>The survey of a mission as one reader sees it. <paramref name="Survey"/> is null before it was opened.</summary>
/// <param name="ParticipantCount">As far as is known.</param>
public sealed record MissionSurveyView(Guid MissionId, SurveyView? Survey, int? ParticipantCount, bool MayRun, bool MayHide);

/// <summary>How a survey stands, in a line. <paramref name="Standing"/> is null before it was opened.</summary>
public sealed record SurveyGlance(SurveyStanding? Standing, int AnswerCount, decimal? Mean);

/// <summary>What participants think of a mission, while they still answer: for its team, the secretariat, the auditor and the asking side.</summary>
public sealed class GetSurvey(TechAssistDb db, ReferenceCatalog reference, TimeProvider clock)
{
    /// <exception cref="NotFoundException">The mission is absent, or what its participants say is not the actor's to know.</exception>
    public async Task<MissionSurveyView> ExecuteAsync(Guid missionId, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindSurveyedAsync(missionId, actor, cancellationToken);
        var survey = await db.MissionSurveys.AsNoTracking().SingleOrDefaultAsync(row => row.MissionId == missionId, cancellationToken);
        var participants = mission.ParticipantsWomen + mission.ParticipantsMen;
        return new MissionSurveyView(
            missionId,
            survey is null ? null : await ViewAsync(survey, mission, actor, cancellationToken),
            participants > 0 ? participants : null,
            actor.MayRunSurvey(mission) && mission.Request.Status == RequestStatus.Open,
            actor.IsSecretariat);
    }

    /// <returns>Null where the survey is not the actor's to know of, or where there is none and nobody may open one any more.</returns>
    public async Task<SurveyGlance?> GlanceAsync(Guid missionId, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindMissionAsync(missionId, actor, cancellationToken);
        if (!actor.MayReadSurvey(mission))
        {
            return null;
        }

        if (await db.MissionSurveys.AsNoTracking().SingleOrDefaultAsync(row => row.MissionId == missionId, cancellationToken) is not { } survey)
        {
            var mayOpen = actor.MayRunSurvey(mission) && mission.Request.Status == RequestStatus.Open && mission.Status != MissionStatus.Cancelled;
            return mayOpen ? new SurveyGlance(null, 0, null) : null;
        }

        var count = await db.SurveyAnswers.CountAsync(answer => answer.SurveyId == survey.Id, cancellationToken);
        var standing = survey.StandingOn(await TodayAsync(mission, cancellationToken), mission.LastOn, count);
        return new SurveyGlance(standing, count, await MeanAsync(db, missionId, cancellationToken));
    }

    /// <summary>The mean of all answers, for the report; null while there are too few.</summary>
    internal static async Task<decimal?> MeanAsync(TechAssistDb db, Guid missionId, CancellationToken cancellationToken) =>
        await ResultsAsync(db, missionId, cancellationToken) is { } results ? Math.Round((decimal)results.Mean, 1, MidpointRounding.AwayFromZero) : null;

    /// <summary>All answers put together, without words that were hidden; null while there are too few.</summary>
    internal static async Task<SurveyResults?> ResultsAsync(TechAssistDb db, Guid missionId, CancellationToken cancellationToken) =>
        SurveyResults.Of(await AnswersAsync(db, db.MissionSurveys.Where(survey => survey.MissionId == missionId).Select(survey => survey.Id), cancellationToken), false);

    internal static Task<List<SurveyAnswer>> AnswersAsync(TechAssistDb db, IQueryable<Guid> surveyIds, CancellationToken cancellationToken) =>
        db.SurveyAnswers.AsNoTracking().Where(answer => surveyIds.Contains(answer.SurveyId)).OrderBy(answer => answer.Id).ToListAsync(cancellationToken);

    private async Task<SurveyView> ViewAsync(MissionSurvey survey, Mission mission, Actor actor, CancellationToken cancellationToken)
    {
        var today = await TodayAsync(mission, cancellationToken);
        var answers = await AnswersAsync(db, db.MissionSurveys.Where(row => row.Id == survey.Id).Select(row => row.Id), cancellationToken);
        return new SurveyView(
            survey.Code, survey.StandingOn(today, mission.LastOn, answers.Count), survey.FirstOn(mission.LastOn), survey.LastOn(mission.LastOn), survey.ExpectedCount, survey.Ceiling,
            answers.Count, SurveyResults.Of(answers, actor.SeesInternals()), survey.Revision);
    }

    private async Task<DateOnly> TodayAsync(Mission mission, CancellationToken cancellationToken) =>
        (await reference.GetAsync(cancellationToken)).Calendars.Country(mission.Request.Country).LocalDay(clock.GetUtcNow().UtcDateTime);
}
