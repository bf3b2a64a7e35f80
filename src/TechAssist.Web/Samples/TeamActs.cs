using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Missions;

namespace TechAssist.Web.Samples;

/// <summary>Which nomination is meant: by the expert's e-mail.</summary>
internal sealed record NominationName(Guid NominationId);

/// <summary>A call to experts of the case's list, by their e-mails, open for some hours from now on.</summary>
internal sealed record CallNamed(string Role, IReadOnlyList<Guid> Nominations, int Hours)
{
    public LangText Message { get; init; } = new();

    public DateOnly? FromOn { get; init; }

    public DateOnly? ToOn { get; init; }

    public bool? AutoProposes { get; init; }
}

internal sealed record StandDownNamed(Guid NominationId, string Reason);

/// <summary>Several items of the checklist at once.</summary>
internal sealed record TickNamed(IReadOnlyList<ChecklistKind> Items, ChecklistState State = ChecklistState.Done, string? Note = null);

/// <summary>Acts on the experts of a case and on its missions.</summary>
internal static class TeamActs
{
    public static readonly Dictionary<string, NamedAct> All = new()
    {
        ["propose"] = NamedAct.Of<ProposeInput>((call, input) =>
            call.Get<Propose>().ExecuteAsync(call.Case.RequestId, input, call.By, call.CancellationToken)),
        ["invite"] = NamedAct.Of<NominationName>((call, input) =>
            call.Get<Invite>().ExecuteAsync(input.NominationId, call.By, call.CancellationToken)),
        ["answerInvitation"] = NamedAct.Of<AnswerInvitationInput>(AnswerAsync),
        ["openCall"] = NamedAct.Of<CallNamed>(CallAsync),
        ["answerCall"] = NamedAct.Of<AnswerInvitationInput>(AnswerCallAsync),
        ["standDown"] = NamedAct.Of<StandDownNamed>((call, input) =>
            call.Get<StandDown>().ExecuteAsync(input.NominationId, new StandDownInput(input.Reason), call.By, call.CancellationToken)),
        ["planMission"] = NamedAct.Of<MissionPlan>((call, input) =>
            call.Get<PlanMission>().ExecuteAsync(call.Case.RequestId, input, call.By, call.CancellationToken)),
        ["editMission"] = NamedAct.Of<MissionPlan>((call, _) => EditAsync(call)),
        ["tickChecklist"] = NamedAct.Of<TickNamed>(TickAsync),
    };

    /// <summary>Answers the invitation of whoever acts.</summary>
    private static async Task AnswerAsync(ActCall call, AnswerInvitationInput input)
    {
        var nominationId = await call.Case.FindNominationOfAsync(call.By.PersonId, call.CancellationToken) ?? throw new NotFoundException("An invitation of this expert");
        await call.Get<AnswerInvitation>().ExecuteAsync(nominationId, input, call.By, call.CancellationToken);
    }

    private static Task CallAsync(ActCall call, CallNamed input) => call.Get<OpenCall>().ExecuteAsync(
        call.Case.RequestId,
        new OpenCallInput
        {
            Role = input.Role,
            Nominations = input.Nominations,
            Message = input.Message,
            FromOn = input.FromOn,
            ToOn = input.ToOn,
            AutoProposes = input.AutoProposes,
            ClosesAt = call.Get<TimeProvider>().GetUtcNow().UtcDateTime.AddHours(input.Hours),
        },
        call.By,
        call.CancellationToken);

    /// <summary>Reads the call and answers it by the link of the mail to whoever acts, without signing in.</summary>
    private static async Task AnswerCallAsync(ActCall call, AnswerInvitationInput input)
    {
        var nominationId = await call.Case.FindNominationOfAsync(call.By.PersonId, call.CancellationToken) ?? throw new NotFoundException("A call to this expert");
        var token = await call.Case.FindTokenAsync(nominationId, call.CancellationToken) ?? throw new NotFoundException("A link of this expert");
        await call.Get<AnswerCall>().SeenAsync(token, call.CancellationToken);
        await call.Get<AnswerCall>().ExecuteAsync(token, input, call.CancellationToken);
    }

    private static async Task EditAsync(ActCall call)
    {
        var mission = await call.Case.FindMissionAsync(call.Mission, call.By.PersonId, call.CancellationToken);
        var plan = call.Over(mission.Plan, call.Input);
        await call.Get<EditMission>().ExecuteAsync(mission.Id, new EditMissionInput(plan, mission.Revision), call.By, call.CancellationToken);
    }

    private static async Task TickAsync(ActCall call, TickNamed input)
    {
        var mission = await call.Case.FindMissionAsync(call.Mission, call.By.PersonId, call.CancellationToken);
        foreach (var item in input.Items)
        {
            await call.Get<TickChecklist>().ExecuteAsync(mission.Id, new TickChecklistInput(item, input.State) { Note = input.Note }, call.By, call.CancellationToken);
        }
    }
}
