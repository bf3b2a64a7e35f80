using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Files;

/// <summary>A CV with its bytes to read; dispose of <paramref name="Content"/> after reading.</summary>
public sealed record OpenedCv(string FileName, string ContentType, string Sha256, DateTime AddedAt, Stream Content);

/// <summary>Opens a CV: the secretariat's, the auditor's and the expert's own; that of a registration is the secretariat's.</summary>
public sealed class OpenCv(TechAssistDb db)
{
    /// <exception cref="NotFoundException">No such expert, no CV, or not the actor's to know.</exception>
    public async Task<OpenedCv> OfExpertAsync(Guid expertId, Actor actor, CancellationToken cancellationToken) =>
        await OpenAsync(db.ExpertFiles.Where(file => file.OwnerId == expertId && db.Experts.VisibleTo(actor).Any(expert => expert.Id == file.OwnerId)), cancellationToken);

    /// <exception cref="NotFoundException">No such registration, or no CV.</exception>
    public async Task<OpenedCv> OfRegistrationAsync(Guid registrationId, Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        return await OpenAsync(db.ExpertFiles.Where(file => file.OwnerId == registrationId), cancellationToken);
    }

    private async Task<OpenedCv> OpenAsync(IQueryable<ExpertFile> files, CancellationToken cancellationToken)
    {
        var file = await files.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("The CV");
        return new OpenedCv(file.FileName, file.ContentType, file.Sha256, file.AddedAt, new StoredFile(db, file.Sha256, file.Size));
    }
}
