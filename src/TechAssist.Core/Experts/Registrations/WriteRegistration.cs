using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.Documents.Scanning;
using TechAssist.Core.Experts.Files;
using TechAssist.Core.Links;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Registrations;

/// <summary>A registration as its writer reads it. Behind a link that is used up, expired or taken back nothing of it is shown.</summary>
/// <param name="Asked">What the secretariat asks for.</param>
/// <param name="Problem">The rule that stands in the way of writing; null when none does.</param>
public sealed record RegistrationToWrite(
    string Email, string Language, RegistrationStatus Status, ExpertProfile Profile, CvRow? Cv, IReadOnlyList<string> Parts, DateTime SavedAt, DateTime? SentAt, string? Asked,
    IReadOnlyList<FieldError> Missing, string? Problem);

/// <summary>What the holder of a registration's link does with it: read, write part by part, attach the CV, send, delete.
/// Opening the link changes nothing; the link is used up by sending.</summary>
public sealed class WriteRegistration(TechAssistDb db, FileScan scan, FindLink findLink, TimelineWriter timeline, TimeProvider clock)
{
    private const int MostTries = 5;

    /// <exception cref="NotFoundException">Made up or changed.</exception>
    public async Task<RegistrationToWrite> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        var link = await findLink.ExecuteAsync(token, LinkPurpose.Register, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var row = await db.Registrations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == link.SubjectId, cancellationToken) ?? throw Gone;
        var problem = link.Problem(now) ?? (row.IsOpen ? null : "link-used");
        if (problem is not null)
        {
            return new RegistrationToWrite(row.Email, link.Language, row.Status, new ExpertProfile(), null, [], row.SavedAt, row.SentAt, null, [], problem);
        }

        var cv = await db.ExpertFiles.AsNoTracking().Where(file => file.OwnerId == row.Id).Select(file => new CvRow(file.FileName, file.Size, file.AddedAt)).SingleOrDefaultAsync(cancellationToken);
        return new RegistrationToWrite(
            row.Email, link.Language, row.Status, row.Profile, cv, row.Parts.Split(' ', StringSplitOptions.RemoveEmptyEntries), row.SavedAt, row.SentAt, row.Reason,
            RegistrationRules.Missing(row.Profile, cv is not null, row.HasPart, DateOnly.FromDateTime(now)), null);
    }

    /// <summary>Keeps a part as it was typed, whole or not: nothing typed is lost.</summary>
    /// <param name="seen">The mark of what the writer had before the eyes; null to write over whatever is there.</param>
    /// <exception cref="NotFoundException">Made up or changed, or the registration was deleted.</exception>
    /// <exception cref="RuleException"><c>stale</c>: this part was saved from elsewhere meanwhile. <c>link-used</c>, <c>link-expired</c>,
    /// <c>link-revoked</c>, <c>registration-too-large</c>.</exception>
    public async Task SaveAsync(string? token, RegistrationPart part, ExpertProfile typed, string? seen, CancellationToken cancellationToken)
    {
        // A part that saves itself while another one is saved: both are kept.
        for (var tries = 1; ; tries++)
        {
            try
            {
                await KeepAsync(token, part, typed, seen, cancellationToken);
                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <exception cref="InvalidInputException">file: required, cv-not-a-document, file-empty, file-too-large, file-not-what-it-says.</exception>
    /// <exception cref="RuleException"><c>link-used</c>, <c>link-expired</c>, <c>link-revoked</c>.</exception>
    public async Task AttachCvAsync(string? token, SentFile file, CancellationToken cancellationToken)
    {
        var (registration, link) = await ToWriteAsync(token, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var (line, writer) = (RegistrationLine.Of("expert-cv-refused", registration), RegistrationLine.Writer(registration));
        await RefusedFile.NotedAsync(db, timeline, null, line, file.FileName, writer, now, () => CvStore.TakeAsync(db, scan, registration.Id, file, now, async _ =>
        {
            await WriteAsync(registration, link, RegistrationPart.Cv, registration.Profile, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }, cancellationToken), cancellationToken);
    }

    /// <summary>Hands it to the secretariat. The link is used up.</summary>
    /// <exception cref="InvalidInputException">Something is missing.</exception>
    public async Task SendAsync(string? token, CancellationToken cancellationToken)
    {
        var (registration, link) = await ToWriteAsync(token, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var hasCv = await db.ExpertFiles.AnyAsync(file => file.OwnerId == registration.Id, cancellationToken);
        var missing = RegistrationRules.Missing(registration.Profile, hasCv, registration.HasPart, DateOnly.FromDateTime(now));
        if (missing.Count > 0)
        {
            throw new InvalidInputException(missing);
        }

        registration.Send(now);
        link.Use(now);
        db.Outbox.Add(RegistrationMail.Of("registration-received", registration, now));
        await TellSecretariatAsync(registration, now, cancellationToken);
        await timeline.AddAsync(null, RegistrationLine.Of("registration-sent", registration), RegistrationLine.Writer(registration), now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The writer gives up, and everything typed and attached is deleted.</summary>
    public async Task DeleteAsync(string? token, CancellationToken cancellationToken)
    {
        var (registration, link) = await ToWriteAsync(token, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var sha256 = await CvStore.RemoveAsync(db, registration.Id, cancellationToken);
        await CvStore.ForgetAsync(db, sha256, cancellationToken);
        db.Registrations.Remove(registration);
        link.Revoke(now);
        await timeline.AddAsync(null, RegistrationLine.Of("registration-deleted", registration), RegistrationLine.Writer(registration), now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task KeepAsync(string? token, RegistrationPart part, ExpertProfile typed, string? seen, CancellationToken cancellationToken)
    {
        var (registration, link) = await ToWriteAsync(token, cancellationToken);
        var (stored, profile) = (registration.Profile, part.Take(registration.Profile, typed));
        if (part.Mark(profile) == part.Mark(stored) && registration.HasPart(part.Key))
        {
            return;
        }

        if (seen is not null && seen != part.Mark(stored))
        {
            throw new RuleException("stale");
        }

        if (CoreJson.Write(profile).Length > RegistrationRules.MostCharacters)
        {
            throw new RuleException("registration-too-large");
        }

        await WriteAsync(registration, link, part.Key, profile, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task WriteAsync(Registration registration, SignedLink link, string part, ExpertProfile profile, DateTime now, CancellationToken cancellationToken)
    {
        if (registration.ConfirmedAt is null)
        {
            await timeline.AddAsync(null, RegistrationLine.Of("registration-begun", registration), RegistrationLine.Writer(registration), now, cancellationToken);
        }

        registration.Write(part, profile, now);
        link.Prolong(now.AddDays(RegistrationRules.LinkDays));
    }

    private async Task<(Registration Registration, SignedLink Link)> ToWriteAsync(string? token, CancellationToken cancellationToken)
    {
        var link = await findLink.ToUseAsync(token, LinkPurpose.Register, cancellationToken);
        var registration = await db.Registrations.SingleOrDefaultAsync(row => row.Id == link.SubjectId, cancellationToken) ?? throw Gone;
        return registration.IsOpen ? (registration, link) : throw new RuleException("link-used");
    }

    /// <summary>Whoever invited hears of it; an open application reaches the coordinators, so that none waits unread.</summary>
    private async Task TellSecretariatAsync(Registration registration, DateTime now, CancellationToken cancellationToken)
    {
        var readers = await db.People.AsNoTracking()
            .Where(person => person.IsActive && (registration.InvitedById == null
                ? person.Roles.Any(held => held.Role == Role.Coordinator && held.Country == null && held.RequestId == null)
                : person.Id == registration.InvitedById))
            .ToListAsync(cancellationToken);
        var values = new Dictionary<string, string> { ["expert"] = registration.Name, ["path"] = $"/roster/registrations/{registration.Id}" };
        db.Outbox.AddRange(readers.Select(reader => Notifications.OutboxMessage.To(
            new Notifications.OutboxMessage.Person(reader.Id, reader.Email!, reader.Name, reader.Language), "registration-arrived", null, values, now)));
    }

    private static NotFoundException Gone => new("The registration", "link-unknown");
}
