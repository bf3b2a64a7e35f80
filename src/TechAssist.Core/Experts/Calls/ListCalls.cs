using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Calls;

/// <summary>A call with how it stands.</summary>
public sealed record CallRow(
    Guid Id, string Role, CallStatus Status, DateTime OpensAt, DateTime ClosesAt, string OpenedByName, string? Reason, DateTime? EndedAt, IReadOnlyList<AskedRow> Asked)
{
    public int Answered => Asked.Count(row => row.AnsweredAt is not null);

    public int Accepted => Asked.Count(row => row.IsYes);
}

/// <summary>One expert of a call: what happened and after how long.</summary>
public sealed record AskedRow(
    Guid NominationId, string Expert, NominationStatus Status, DateTime? SeenAt, DateTime? RemindedAt, DateTime? AnsweredAt, IReadOnlyList<Period> OfferedDays,
    bool HasConflict)
{
    private static readonly NominationStatus[] NotYes = [NominationStatus.Declined, NominationStatus.NoReply, NominationStatus.Invited, NominationStatus.Proposed];

    public bool IsYes => AnsweredAt is not null && !NotYes.Contains(Status);
}

/// <summary>The calls of a case, the newest first, for the secretariat.</summary>
public sealed class ListCalls(TechAssistDb db)
{
    public async Task<IReadOnlyList<CallRow>> ExecuteAsync(Guid requestId, Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        var visible = db.Requests.VisibleTo(actor);
        var calls = await db.Calls.AsNoTracking()
            .Where(call => call.RequestId == requestId && visible.Any(request => request.Id == requestId))
            .OrderByDescending(call => call.OpensAt).ThenByDescending(call => call.Id)
            .Take(20)
            .Select(call => new
            {
                call.Id,
                call.Role,
                call.Status,
                call.OpensAt,
                call.ClosesAt,
                call.OpenedByName,
                call.Reason,
                call.EndedAt,
                Asked = call.Nominations.OrderBy(nomination => nomination.Expert.SortName).Select(nomination => new
                {
                    nomination.Id,
                    nomination.Expert.Name,
                    nomination.Status,
                    nomination.SeenAt,
                    nomination.RemindedAt,
                    nomination.AnsweredAt,
                    nomination.OfferedDays,
                    nomination.Declaration,
                }).ToList(),
            })
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        return [.. calls.Select(call => new CallRow(
            call.Id, call.Role, call.Status, call.OpensAt, call.ClosesAt, call.OpenedByName, call.Reason, call.EndedAt,
            [.. call.Asked.Select(row => new AskedRow(
                row.Id, row.Name, row.Status, row.SeenAt, row.RemindedAt, row.AnsweredAt, row.OfferedDays, row.Declaration is { HasConflict: true }))]))];
    }
}
