using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Links;

/// <summary>What a link lets its holder do.</summary>
public enum LinkPurpose
{
    AnswerCall,

    /// <summary>The subject is the request whose contact address is confirmed.</summary>
    ConfirmContact,

    /// <summary>The subject is the beneficiary's task.</summary>
    NoObjection,

    /// <summary>The subject is the task of whoever is asked for a word of assent.</summary>
    AnswerTask,

    /// <summary>The subject is the task of somebody who may ask for more time with it. It is never used up: whoever was refused may ask again.</summary>
    MoreTime,

    /// <summary>The subject is a registration. The link is good for as long as it is written, and used when it is sent.</summary>
    Register,

    /// <summary>The subject is an expert who is asked whether availability and papers still hold.</summary>
    KeepReady,

    /// <summary>The subject is a recommendation whose owner is asked how far it has come.</summary>
    ReportProgress,

    /// <summary>The subject is the person whose calendar it shows. Reading it is what it is for: it is taken back, never used up.</summary>
    CalendarFeed,
}

/// <summary>Lets somebody do one thing once, without an account: it names neither the holder nor the case, expires, and opening
/// it changes nothing. The address is short enough for one line of a plain mail (docs/adr/0008-signed-links.md).</summary>
public sealed class SignedLink
{
    private const int SignatureBytes = 16;

    private SignedLink()
    {
    }

    public Guid Id { get; private set; }

    public LinkPurpose Purpose { get; private set; }

    /// <summary>The record it is about; which kind follows from the purpose.</summary>
    public Guid SubjectId { get; private set; }

    public Guid? RequestId { get; private set; }

    /// <summary>The person whose task it is for; null where the subject says whose it is. A task that went to somebody else is not done with it.</summary>
    public Guid? HolderId { get; private set; }

    public string HolderName { get; private set; } = "";

    /// <summary>The holder's language, for the page behind the link.</summary>
    public string Language { get; private set; } = "fr";

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? UsedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    /// <summary>The key of this link's signature: whoever knows one link can make no other.</summary>
    public byte[] Key { get; private set; } = [];

    public int Revision { get; private set; }

    /// <summary>What stands in the address: the id and its signature, 43 characters of <c>A-Za-z0-9_-</c>.</summary>
    public string Token => Base64Url.EncodeToString([.. Id.ToByteArray(), .. Signature()]);

    internal static SignedLink Issue(LinkPurpose purpose, Guid subjectId, Guid? requestId, string holderName, string language, DateTime expiresAt, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Purpose = purpose,
        SubjectId = subjectId,
        RequestId = requestId,
        HolderName = holderName,
        Language = language,
        CreatedAt = now,
        ExpiresAt = expiresAt,
        Key = RandomNumberGenerator.GetBytes(32),
    };

    /// <returns>The id a token claims to be for; null when it cannot be one.</returns>
    internal static Guid? IdOf(string? token)
    {
        Span<byte> bytes = stackalloc byte[16 + SignatureBytes];
        return token is { Length: 43 } && Base64Url.IsValid(token) && Base64Url.TryDecodeFromChars(token, bytes, out var written) && written == bytes.Length
            ? new Guid(bytes[..16])
            : null;
    }

    /// <summary>Whether the token was made for this link; takes the same time for every wrong one.</summary>
    internal bool IsSignedBy(string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(token), Encoding.ASCII.GetBytes(Token));

    /// <returns>The code of the rule that stands in the way; null when the link may be used.</returns>
    public string? Problem(DateTime now) => this switch
    {
        { UsedAt: not null } => "link-used",
        { RevokedAt: not null } => "link-revoked",
        _ when now >= ExpiresAt => "link-expired",
        _ => null,
    };

    internal void Use(DateTime now)
    {
        UsedAt = now;
        Revision++;
    }

    internal void Revoke(DateTime now)
    {
        RevokedAt ??= now;
        Revision++;
    }

    internal void Prolong(DateTime expiresAt)
    {
        ExpiresAt = expiresAt;
        Revision++;
    }

    internal SignedLink HeldBy(Guid personId)
    {
        HolderId = personId;
        return this;
    }

    private byte[] Signature() =>
        HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes($"{Id:N}|{Purpose}|{SubjectId:N}"))[..SignatureBytes];
}

internal sealed class SignedLinkMapping : IEntityTypeConfiguration<SignedLink>
{
    public void Configure(EntityTypeBuilder<SignedLink> builder)
    {
        builder.ToTable("signed_links");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.Purpose).HasConversion<string>().HasMaxLength(20);
        builder.Property(link => link.HolderName).HasMaxLength(220);
        builder.Property(link => link.Language).HasMaxLength(2);
        builder.Property(link => link.Key).HasMaxLength(32);
        builder.Property(link => link.Revision).IsConcurrencyToken();
        builder.HasIndex(link => new { link.SubjectId, link.Purpose });
    }
}
