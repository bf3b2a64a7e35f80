using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts;

/// <summary>A nomination on the secretariat's list of a case.</summary>
public sealed record NominationRow(
    Guid Id, Guid ExpertId, string Expert, string Role, NominationStatus Status, bool IsReserve, string? Why, string? Answer,
    ConflictDeclaration? Declaration, string? ConflictWaiver, string? Reason, DateTime ProposedAt, string ProposedByName, DateTime? InvitedAt,
    DateTime? AnsweredAt, int Revision, bool HasAccount, int Place, ScoreTaken? Score, bool IsOpen, DateTime? PutForwardAt,
    DateTime? ReleaseAskedAt, DateOnly? ReleasedOn, string? ReleaseNote, bool IsOfficial, string? Replaces);

/// <summary>An expert as the beneficiary reads about him or her before objecting or not: no more than the consent allows.</summary>
public sealed record ProposedExpert(
    Guid NominationId, string Name, string Role, NominationStatus Status, IReadOnlyList<string> Nationalities, ExpertStatus ExpertStatus,
    string? Employer, int YearsInMigration, IReadOnlyList<LanguageSkill> Languages, LangText Bio);

/// <summary>Who is put forward for a case.</summary>
public sealed class ListNominations(TechAssistDb db, TimeProvider clock)
{
    /// <summary>The whole list, the open ones first. The secretariat's.</summary>
    public async Task<IReadOnlyList<NominationRow>> ForStaffAsync(Guid requestId, Actor actor, CancellationToken cancellationToken)
    {
        await MustSeeAsync(requestId, actor, cancellationToken);
        actor.RequireSecretariat();
        return await db.Nominations.AsNoTracking()
            .Where(nomination => nomination.RequestId == requestId)
            .OrderBy(nomination => nomination.EndedAt != null).ThenBy(nomination => nomination.Place).ThenBy(nomination => nomination.Id)
            .Take(200)
            .Select(nomination => new NominationRow(
                nomination.Id, nomination.ExpertId, nomination.Expert.Name, nomination.Role, nomination.Status, nomination.IsReserve, nomination.Why,
                nomination.Answer, nomination.Declaration, nomination.ConflictWaiver, nomination.Reason, nomination.ProposedAt,
                nomination.ProposedByName, nomination.InvitedAt, nomination.AnsweredAt, nomination.Revision, nomination.Expert.PersonId != null,
                nomination.Place, nomination.Score, nomination.EndedAt == null,
                nomination.PutForwardAt, nomination.ReleaseAskedAt, nomination.ReleasedOn, nomination.ReleaseNote,
                nomination.Expert.Profile.Status == ExpertStatus.PublicOfficial,
                db.Nominations.Where(left => left.Id == nomination.ReplacesId).Select(left => left.Expert.Name).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The experts chosen or confirmed, for the requesting side. Committee, reference countries and administrators
    /// read no personal data of experts: their list is empty.</summary>
    public async Task<IReadOnlyList<ProposedExpert>> ForBeneficiaryAsync(Guid requestId, Actor actor, CancellationToken cancellationToken)
    {
        var request = await MustSeeAsync(requestId, actor, cancellationToken);
        Role[] requestingSide = [Role.Requester, Role.FocalPoint, Role.Counterpart];
        var mayRead = actor.IsSystem || actor.IsSecretariat || request.RequesterId == actor.PersonId
            || requestingSide.Any(role => actor.HoldsIn(role, request));
        if (!mayRead)
        {
            return [];
        }

        var chosen = await db.Nominations.AsNoTracking()
            .Where(nomination => nomination.RequestId == requestId
                && (nomination.Status == NominationStatus.Selected || nomination.Status == NominationStatus.Confirmed))
            .OrderBy(nomination => nomination.ProposedAt).ThenBy(nomination => nomination.Id)
            .Select(nomination => new { nomination.Id, nomination.Role, nomination.Status, nomination.Expert.Profile })
            .Take(50)
            .ToListAsync(cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return [.. chosen.Select(row => Show(row.Id, row.Role, row.Status, row.Profile, today))];
    }

    private static ProposedExpert Show(Guid id, string role, NominationStatus status, ExpertProfile profile, DateOnly today)
    {
        var sharesCv = profile.Allows(ConsentKind.ShareCv, today);
        return new ProposedExpert(
            id, profile.Name, role, status, profile.Nationalities, profile.Status, sharesCv ? profile.Employer : null, profile.YearsInMigration,
            profile.Languages, sharesCv ? profile.Bio : new LangText());
    }

    private async Task<AssistanceRequest> MustSeeAsync(Guid requestId, Actor actor, CancellationToken cancellationToken) =>
        await db.Requests.VisibleTo(actor).AsNoTracking().Include(request => request.Countries).SingleOrDefaultAsync(request => request.Id == requestId, cancellationToken)
        ?? throw new NotFoundException("The request");
}
