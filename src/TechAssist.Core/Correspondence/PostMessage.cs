using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.Documents.Scanning;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Correspondence;

/// <summary>What somebody writes on a case.</summary>
public sealed record PostMessageInput
{
    public Guid RequestId { get; init; }

    [Required, StringLength(CaseMessage.MostText)]
    public string? Text { get; init; }

    /// <summary>For the secretariat only.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Who is named, besides those whose <c>@name</c> stands in the text.</summary>
    public IReadOnlyList<Guid> Mentions { get; init; } = [];
}

/// <summary>A file that comes with a message.</summary>
/// <param name="Content">Read once, to its end.</param>
public sealed record PostedFile(string? FileName, string? ContentType, Stream Content);

/// <summary>Somebody writes to the others of a case. Message, files, history line and mails are one save.</summary>
public sealed class PostMessage(TechAssistDb db, MessagePeople people, MessageMail mail, AttachDocument attach, TimelineWriter timeline, TimeProvider clock)
{
    /// <summary>Files that come with one message.</summary>
    public const int MostFiles = 10;

    /// <exception cref="NotFoundException">No such case, or not the actor's to know.</exception>
    /// <exception cref="RuleException">not-allowed, request-closed, too-many-files.</exception>
    /// <exception cref="InvalidInputException">text: required, too-long; isInternal: not-a-choice; mentions: cannot-read-it;
    /// file: too-many, and as for documents.</exception>
    public Task<CaseMessage> ExecuteAsync(PostMessageInput input, IReadOnlyList<PostedFile> files, Actor by, CancellationToken cancellationToken) =>
        WriteAsync(input, files, isByMail: false, null, by, cancellationToken);

    /// <summary>The same for a message that came as a mail. A file that is refused is named in the message and stops nothing: its sender
    /// is not there to choose another.</summary>
    /// <param name="quoted">What stood below it in the mail.</param>
    public Task<CaseMessage> FromMailAsync(PostMessageInput input, string? quoted, IReadOnlyList<PostedFile> files, Actor by, CancellationToken cancellationToken) =>
        WriteAsync(input, files, isByMail: true, quoted, by, cancellationToken);

    private async Task<CaseMessage> WriteAsync(
        PostMessageInput input, IReadOnlyList<PostedFile> files, bool isByMail, string? quoted, Actor by, CancellationToken cancellationToken)
    {
        var request = await FindAsync(input.RequestId, by, cancellationToken);
        var readers = await people.FindAsync(request, by, cancellationToken);
        var mentioned = Check(input, isByMail ? 0 : files.Count, readers, by);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var documents = new List<Guid>();
        var refused = new List<string>();
        foreach (var file in files)
        {
            var audience = input.IsInternal ? DocumentAudience.Secretariat : DocumentAudience.Participants;
            try
            {
                MostFilesOrRefuse(documents.Count);
                documents.Add((await attach.ExecuteAsync(new AttachDocumentInput(request.Id, file.FileName, file.ContentType, null, audience), file.Content, by, cancellationToken)).Id);
            }
            // Every check comes before the first write: what this act has written so far stays whole.
            catch (Exception exception) when (isByMail && (exception is RuleException || (exception is InvalidInputException refusal && !IsNotScanned(refusal))))
            {
                refused.Add(FileName.Clean(file.FileName) ?? (file.FileName is { Length: > 0 and <= FileName.Most } name ? name : "?"));
            }
        }

        var message = CaseMessage.Of(
            request.Id, input.Text!.ReplaceLineEndings("\n").Trim(), input.IsInternal, [.. mentioned.Select(reader => new MessageMention(reader.Id, reader.Name))], documents, by, now);
        if (isByMail)
        {
            message.ByMail(quoted, refused);
        }

        db.CaseMessages.Add(message);
        await timeline.AddAsync(request.Id, new TimelineLine(input.IsInternal ? "message-internal" : "message-posted") { IsPublic = !input.IsInternal }, by, now, cancellationToken);
        await mail.TellAsync(message, request, mentioned, by, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return message;
    }

    /// <summary>Its sender did nothing wrong: the mail waits with its files.</summary>
    private static bool IsNotScanned(InvalidInputException refusal) => refusal.Errors.Any(error => error.Code == FileScan.NotScanned);

    private static void MostFilesOrRefuse(int count)
    {
        if (count >= MostFiles)
        {
            throw new InvalidInputException("file", "too-many", MostFiles);
        }
    }

    private async Task<AssistanceRequest> FindAsync(Guid requestId, Actor by, CancellationToken cancellationToken)
    {
        var request = await db.Requests.AsNoTracking().Include(row => row.Countries).VisibleTo(by)
            .SingleOrDefaultAsync(row => row.Id == requestId, cancellationToken)
            ?? throw new NotFoundException("The request");
        if (request.IsDraft || !request.IsWorkedOnBy(by))
        {
            throw new RuleException("not-allowed");
        }

        return request.Status != RequestStatus.Closed || by.IsSecretariat ? request : throw new RuleException("request-closed");
    }

    private static List<MessageReader> Check(PostMessageInput input, int fileCount, IReadOnlyList<MessageReader> readers, Actor by)
    {
        var faults = new List<FieldError>();
        if (input.IsInternal && !by.IsSecretariat)
        {
            faults.Add(new FieldError("isInternal", "not-a-choice"));
        }

        List<MessageReader> allowed = [.. readers.Where(reader => !input.IsInternal || reader.IsSecretariat)];
        if (input.Mentions.Any(id => !allowed.Exists(reader => reader.Id == id)))
        {
            faults.Add(new FieldError("mentions", "cannot-read-it"));
        }

        if (fileCount > MostFiles)
        {
            faults.Add(new FieldError("file", "too-many", MostFiles));
        }

        InputCheck.ThrowIfInvalid(input, faults);
        var named = NamedIn(input.Text!, allowed);
        return allowed.FindAll(reader => input.Mentions.Contains(reader.Id) || named.Contains(reader.Name));
    }

    /// <summary>The names that follow an @. Of several that fit at one place the longest is meant: whoever writes to "@Anna Maria" does not
    /// write to Anna.</summary>
    private static HashSet<string> NamedIn(string text, List<MessageReader> readers)
    {
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var rest = text[(at + 1)..];
            var fits = readers.Where(reader => Begins(rest, reader.Name)).MaxBy(reader => reader.Name.Length);
            if (fits is not null)
            {
                named.Add(fits.Name);
            }
        }

        return named;
    }

    /// <summary>With the whole name: "@Annabelle" is not Anna.</summary>
    private static bool Begins(string text, string name) =>
        text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (text.Length == name.Length || !char.IsLetterOrDigit(text[name.Length]));
}
