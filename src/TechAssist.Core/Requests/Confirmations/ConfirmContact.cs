using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Links;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Requests.Confirmations;

/// <summary>What the page behind a link shows. <paramref name="Problem"/>: the rule that stands in the way; null when none does.</summary>
public sealed record ContactToConfirm(string Reference, LangText Title, string Institution, string Name, string Email, DateTime? ConfirmedAt, string? Problem);

/// <summary>The address letters go to, and whether somebody who reads it said so.</summary>
public sealed record ContactStanding(string Email, DateTime? ConfirmedAt, bool MayAsk);

/// <summary>The e-mail address a request names as its contact is confirmed by whoever reads it (data model 3.1, requester contact).
/// The address of an account was confirmed when its owner accepted the invitation.</summary>
public sealed class ConfirmContact(TechAssistDb db, FindLink findLink, TimelineWriter timeline, TimeProvider clock)
{
    private const int DaysToAnswer = 14;

    /// <summary>What the link's holder reads. Changes nothing: programs that scan mails open every link.</summary>
    /// <exception cref="NotFoundException">Made up or changed.</exception>
    public async Task<ContactToConfirm> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        var link = await findLink.ExecuteAsync(token, LinkPurpose.ConfirmContact, cancellationToken);
        var request = await FindAsync(link, cancellationToken);
        var contact = request.Content.Contact;
        return new ContactToConfirm(
            request.Reference!, request.Content.Title, request.Content.Institution.Name ?? "", contact.Name ?? "", contact.Email ?? "", request.ContactConfirmedAt,
            link.Problem(clock.GetUtcNow().UtcDateTime));
    }

    /// <exception cref="NotFoundException">Made up or changed.</exception>
    /// <exception cref="RuleException"><c>link-used</c>, <c>link-expired</c>, <c>link-revoked</c>.</exception>
    public async Task ExecuteAsync(string? token, CancellationToken cancellationToken)
    {
        var link = await findLink.ToUseAsync(token, LinkPurpose.ConfirmContact, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var request = await FindAsync(link, cancellationToken);
        request.ConfirmContact(now);
        link.Use(now);
        await timeline.AddAsync(
            request.Id, new TimelineLine("contact-confirmed") { IsPublic = true }, new Actor(request.Id, link.HolderName, link.Language, []), now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <returns>Null to whoever may not see the contact.</returns>
    public async Task<ContactStanding?> StandingAsync(Guid requestId, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.Requests.InFullFor(actor).AsNoTracking().SingleOrDefaultAsync(row => row.Id == requestId, cancellationToken);
        return request?.Content.Contact.Email is { } email
            ? new ContactStanding(email, request.ContactConfirmedAt, MayAsk(request, actor))
            : null;
    }

    /// <summary>Sends a new link; the ones before it no longer count.</summary>
    /// <exception cref="NotFoundException">No such case, or not the actor's to know.</exception>
    /// <exception cref="RuleException">not-allowed.</exception>
    public async Task AskAgainAsync(string reference, Actor by, CancellationToken cancellationToken)
    {
        var request = await db.Requests.InFullFor(by).SingleOrDefaultAsync(row => row.Reference == reference, cancellationToken)
            ?? throw new NotFoundException("The request");
        by.Require(MayAsk(request, by));
        await AskAsync(db, request, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Asks whoever reads the address, unless it was confirmed before or is an account's. Saved with the act that caused it.</summary>
    internal static async Task AskAsync(TechAssistDb db, AssistanceRequest request, DateTime now, CancellationToken cancellationToken)
    {
        var contact = request.Content.Contact;
        if (request.ContactConfirmedAt is not null || Blank.ToNull(contact.Email)?.Trim() is not { } email)
        {
            return;
        }

        var normalized = email.ToUpperInvariant();
        if (await db.People.AnyAsync(person => person.NormalizedEmail == normalized && person.EmailConfirmed && person.IsActive, cancellationToken))
        {
            request.ConfirmContact(now);
            return;
        }

        foreach (var earlier in await db.SignedLinks
            .Where(link => link.SubjectId == request.Id && link.Purpose == LinkPurpose.ConfirmContact && link.UsedAt == null).ToListAsync(cancellationToken))
        {
            earlier.Revoke(now);
        }

        var language = Languages.IsOne(contact.Language) ? contact.Language! : "fr";
        var issued = SignedLink.Issue(LinkPurpose.ConfirmContact, request.Id, request.Id, contact.Name ?? email, language, now.AddDays(DaysToAnswer), now);
        db.SignedLinks.Add(issued);
        var values = new Dictionary<string, string>
        {
            ["reference"] = request.Reference ?? "",
            ["title"] = request.Title(language),
            ["institution"] = request.Content.Institution.Name ?? "",
        };
        db.Outbox.Add(OutboxMessage.To(new OutboxMessage.Person(request.Id, email, contact.Name ?? email, language), "contact-confirm", request.Id, values, now)
            .ByLink($"/confirm/{issued.Token}?lang={language}"));
    }

    /// <summary>The secretariat, and the people of the requesting side.</summary>
    private static bool MayAsk(AssistanceRequest request, Actor actor) =>
        request.ContactConfirmedAt is null && request.IsOpen && (actor.IsSecretariat || actor.PersonId == request.RequesterId || actor.PersonId == request.CreatedById);

    private Task<AssistanceRequest> FindAsync(SignedLink link, CancellationToken cancellationToken) =>
        db.Requests.SingleAsync(request => request.Id == link.SubjectId, cancellationToken);
}
