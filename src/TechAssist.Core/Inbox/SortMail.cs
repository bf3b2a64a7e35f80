using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Inbox;

/// <summary>To which case a mail belongs.</summary>
public sealed record AttachMailInput
{
    [Required, StringLength(30)]
    public string? Reference { get; init; }

    /// <summary>For the secretariat only. Where it is not said, as the mail itself says; in doubt it is.</summary>
    public bool? IsInternal { get; init; }
}

/// <summary>Why a mail belongs nowhere.</summary>
public sealed record DiscardMailInput
{
    [Required, StringLength(1000)]
    public string? Reason { get; init; }
}

/// <summary>Somebody of the secretariat says what becomes of a mail that waits.</summary>
public sealed class SortMail(TechAssistDb db, FindActor findActor, FindCase findCase, PostMail post, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>Whether it seems to answer what is for the secretariat only: whoever puts it to a case decides.</summary>
    /// <exception cref="NotFoundException">No such mail waits.</exception>
    public async Task<bool> SeemsInternalAsync(Guid id, Actor by, CancellationToken cancellationToken)
    {
        var mail = await FindAsync(id, by, cancellationToken);
        return mail.Sha256 is not null && await SeemsInternalAsync(mail, await OpenAsync(mail, cancellationToken), cancellationToken);
    }

    /// <summary>Puts it to the messages of a case: as its sender, where that is a person who may write there; otherwise in the name of whoever
    /// puts it there, with the sender named above it.</summary>
    /// <exception cref="NotFoundException">No such mail waits.</exception>
    /// <exception cref="InvalidInputException">reference: required, no-such-case.</exception>
    /// <exception cref="RuleException">mail-not-kept, mail-not-taken.</exception>
    public async Task<string> AttachAsync(Guid id, AttachMailInput input, Actor by, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        var reference = input.Reference!.Trim().ToUpperInvariant();
        var mail = await FindAsync(id, by, cancellationToken);
        var requestId = await db.Requests.VisibleTo(by).Where(request => request.Reference == reference).Select(request => (Guid?)request.Id).SingleOrDefaultAsync(cancellationToken)
            ?? throw new InvalidInputException("reference", "no-such-case");
        var message = await OpenAsync(mail, cancellationToken);
        var isInternal = input.IsInternal ?? await SeemsInternalAsync(mail, message, cancellationToken);
        if (await AsSenderAsync(id, message, requestId, isInternal, by, cancellationToken))
        {
            return reference;
        }

        mail = await FindAsync(id, by, cancellationToken);
        var intro = Messages.Text("Inbox.Intro", by.Language, mail.FromName, mail.FromAddress, mail.ReceivedAt.ToString("d MMMM yyyy", Languages.Culture(by.Language)));
        await AddLineAsync(mail, requestId, by, cancellationToken);
        return await post.TryAsync(message, requestId, isInternal, intro.Trim(), by, cancellationToken) is null ? reference : throw new RuleException("mail-not-taken");
    }

    /// <exception cref="NotFoundException">No such mail waits.</exception>
    /// <exception cref="InvalidInputException">reason: required.</exception>
    public async Task DiscardAsync(Guid id, DiscardMailInput input, Actor by, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(input);
        var mail = await FindAsync(id, by, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        mail.Discard(input.Reason!.Trim(), by, now);
        var line = new TimelineLine("mail-discarded") { Reason = input.Reason, Values = Named(mail) };
        await timeline.AddAsync(null, line, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Whoever was disproved is not believed because somebody says where it belongs.</summary>
    private async Task<bool> AsSenderAsync(Guid id, MimeMessage message, Guid requestId, bool isInternal, Actor by, CancellationToken cancellationToken)
    {
        var mail = await FindAsync(id, by, cancellationToken);
        if (MailNature.IsDisproved(message) || mail.FromAddress.Length == 0 || await findActor.ByEmailAsync(mail.FromAddress, cancellationToken) is not { } sender)
        {
            return false;
        }

        await AddLineAsync(mail, requestId, by, cancellationToken);
        var isPosted = await post.TryAsync(message, requestId, isInternal, null, sender, cancellationToken) is null;
        if (!isPosted)
        {
            db.ChangeTracker.Clear();
        }

        return isPosted;
    }

    private async Task<bool> SeemsInternalAsync(InboxMail mail, MimeMessage message, CancellationToken cancellationToken) =>
        mail.Why == "maybe-internal" || await findCase.OfAsync(message, cancellationToken) is { SaysInternal: true };

    /// <summary>Saved together with the message.</summary>
    private Task AddLineAsync(InboxMail mail, Guid requestId, Actor by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        mail.Attach(requestId, by, now);
        return timeline.AddAsync(requestId, new TimelineLine("mail-attached") { Values = Named(mail) }, by, now, cancellationToken);
    }

    private static Dictionary<string, string> Named(InboxMail mail) => new() { ["who"] = $"{mail.FromName} {mail.FromAddress}".Trim(), ["words"] = mail.Subject };

    private async Task<InboxMail> FindAsync(Guid id, Actor by, CancellationToken cancellationToken) =>
        await db.WaitingFor(by).SingleOrDefaultAsync(mail => mail.Id == id, cancellationToken) ?? throw new NotFoundException("The mail");

    private async Task<MimeMessage> OpenAsync(InboxMail mail, CancellationToken cancellationToken)
    {
        if (mail.Sha256 is null)
        {
            throw new RuleException("mail-not-kept");
        }

        var bytes = new MemoryStream();
        await using (var stored = new StoredFile(db, mail.Sha256, mail.Size))
        {
            await stored.CopyToAsync(bytes, cancellationToken);
        }

        try
        {
            bytes.Position = 0;
            return await MimeMessage.LoadAsync(bytes, cancellationToken);
        }
        catch (FormatException)
        {
            throw new RuleException("mail-not-taken");
        }
    }
}
