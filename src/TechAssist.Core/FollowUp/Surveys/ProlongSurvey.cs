using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.FollowUp.Surveys;

public sealed record ProlongSurveyInput
{
    [Required]
    public DateOnly? ClosesOn { get; init; }

    [Range(1, MissionSurvey.MostExpected)]
    public int? ExpectedCount { get; init; }

    public int Revision { get; init; }
}

/// <summary>Lets a survey run until another day, also one that was closed, and says anew how many people are expected.</summary>
public sealed class ProlongSurvey(TechAssistDb db, TimelineWriter timeline, ReferenceCatalog reference, TimeProvider clock)
{
    /// <summary>After that nobody remembers what the mission was like.</summary>
    private const int MostMonths = 6;

    public async Task ExecuteAsync(Guid missionId, ProlongSurveyInput input, Actor actor, CancellationToken cancellationToken)
    {
        var survey = await db.FindSurveyToChangeAsync(missionId, actor, cancellationToken);
        survey.Mission.Request.RequireRunning();
        var now = clock.GetUtcNow().UtcDateTime;
        var today = (await reference.GetAsync(cancellationToken)).Calendars.Country(survey.Mission.Request.Country).LocalDay(now);
        InputCheck.ThrowIfInvalid(input, input.ClosesOn switch
        {
            { } day when day < today || day < survey.FirstOn(survey.Mission.LastOn) => [new FieldError("closesOn", "survey-past")],
            { } day when day > today.AddMonths(MostMonths) => [new FieldError("closesOn", "survey-too-long", MostMonths)],
            _ => [],
        });
        if (survey.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        survey.Prolong(input.ClosesOn!.Value, input.ExpectedCount);
        await timeline.AddAsync(survey.RequestId, SurveyLine.Of("survey-prolonged", survey.Mission, survey.ClosesOn) with { IsPublic = true }, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
