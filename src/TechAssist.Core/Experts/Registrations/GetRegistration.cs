using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts.Files;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Registrations;

/// <summary>Somebody on the roster who may be the same person.</summary>
public sealed record Lookalike(Guid Id, string Name, int? BirthYear, string? Email, bool IsSameAddress);

/// <summary>A registration as the secretariat vets it.</summary>
public sealed record RegistrationView(
    Guid Id, string Name, string Email, string Language, RegistrationOrigin Origin, string? InvitedBy, RegistrationStatus Status, ExpertProfile Profile, CvRow? Cv,
    IReadOnlyList<FieldError> Missing, bool IsBelowFloor, IReadOnlyList<Lookalike> Lookalikes, DateTime SavedAt, DateTime? SentAt, DateTime? DecidedAt, string? DecidedBy,
    string? Reason, Guid? ExpertId, int Revision);

/// <summary>One registration, with what is missing and who on the roster may be the same person. What is still being written is
/// its writer's: the secretariat reads how far it is, not what it says.</summary>
public sealed class GetRegistration(TechAssistDb db, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such registration, or nobody confirmed its address.</exception>
    public async Task<RegistrationView> ExecuteAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.IsSecretariat)
        {
            throw new NotFoundException("The registration");
        }

        var row = await db.Registrations.AsNoTracking().SingleOrDefaultAsync(
            row => row.Id == id && (row.ConfirmedAt != null || row.Origin == RegistrationOrigin.Invitation), cancellationToken) ?? throw new NotFoundException("The registration");
        var inviter = await db.People.Where(person => person.Id == row.InvitedById).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken);
        var cv = await db.ExpertFiles.AsNoTracking().Where(file => file.OwnerId == id).Select(file => new CvRow(file.FileName, file.Size, file.AddedAt)).SingleOrDefaultAsync(cancellationToken);
        var isAdmitted = row.Status == RegistrationStatus.Admitted;
        return new RegistrationView(
            row.Id, row.Name, row.Email, row.Language, row.Origin, inviter, row.Status, row.Profile, cv,
            isAdmitted ? [] : RegistrationRules.Missing(row.Profile, cv is not null, row.HasPart, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)),
            !isAdmitted && row.Profile.Years < RegistrationRules.RosterFloorYears, isAdmitted ? [] : await LookalikesAsync(row, cancellationToken),
            row.SavedAt, row.SentAt, row.DecidedAt, row.DecidedByName, row.Reason, row.ExpertId, row.Revision);
    }

    private async Task<IReadOnlyList<Lookalike>> LookalikesAsync(Registration row, CancellationToken cancellationToken)
    {
        var profile = row.Profile with { Email = row.Email };
        return
        [
            .. (await SamePerson.LookUpAsync(db, [profile], cancellationToken))
                .Where(known => SamePerson.Is(known, profile))
                .Select(known => new Lookalike(known.Id, known.Name, known.BirthYear, known.EmailKey, known.EmailKey == row.EmailKey))
                .OrderByDescending(found => found.IsSameAddress).ThenBy(found => found.Id),
        ];
    }
}
