using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts;

/// <summary>An expert as this reader may see the record: the staff's judgement is the secretariat's.</summary>
public sealed record ExpertView(
    Guid Id, Guid? PersonId, string? AccountEmail, ExpertProfile Profile, int Revision, DateTime SavedAt, DateOnly ConfirmedOn,
    DateOnly? RapidUntilOn, Suitability? Suitability, string? StaffNote, DateOnly? ConsentUntilOn, Files.CvRow? Cv);

/// <summary>One expert: for the secretariat, and for the expert.</summary>
public sealed class GetExpert(TechAssistDb db)
{
    public async Task<ExpertView> ExecuteAsync(Guid expertId, Actor actor, CancellationToken cancellationToken) =>
        await FindAsync(db.Experts.VisibleTo(actor).Where(expert => expert.Id == expertId), actor, cancellationToken)
        ?? throw new NotFoundException("The expert");

    /// <returns>The reader's own profile; null when the reader is on no roster.</returns>
    public Task<ExpertView?> OwnAsync(Actor actor, CancellationToken cancellationToken) =>
        FindAsync(db.Experts.Where(expert => expert.PersonId == actor.PersonId), actor, cancellationToken);

    private Task<ExpertView?> FindAsync(IQueryable<Expert> experts, Actor actor, CancellationToken cancellationToken)
    {
        var isStaff = actor.IsSystem || actor.IsSecretariat || actor.Has(Role.Auditor);
        return experts.AsNoTracking()
            .Select(expert => new ExpertView(
                expert.Id, expert.PersonId, expert.Person!.Email, expert.Profile, expert.Revision, expert.SavedAt, expert.ConfirmedOn, expert.RapidUntilOn,
                isStaff ? expert.Suitability : null, isStaff ? expert.StaffNote : null, expert.ConsentUntilOn,
                db.ExpertFiles.Where(file => file.OwnerId == expert.Id).Select(file => new Files.CvRow(file.FileName, file.Size, file.AddedAt)).FirstOrDefault()))
            .SingleOrDefaultAsync(cancellationToken);
    }
}
