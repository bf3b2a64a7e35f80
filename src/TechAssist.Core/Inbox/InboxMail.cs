using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Inbox;

/// <summary>What became of a mail that came in.</summary>
public enum InboxState
{
    /// <summary>Stands among the messages of its case.</summary>
    Posted,

    /// <summary>Waits for somebody of the secretariat to say where it belongs.</summary>
    Waiting,

    /// <summary>Somebody put it to a case by hand.</summary>
    Attached,

    /// <summary>Somebody saw that it belongs nowhere.</summary>
    Discarded,

    /// <summary>No person wrote it: an absence note, a receipt, a list. Answered by nothing.</summary>
    Automatic,

    /// <summary>A server could not deliver a mail of ours.</summary>
    Bounce,

    /// <summary>A mail of ours that came round.</summary>
    Own,
}

/// <summary>A mail that came in, written down in the same save as what came of it. The key makes it happen once.</summary>
public sealed class InboxMail
{
    public const int MostPreview = 2000;

    private InboxMail()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Of the Message-ID and the sender; of the whole mail where it has none. Unique.</summary>
    public string Key { get; private set; } = "";

    public string FromAddress { get; private set; } = "";

    public string FromName { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>How its text begins.</summary>
    public string Preview { get; private set; } = "";

    public DateTime ReceivedAt { get; private set; }

    public InboxState State { get; private set; }

    /// <summary>Why it could not be put to a case: a code with a text <c>Inbox.Why.(code)</c>.</summary>
    public string? Why { get; private set; }

    /// <summary>The case it is about; of a mail that waits, the case it seems to be about.</summary>
    public Guid? RequestId { get; private set; }

    /// <summary>The whole mail as it came, where it is kept: SHA-256 of the bytes.</summary>
    public string? Sha256 { get; private set; }

    public long Size { get; private set; }

    public string? HandledByName { get; private set; }

    public DateTime? HandledAt { get; private set; }

    /// <summary>Why it was discarded.</summary>
    public string? Note { get; private set; }

    internal static InboxMail Of(IncomingMail mail, InboxState state, string? why, Guid? requestId, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Key = mail.Key,
        FromAddress = mail.FromAddress,
        FromName = mail.FromName,
        Subject = mail.Subject,
        Preview = mail.Preview,
        Size = mail.Size,
        ReceivedAt = now,
        State = state,
        Why = why,
        RequestId = requestId,
    };

    /// <summary>The bytes are stored under that hash.</summary>
    internal InboxMail Kept(string sha256)
    {
        Sha256 = sha256;
        return this;
    }

    internal void Attach(Guid requestId, Actor by, DateTime now) =>
        (State, RequestId, HandledByName, HandledAt) = (InboxState.Attached, requestId, by.Name, now);

    internal void Discard(string reason, Actor by, DateTime now) =>
        (State, Note, HandledByName, HandledAt) = (InboxState.Discarded, reason, by.Name, now);
}

/// <summary>How far a mailbox has been read.</summary>
public sealed class InboxMark
{
    public const int MostError = 500;

    private InboxMark()
    {
    }

    /// <param name="name">User, server and folder.</param>
    public InboxMark(string name) => Name = name;

    public string Name { get; private set; } = "";

    /// <summary>The server's own word for this numbering; with another one, the folder is read from its start and mails are known by their key.</summary>
    public long Validity { get; private set; }

    public long LastUid { get; private set; }

    /// <summary>When the folder was last open; null: never yet.</summary>
    public DateTime? ReadAt { get; private set; }

    /// <summary>What the last round ended with; null after a good one.</summary>
    public string? Error { get; private set; }

    internal void Open(long validity, DateTime now)
    {
        (LastUid, Validity) = (validity == Validity ? LastUid : 0, validity);
        (ReadAt, Error) = (now, null);
    }

    internal void Handled(long uid) => LastUid = Math.Max(LastUid, uid);

    internal void Failed(string error) => Error = error.Length > MostError ? error[..MostError] : error;
}

internal sealed class InboxMailMapping : IEntityTypeConfiguration<InboxMail>, IEntityTypeConfiguration<InboxMark>
{
    public void Configure(EntityTypeBuilder<InboxMail> builder)
    {
        builder.ToTable("inbox_mails");
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.Key).HasMaxLength(64);
        builder.Property(mail => mail.FromAddress).HasMaxLength(IncomingMail.MostAddress);
        builder.Property(mail => mail.FromName).HasMaxLength(IncomingMail.MostName);
        builder.Property(mail => mail.Subject).HasMaxLength(IncomingMail.MostSubject);
        builder.Property(mail => mail.Preview).HasMaxLength(InboxMail.MostPreview);
        builder.Property(mail => mail.State).HasConversion<string>().HasMaxLength(10).IsConcurrencyToken();
        builder.Property(mail => mail.Why).HasMaxLength(40);
        builder.Property(mail => mail.Sha256).HasMaxLength(64);
        builder.Property(mail => mail.HandledByName).HasMaxLength(200);
        builder.Property(mail => mail.Note).HasMaxLength(1000);
        builder.HasIndex(mail => mail.Key).IsUnique();
        builder.HasIndex(mail => new { mail.State, mail.Id });
        builder.HasIndex(mail => new { mail.FromAddress, mail.ReceivedAt });
    }

    public void Configure(EntityTypeBuilder<InboxMark> builder)
    {
        builder.ToTable("inbox_marks");
        builder.HasKey(mark => mark.Name);
        builder.Property(mark => mark.Name).HasMaxLength(300);
        builder.Property(mark => mark.Error).HasMaxLength(InboxMark.MostError);
    }
}
