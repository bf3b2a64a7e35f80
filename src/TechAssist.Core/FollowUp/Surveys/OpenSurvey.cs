using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.FollowUp.Surveys;

public sealed record OpenSurveyInput
{
    /// <summary>The first day; today when not given. The sheet with the code can be printed before.</summary>
    public DateOnly? OpensOn { get; init; }

    /// <summary>How many people take part.</summary>
    [Range(1, MissionSurvey.MostExpected)]
    public int? ExpectedCount { get; init; }
}

/// <summary>Opens the participants' evaluation of a mission. The team's act, or the secretariat's; a second call finds the survey that
/// is there, and gives one that waits for the mission's last day another first day.</summary>
public sealed class OpenSurvey(TechAssistDb db, TimelineWriter timeline, ReferenceCatalog reference, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>survey-no-mission</c>: the mission was cancelled.</exception>
    public async Task ExecuteAsync(Guid missionId, OpenSurveyInput input, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindSurveyedAsync(missionId, actor, cancellationToken);
        actor.Require(actor.MayRunSurvey(mission));
        var now = clock.GetUtcNow().UtcDateTime;
        var today = (await reference.GetAsync(cancellationToken)).Calendars.Country(mission.Request.Country).LocalDay(now);
        mission.Request.RequireRunning();
        if (mission.Status == MissionStatus.Cancelled)
        {
            throw new RuleException("survey-no-mission");
        }

        var survey = await db.MissionSurveys.SingleOrDefaultAsync(row => row.MissionId == missionId, cancellationToken);
        if (survey is not null && survey.StandingOn(today, mission.LastOn, 0) != SurveyStanding.NotYetOpen)
        {
            return;
        }

        InputCheck.ThrowIfInvalid(input, Check(input, mission, today));
        var opensOn = input.OpensOn ?? today;
        if (survey is null)
        {
            // Opened after the mission, it has its days all the same.
            DateOnly? closesOn = mission.LastOn < opensOn ? opensOn.AddDays(MissionSurvey.DaysAfter) : null;
            survey = MissionSurvey.Open(mission, await db.NewSurveyCodeAsync(cancellationToken), opensOn, closesOn, input.ExpectedCount, now);
            db.MissionSurveys.Add(survey);
        }
        else
        {
            survey.OpenFrom(opensOn, input.ExpectedCount);
        }

        await timeline.AddAsync(mission.RequestId, SurveyLine.Of("survey-opened", mission, survey.LastOn(mission.LastOn)) with { IsPublic = true }, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static IEnumerable<FieldError> Check(OpenSurveyInput input, Mission mission, DateOnly today)
    {
        if (input.OpensOn < today)
        {
            yield return new FieldError("opensOn", "survey-past");
        }

        if (input.OpensOn > (mission.LastOn ?? today).AddYears(1))
        {
            yield return new FieldError("opensOn", "not-valid");
        }
    }
}
