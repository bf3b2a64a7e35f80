using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;

namespace TechAssist.Core.FollowUp.Surveys;

public sealed record SurveyAnswerInput
{
    public const int MostWords = 2000;

    /// <summary>Which form was sent: made anew with every page, known to nobody else.</summary>
    public Guid FormId { get; init; }

    [Required, Range(1, 5)]
    public int? Relevance { get; init; }

    [Required, Range(1, 5)]
    public int? Clarity { get; init; }

    [Required, Range(1, 5)]
    public int? Usefulness { get; init; }

    [Required, Range(1, 5)]
    public int? Experts { get; init; }

    [Required, Range(1, 5)]
    public int? Organisation { get; init; }

    [StringLength(MostWords)]
    public string? WillApply { get; init; }

    public Sex? Sex { get; init; }

    [StringLength(MostWords)]
    public string? Comment { get; init; }
}

/// <summary>What a participant reads above the questions.</summary>
public sealed record SurveyToAnswer(LangText Title, string? Places, DateOnly? StartOn, DateOnly? EndOn, SurveyStanding Standing, DateOnly? OpensOn, DateOnly? ClosesOn);

/// <summary>A participant says what the mission was like: no account, no name. Takes part in no history, which would hold the hour.</summary>
public sealed class AnswerSurvey(TechAssistDb db, ReferenceCatalog reference, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No survey has this code.</exception>
    public async Task<SurveyToAnswer> ReadAsync(string? code, CancellationToken cancellationToken)
    {
        var found = await FindAsync(code, cancellationToken);
        var mission = await db.Missions.Where(row => row.Id == found.Survey.MissionId)
            .Select(row => new { row.Plan, StartOn = row.ActualStartOn ?? row.StartOn, row.Request.TitleFr, row.Request.TitleEn })
            .SingleAsync(cancellationToken);
        return new SurveyToAnswer(
            mission.Plan.Title.IsEmpty ? new LangText(mission.TitleFr, mission.TitleEn) : mission.Plan.Title, Blank.ToNull(mission.Plan.Places), mission.StartOn,
            found.EndsOn, await StandingAsync(found, cancellationToken), found.Survey.FirstOn(found.EndsOn), found.Survey.LastOn(found.EndsOn));
    }

    /// <summary>Counts the answer. The same form sent again counts once.</summary>
    /// <exception cref="NotFoundException">No survey has this code.</exception>
    /// <exception cref="RuleException"><c>survey-not-yet-open</c>, <c>survey-full</c>, <c>survey-closed</c>.</exception>
    public async Task ExecuteAsync(string? code, SurveyAnswerInput input, CancellationToken cancellationToken)
    {
        var found = await FindAsync(code, cancellationToken);
        var survey = found.Survey;
        if (await IsCountedAsync(survey, input, cancellationToken))
        {
            return;
        }

        if (RuleOf(await StandingAsync(found, cancellationToken)) is { } rule)
        {
            throw new RuleException(rule);
        }

        InputCheck.ThrowIfInvalid(input);
        db.SurveyAnswers.Add(SurveyAnswer.Of(survey.Id, input));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same form, sent twice at the same moment: the other one was first.
            db.ChangeTracker.Clear();
            if (!await IsCountedAsync(survey, input, cancellationToken))
            {
                throw;
            }
        }
    }

    /// <returns>Null where answers are taken.</returns>
    public static string? RuleOf(SurveyStanding standing) => standing switch
    {
        SurveyStanding.NotYetOpen => "survey-not-yet-open",
        SurveyStanding.Full => "survey-full",
        SurveyStanding.Closed => "survey-closed",
        _ => null,
    };

    private async Task<Found> FindAsync(string? code, CancellationToken cancellationToken)
    {
        var read = SurveyCode.Read(code);
        return await db.MissionSurveys.AsNoTracking()
            .Where(survey => survey.Code == read)
            .Select(survey => new Found(survey, survey.Mission.Status, survey.Mission.ActualEndOn ?? survey.Mission.EndOn, survey.Mission.Request.Country))
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("The survey");
    }

    private Task<bool> IsCountedAsync(MissionSurvey survey, SurveyAnswerInput input, CancellationToken cancellationToken)
    {
        var id = SurveyAnswer.IdOf(survey.Id, input.FormId);
        return db.SurveyAnswers.AnyAsync(answer => answer.Id == id, cancellationToken);
    }

    /// <summary>Two who answer at once may both be the last one: the ceiling keeps out the thousand, not the one.</summary>
    private async Task<SurveyStanding> StandingAsync(Found found, CancellationToken cancellationToken)
    {
        if (found.Status == MissionStatus.Cancelled)
        {
            return SurveyStanding.Closed;
        }

        var calendars = (await reference.GetAsync(cancellationToken)).Calendars;
        var count = await db.SurveyAnswers.CountAsync(answer => answer.SurveyId == found.Survey.Id, cancellationToken);
        return found.Survey.StandingOn(calendars.Country(found.Country).LocalDay(clock.GetUtcNow().UtcDateTime), found.EndsOn, count);
    }

    private sealed record Found(MissionSurvey Survey, MissionStatus Status, DateOnly? EndsOn, string? Country);
}
