using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.FollowUp.Surveys;

public sealed record HideWordsInput
{
    public const int MostReason = 300;

    public Guid AnswerId { get; init; }

    /// <summary>Why, without the name itself.</summary>
    [Required, StringLength(MostReason)]
    public string? Reason { get; init; }
}

/// <summary>Keeps a participant's words from everybody outside the secretariat, because they name a person; the scores stay. The
/// secretariat's act, and it can be taken back.</summary>
public sealed class HideWords(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid missionId, HideWordsInput input, Actor actor, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        await SetAsync(missionId, input.AnswerId, input.Reason!.Trim(), "survey-words-hidden", actor, cancellationToken);
    }

    /// <summary>Shows them again.</summary>
    public Task ShowAsync(Guid missionId, Guid answerId, Actor actor, CancellationToken cancellationToken) =>
        SetAsync(missionId, answerId, null, "survey-words-shown", actor, cancellationToken);

    private async Task SetAsync(Guid missionId, Guid answerId, string? reason, string kind, Actor actor, CancellationToken cancellationToken)
    {
        var survey = await db.FindSurveyToChangeAsync(missionId, actor, cancellationToken);
        actor.RequireSecretariat();
        var answer = await db.SurveyAnswers.SingleOrDefaultAsync(row => row.Id == answerId && row.SurveyId == survey.Id, cancellationToken)
            ?? throw new NotFoundException("The answer");
        answer.Hide(reason);
        await timeline.AddAsync(survey.RequestId, SurveyLine.Of(kind, survey.Mission, null, reason), actor, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
