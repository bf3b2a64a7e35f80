using Microsoft.Extensions.Options;
using MimeKit;

namespace TechAssist.Core.Notifications;

/// <summary>Writes mails to a folder where no server is configured: one file a mail, readable by any mail program.</summary>
public sealed class FolderMailer(IOptions<MailOptions> options) : IMailer
{
    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(options.Value.Folder);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, message.MessageId!.Split('@')[0] + ".eml");
        var unfinished = file + ".part";
        await message.WriteToAsync(unfinished, cancellationToken);
        File.Move(unfinished, file, overwrite: true);
    }
}
