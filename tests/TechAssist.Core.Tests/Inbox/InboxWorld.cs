using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;
using TechAssist.Core.Correspondence;
using TechAssist.Core.Inbox;
using TechAssist.Core.Notifications;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Inbox;

/// <summary>A submitted case of a portal that reads a mailbox.</summary>
internal static class InboxWorld
{
    public const string Address = "case@assist.test";

    public static async Task<CaseWorld> OpenAsync(Provider provider)
    {
        var world = await CaseWorld.OpenAsync(provider);
        await world.AsAsync<IOptions<InboxOptions>>("officer", (options, _) =>
        {
            (options.Value.Address, options.Value.Key) = (Address, new string('k', 32));
            return Task.CompletedTask;
        });
        await world.AsAsync<IOptions<MailOptions>>("officer", (options, _) => Task.FromResult(options.Value.From = "portail@assist.test"));
        await world.SubmitAsync();
        return world;
    }

    /// <summary>The signed address of the case.</summary>
    public static Task<string> AddressAsync(this CaseWorld world) => world.AsAsync<CaseAddress, string>("officer", async (address, _) =>
        address.Of(await world.ReadAsync(db => db.Requests.Where(request => request.Id == world.RequestId).Select(request => request.Reference).SingleAsync()))!);

    public static MimeMessage Mail(string from, string to, string text = "D’accord, à mardi.", string? id = null)
    {
        var mail = new MimeMessage { MessageId = id ?? $"{Guid.CreateVersion7():N}@mailer.test", Subject = "Re: [TA-2031-SN-0001] Message", Body = new TextPart("plain") { Text = text } };
        mail.From.Add(MailboxAddress.Parse(from));
        mail.To.Add(MailboxAddress.Parse(to));
        return mail;
    }

    public static MimeMessage With(this MimeMessage mail, string header, string value)
    {
        mail.Headers.Add(header, value);
        return mail;
    }

    public static Task<InboxState?> TakeAsync(this CaseWorld world, MimeMessage mail)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        return world.AsAsync<TakeMail, InboxState?>("officer", (take, _) => take.ExecuteAsync(Bytes(mail), default));
    }

    public static MemoryStream Bytes(MimeMessage mail)
    {
        var bytes = new MemoryStream();
        mail.WriteTo(bytes);
        bytes.Position = 0;
        return bytes;
    }

    public static Task<CaseMessage[]> MessagesAsync(this CaseWorld world) => world.ReadAsync(db => db.CaseMessages.OrderBy(message => message.Id).ToArrayAsync());

    public static Task<InboxMail> LastAsync(this CaseWorld world) => world.ReadAsync(db => db.InboxMails.OrderByDescending(mail => mail.Id).FirstAsync());
}
