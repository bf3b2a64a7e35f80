using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Registrations;

public enum RegistrationsShown
{
    /// <summary>With the secretariat, the oldest first.</summary>
    ToVet,

    /// <summary>With their writers.</summary>
    BeingWritten,

    Decided,
}

public sealed record RegistrationRow(
    Guid Id, string Name, string Email, RegistrationOrigin Origin, RegistrationStatus Status, DateTime CreatedAt, DateTime SavedAt, DateTime? SentAt, DateTime? DecidedAt);

/// <summary>Who wants to be on the roster, in pages. Applications whose address nobody confirmed are not shown to anybody.</summary>
public sealed class ListRegistrations(TechAssistDb db)
{
    /// <exception cref="RuleException">not-allowed.</exception>
    public async Task<Page<RegistrationRow>> ExecuteAsync(RegistrationsShown shown, PageInput input, Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        InputCheck.ThrowIfInvalid(input);
        var rows = await Of(shown, PageMark.Read(input.After)).Take(input.PageSize + 1)
            .Select(row => new RegistrationRow(row.Id, row.Name, row.Email, row.Origin, row.Status, row.CreatedAt, row.SavedAt, row.SentAt, row.DecidedAt))
            .ToListAsync(cancellationToken);
        return Page.Of(rows, input.PageSize, row => new PageMark(row.SavedAt.ToString("O", CultureInfo.InvariantCulture), row.Id), row => row);
    }

    /// <summary>How many wait to be vetted.</summary>
    public Task<int> CountToVetAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        return db.Registrations.CountAsync(row => row.Status == RegistrationStatus.Sent, cancellationToken);
    }

    private IQueryable<Registration> Of(RegistrationsShown shown, PageMark? after)
    {
        var rows = db.Registrations.AsNoTracking();
        rows = shown switch
        {
            RegistrationsShown.ToVet => rows.Where(row => row.Status == RegistrationStatus.Sent),
            RegistrationsShown.BeingWritten => rows.Where(row => row.Status == RegistrationStatus.MoreAsked
                || (row.Status == RegistrationStatus.Writing && (row.ConfirmedAt != null || row.Origin == RegistrationOrigin.Invitation))),
            _ => rows.Where(row => row.Status == RegistrationStatus.Admitted || row.Status == RegistrationStatus.Declined),
        };
        if (after is not null)
        {
            var (at, id) = (Instant(after.Key), after.Id);
            rows = shown == RegistrationsShown.ToVet
                ? rows.Where(row => row.SavedAt > at || (row.SavedAt == at && row.Id.CompareTo(id) > 0))
                : rows.Where(row => row.SavedAt < at || (row.SavedAt == at && row.Id.CompareTo(id) < 0));
        }

        return shown == RegistrationsShown.ToVet
            ? rows.OrderBy(row => row.SavedAt).ThenBy(row => row.Id)
            : rows.OrderByDescending(row => row.SavedAt).ThenByDescending(row => row.Id);
    }

    private static DateTime Instant(string key) =>
        DateTime.TryParseExact(key, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : throw new InvalidInputException("after", "not-valid");
}
