using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Requests.Confirmations;

/// <summary>A country, or an institution that asks too, with its word; no day where it has not given it.</summary>
/// <param name="Whose">Two letters of the country, or the institution's name.</param>
/// <param name="MayRecord">The reader may record the word it gave elsewhere.</param>
public sealed record ConfirmationRow(string Whose, bool IsCountry, DateOnly? On, string? ByName, string? Note, string? RecordedByName, bool MayRecord);

/// <summary>Who stands behind a request: the endorsement of each of its countries, and the confirmation of each institution that asks too.</summary>
public sealed class ListConfirmations(TechAssistDb db)
{
    /// <exception cref="NotFoundException">No such case, or not the actor's to know.</exception>
    public async Task<IReadOnlyList<ConfirmationRow>> ExecuteAsync(Guid requestId, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.Requests.VisibleTo(actor).AsNoTracking().Include(row => row.Countries)
            .SingleOrDefaultAsync(row => row.Id == requestId, cancellationToken) ?? throw new NotFoundException("The request");
        var confirmed = await db.CoRequesterConfirmations.AsNoTracking().Where(row => row.RequestId == requestId)
            .ToDictionaryAsync(row => row.Institution, cancellationToken);
        var isOpen = request.Status == RequestStatus.Open;
        var mayConfirm = isOpen && RecordConfirmation.MayConfirm(request, actor);
        return
        [
            .. request.Countries.OrderBy(row => row.Country != request.Country).ThenBy(row => row.Country, StringComparer.Ordinal)
                .Select(row => new ConfirmationRow(row.Country, true, row.EndorsedOn, row.EndorsedByName, null, null, isOpen && actor.IsSecretariat && row.EndorsedOn is null)),
            .. request.Content.CoRequesters.Distinct().Select(name => confirmed.GetValueOrDefault(name) is { } row
                ? new ConfirmationRow(name, false, row.ConfirmedOn, row.ConfirmedByName, row.Note, row.RecordedByName, false)
                : new ConfirmationRow(name, false, null, null, null, null, mayConfirm)),
        ];
    }
}
