using MimeKit;
using MimeKit.Tnef;
using TechAssist.Core.Correspondence;

namespace TechAssist.Core.Inbox;

/// <summary>The files of a mail: what was attached, and pictures put between the lines; not the logos of a signature.</summary>
internal static class MailFiles
{
    public static IReadOnlyList<PostedFile> Of(MimeMessage message)
    {
        var html = message.HtmlBody ?? "";
        return [.. message.BodyParts.SelectMany(Inside).Where(part => IsFile(part, html)).Select(Open)];
    }

    /// <summary>Outlook sends files in an envelope of its own (winmail.dat).</summary>
    private static IEnumerable<MimeEntity> Inside(MimeEntity part) => part is TnefPart tnef ? tnef.ExtractAttachments() : [part];

    private static bool IsFile(MimeEntity part, string html) =>
        part.IsAttachment
        || (part is MimePart { FileName.Length: > 0 } && !(part.ContentId is { Length: > 0 } id && html.Contains("cid:" + id, StringComparison.OrdinalIgnoreCase)));

    private static PostedFile Open(MimeEntity entity)
    {
        var content = new MemoryStream();
        if (entity is MimePart { Content: { } data } part)
        {
            data.DecodeTo(content);
            content.Position = 0;
            // What mail programs say about the type is often wrong; the content is looked into.
            return new PostedFile(MailWords.Clean(part.FileName ?? ""), null, content);
        }

        // A mail inside the mail: its kind is not taken, and the message says so.
        return new PostedFile((entity as MessagePart)?.Message?.Subject is { Length: > 0 } subject ? MailWords.Clean(subject) + ".eml" : "mail.eml", null, content);
    }
}
