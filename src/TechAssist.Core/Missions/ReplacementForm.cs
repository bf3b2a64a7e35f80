using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Notifications;
using TechAssist.Core.Work;

namespace TechAssist.Core.Missions;

/// <summary>Another expert goes, or nobody can and the mission ends here.</summary>
public sealed record ReplacementForm : MissionStepForm
{
    /// <summary>The expert of the team who drops out.</summary>
    public Guid? LeavingExpertId { get; init; }

    /// <summary>An accepted nomination of the case; the reserve is meant for this.</summary>
    public Guid? NominationId { get; init; }

    protected override IReadOnlyList<string> OutcomesWithReason => ["replaced", "notReplaced"];

    /// <summary>The reserve that answered first stands in the form from the start; so does who leaves, where only one went.</summary>
    public override async ValueTask OpenedAsync(StepOpening opening, CancellationToken cancellationToken)
    {
        var reserve = await opening.Db.Nominations
            .Where(nomination => nomination.RequestId == opening.Request.Id && nomination.Status == NominationStatus.Accepted && nomination.IsReserve)
            .OrderBy(nomination => nomination.AnsweredAt).ThenBy(nomination => nomination.Id)
            .Select(nomination => (Guid?)nomination.Id)
            .FirstOrDefaultAsync(cancellationToken);
        var team = await opening.Db.Missions.Where(mission => mission.Id == opening.Step.MissionId)
            .SelectMany(mission => mission.Members).Select(member => (Guid?)member.ExpertId).Take(2).ToListAsync(cancellationToken);
        var leaving = team is [var only] ? only : null;
        if (reserve is not null || leaving is not null)
        {
            var draft = JsonSerializer.Serialize(new ReplacementForm { LeavingExpertId = leaving, NominationId = reserve }, CoreJson.Options);
            opening.Step.Items.ForEach(item => item.Suggest(draft));
        }
    }

    public override async ValueTask CheckAsync(StepAnswer answer, List<FieldError> errors, CancellationToken cancellationToken)
    {
        await base.CheckAsync(answer, errors, cancellationToken);
        if (answer.Outcome != "replaced")
        {
            return;
        }

        var mission = await MissionAsync(answer, cancellationToken);
        if (LeavingExpertId is null || !mission.Members.Exists(member => member.ExpertId == LeavingExpertId))
        {
            errors.Add(new FieldError("leavingExpertId", "not-on-team"));
        }

        if (await ComingAsync(answer, cancellationToken) is null)
        {
            errors.Add(new FieldError("nominationId", "not-accepted"));
        }
    }

    public override async ValueTask ApplyAsync(StepAnswer answer, CancellationToken cancellationToken)
    {
        var mission = await MissionAsync(answer, cancellationToken);
        if (answer.Outcome != "replaced")
        {
            await CancelAsync(answer, mission, Comment, cancellationToken);
            return;
        }

        var coming = await ComingAsync(answer, cancellationToken) ?? throw new NotFoundException("The nomination");
        var leaving = await answer.Db.Nominations.Include(nomination => nomination.Expert).ThenInclude(expert => expert.Person!.Roles)
            .FirstOrDefaultAsync(
                nomination => nomination.RequestId == answer.Request.Id && nomination.ExpertId == LeavingExpertId && nomination.Status == NominationStatus.Confirmed,
                cancellationToken);
        if (leaving is not null)
        {
            leaving.Replace(Comment, answer.Now);
            leaving.Expert.Person?.Roles.RemoveAll(role => role.Role == People.Role.Expert && role.RequestId == answer.Request.Id);
            await answer.SayAsync(ExpertLine.Of("expert-replaced", leaving, Comment), cancellationToken);
            coming.TakePlaceOf(leaving);
            await answer.SayAsync(ExpertLine.Of("expert-takes-over", coming, leaving), cancellationToken);
            await Confirmation.TellAsync("expert-stood-down", leaving, HoldState.Cancelled, answer.Db, answer.Now, cancellationToken);
        }

        await Confirmation.ConfirmAsync(coming, answer.Db, answer.Timeline, answer.By, answer.Now, cancellationToken);
        mission.Replace(LeavingExpertId!.Value, coming.ExpertId);
    }

    private Task<Nomination?> ComingAsync(StepAnswer answer, CancellationToken cancellationToken) =>
        answer.Db.Nominations.Include(nomination => nomination.Expert).SingleOrDefaultAsync(
            nomination => nomination.Id == NominationId && nomination.RequestId == answer.Request.Id && nomination.Status == NominationStatus.Accepted,
            cancellationToken);
}
