using TechAssist.Core.Audit;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Core.Requests.Steering;

/// <summary>Ends a case where it stands: the secretariat cancels it, or the requesting side withdraws it.</summary>
public sealed class EndRequest(TechAssistDb db, SteeringCase steering, CaseFlow flow, EndNotice notice, TimeProvider clock)
{
    public Task CancelAsync(string reference, SteeringInput input, Actor by, CancellationToken cancellationToken) =>
        EndAsync(reference, input, by, "cancelled", SteeringCase.MaySteer, cancellationToken);

    public Task WithdrawAsync(string reference, SteeringInput input, Actor by, CancellationToken cancellationToken) =>
        EndAsync(reference, input, by, "withdrawn", SteeringCase.MayWithdraw, cancellationToken);

    private async Task EndAsync(
        string reference, SteeringInput input, Actor by, string result, Func<AssistanceRequest, Actor, bool> may, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        var now = clock.GetUtcNow().UtcDateTime;
        (var request, by) = await steering.FindAsync(reference, input, by, cancellationToken, may);
        if (!request.IsOpen)
        {
            throw new RuleException("request-closed");
        }

        await flow.CancelAsync(request, result, now, cancellationToken);
        request.Close(result, now);
        await notice.GiveAsync(request, result, input.Reason!, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Writes the end of a case into its history, calls off what was planned in it, and tells both sides.</summary>
public sealed class EndNotice(TechAssistDb db, CasePeople people, CaseMail mail, TimelineWriter timeline)
{
    private static readonly string[] Both = ["requester", "focalPoint", "caseOfficer", "coordinator", "expert"];

    public async Task GiveAsync(AssistanceRequest request, string result, string reason, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        await timeline.AddAsync(request.Id, new TimelineLine(result) { IsPublic = true, Reason = reason }, by, now, cancellationToken);
        await CallOff.ExecuteAsync(db, timeline, request, reason, by, now, cancellationToken);
        var readers = await people.FindAsync(Both, request, null, cancellationToken);
        mail.Tell(readers.Where(reader => reader.Id != by.PersonId), result, request, now);
    }
}
