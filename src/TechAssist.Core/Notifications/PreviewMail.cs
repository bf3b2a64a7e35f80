using Microsoft.EntityFrameworkCore;
using MimeKit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Notifications;

/// <summary>The mails there are, as their readers get them: with the values of the last one that was written, or with invented ones.</summary>
public sealed class PreviewMail(TechAssistDb db, ComposeMail compose, IMailer mailer, TimeProvider clock)
{
    /// <summary>Every template, by name.</summary>
    public static IReadOnlyList<string> Templates { get; } =
    [
        .. Messages.All.Keys("en").Where(key => key.StartsWith(Start, StringComparison.Ordinal) && key.EndsWith(End, StringComparison.Ordinal))
            .Select(key => key[Start.Length..^End.Length]).Order(StringComparer.Ordinal),
    ];

    private static readonly string[] Words = ["reason", "message", "note", "act", "comment", "text"];

    private const string Start = "Mail.";
    private const string End = ".Subject";

    /// <exception cref="NotFoundException">There is no such template.</exception>
    /// <returns>The mail, and whether its values are those of a real one.</returns>
    public async Task<(MimeMessage Mail, bool IsReal)> ReadAsync(string template, string language, Actor reader, CancellationToken cancellationToken)
    {
        if (!Templates.Contains(template))
        {
            throw new NotFoundException("The mail");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var last = await db.Outbox.AsNoTracking()
            .Where(mail => mail.Template == template && mail.Language == language && db.Requests.VisibleTo(reader).Any(request => request.Id == mail.RequestId))
            .OrderByDescending(mail => mail.Id).FirstOrDefaultAsync(cancellationToken);
        var to = new OutboxMessage.Person(reader.PersonId, await AddressAsync(reader, cancellationToken), reader.Name, language);
        var row = OutboxMessage.To(to, template, last?.RequestId, last is null ? Invented(language) : Shown(last.Values), now).With(last?.Hold);
        return (compose.From(row, template == MailKinds.DigestTemplate ? await PartsAsync(to, reader, cancellationToken) : [], now), last is not null);
    }

    /// <summary>Sends it to whoever looks at it, at once and past the outbox: this is how one sees that mails leave.</summary>
    /// <returns>Null when it was taken; otherwise what the server said.</returns>
    public async Task<string?> SendAsync(string template, string language, Actor reader, CancellationToken cancellationToken)
    {
        var (mail, _) = await ReadAsync(template, language, reader, cancellationToken);
        try
        {
            await mailer.SendAsync(mail, cancellationToken);
            return null;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return exception.Message;
        }
    }

    private async Task<string> AddressAsync(Actor reader, CancellationToken cancellationToken) =>
        await db.People.Where(person => person.Id == reader.PersonId).Select(person => person.Email!).SingleAsync(cancellationToken);

    private async Task<IReadOnlyList<OutboxMessage>> PartsAsync(OutboxMessage.Person to, Actor reader, CancellationToken cancellationToken) =>
        await db.Outbox.AsNoTracking()
            .Where(mail => mail.Template == "task-opened" && mail.Language == to.Language && db.Requests.VisibleTo(reader).Any(request => request.Id == mail.RequestId))
.OrderByDescending(mail => mail.Id).Take(4).ToListAsync(cancellationToken);

    /// <summary>What people wrote to one another is not for whoever keeps the mail going.</summary>
    private static Dictionary<string, string> Shown(IReadOnlyDictionary<string, string> values) =>
        values.ToDictionary(value => value.Key, value => Words.Contains(value.Key) ? $"‹{value.Key}›" : value.Value);

    /// <summary>Every value a text can name, as its own name.</summary>
    private static Dictionary<string, string> Invented(string language) =>
        new(Messages.All.Keys(language).Where(key => key.StartsWith(Start, StringComparison.Ordinal))
            .SelectMany(key => MailText.PlacesIn(Messages.Text(key, language))).Distinct().Select(name => KeyValuePair.Create(name, $"‹{name}›")))
        {
            ["path"] = "/",
        };
}
