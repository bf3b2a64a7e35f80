using MimeKit;
using TechAssist.Core.Correspondence;
using TechAssist.Core.Documents.Scanning;

namespace TechAssist.Core.Inbox;

/// <summary>Puts a mail to the messages of a case, as if it had been written in the portal.</summary>
public sealed class PostMail(PostMessage post)
{
    /// <summary>The longest rest that is kept with a message, in characters.</summary>
    public const int MostRest = 200_000;

    /// <param name="isInternal">For the secretariat only.</param>
    /// <param name="intro">What stands above it, where another than its sender puts it there.</param>
    /// <returns>Null when it is there; otherwise why not: a code with a text <c>Inbox.Why.(code)</c>.</returns>
    public async Task<string?> TryAsync(MimeMessage message, Guid requestId, bool isInternal, string? intro, Actor by, CancellationToken cancellationToken)
    {
        var (text, rest) = Parted(message, intro);
        var files = MailFiles.Of(message);
        try
        {
            await post.FromMailAsync(new PostMessageInput { RequestId = requestId, Text = text, IsInternal = isInternal }, rest, files, by, cancellationToken);
            return null;
        }
        catch (NotFoundException)
        {
            return "may-not-write";
        }
        catch (RuleException refusal)
        {
            return refusal.Code == "request-closed" ? "request-closed" : "may-not-write";
        }
        catch (InvalidInputException refusal)
        {
            return refusal.Errors.Any(error => error.Code == FileScan.NotScanned) ? "not-scanned" : "not-taken";
        }
    }

    /// <summary>What is too long for a message goes to the rest.</summary>
    private static (string Text, string? Below) Parted(MimeMessage message, string? intro)
    {
        var (text, rest) = Quote.Part(MailWords.TextOf(message));
        if (text.Length == 0)
        {
            text = MailWords.Clean(message.Subject ?? "").Trim() is { Length: > 0 } subject ? subject : "…";
        }

        text = intro is null ? text : $"{intro}\n\n{text}";
        if (text.Length > CaseMessage.MostText)
        {
            var space = text.LastIndexOfAny([' ', '\n'], CaseMessage.MostText - 3);
            var at = space > 0 ? space : char.IsHighSurrogate(text[CaseMessage.MostText - 3]) ? CaseMessage.MostText - 3 : CaseMessage.MostText - 2;
            (text, rest) = (text[..at] + " …", $"… {text[at..]}\n\n{rest}");
        }

        rest = rest.Trim();
        return (text, rest.Length == 0 ? null : rest.Length > MostRest ? rest[..MostRest].TrimEnd('\uD800') + " …" : rest);
    }
}
