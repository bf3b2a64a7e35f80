using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts;

/// <summary>An invitation as the expert reads it before having any part in the case.</summary>
public sealed record InvitationRow(
    Guid NominationId, string? Reference, LangText Title, IReadOnlyList<string> Countries, string Role, NominationStatus Status, bool IsReserve,
    DateTime InvitedAt, DateTime? AnsweredAt, IReadOnlyList<Period> Periods, string? Places, IReadOnlyList<string> WorkingLanguages,
    LangText Objective, string? ExpertProfile);

/// <summary>The invitations an expert received, the newest first.</summary>
public sealed class ListInvitations(TechAssistDb db)
{
    public async Task<IReadOnlyList<InvitationRow>> ExecuteAsync(Actor actor, CancellationToken cancellationToken) =>
        await OwnAsync(null, actor, cancellationToken);

    /// <exception cref="NotFoundException">Not this reader's invitation.</exception>
    public async Task<InvitationRow> OneAsync(Guid nominationId, Actor actor, CancellationToken cancellationToken) =>
        (await OwnAsync(nominationId, actor, cancellationToken)).SingleOrDefault() ?? throw new NotFoundException("The invitation");

    private async Task<IReadOnlyList<InvitationRow>> OwnAsync(Guid? nominationId, Actor actor, CancellationToken cancellationToken)
    {
        var rows = await db.Nominations.AsNoTracking()
            .Where(nomination => nomination.Expert.PersonId == actor.PersonId && nomination.InvitedAt != null)
            .Where(nomination => nominationId == null || nomination.Id == nominationId)
            .OrderByDescending(nomination => nomination.InvitedAt).ThenBy(nomination => nomination.Id)
            .Take(100)
            .Select(nomination => new
            {
                nomination.Id,
                nomination.Request.Reference,
                nomination.Request.Content,
                nomination.Role,
                nomination.Status,
                nomination.IsReserve,
                nomination.InvitedAt,
                nomination.AnsweredAt,
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new InvitationRow(
            row.Id, row.Reference, row.Content.Title, row.Content.Countries, row.Role, row.Status, row.IsReserve, row.InvitedAt!.Value, row.AnsweredAt,
            row.Content.Periods, row.Content.Places, row.Content.WorkingLanguages, row.Content.Objective, row.Content.ExpertProfile))];
    }
}
