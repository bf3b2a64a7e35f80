using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Documents;

/// <summary>Who may open a document of a case.</summary>
public enum DocumentAudience
{
    /// <summary>Everybody who sees the case.</summary>
    Case,

    /// <summary>Those who have a part in the case: not the committee, reference countries or administrators.</summary>
    Participants,

    /// <summary>The secretariat only, and the expert to whom it is addressed.</summary>
    Secretariat,

    /// <summary>The secretariat and those who speak for the asking side.</summary>
    AskingSide,

    /// <summary>The secretariat and the steering committee.</summary>
    Committee,
}

/// <summary>A file of a case: attached by a person, or produced by the process. The bytes are stored once, by content.</summary>
public sealed class Document
{
    private Document()
    {
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    /// <summary>What it is: <c>attachment</c>, <c>decision-letter</c>, <c>terms</c>, <c>report</c>, …</summary>
    public string Kind { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public long Size { get; private set; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>"fr", "en", or null where it does not matter.</summary>
    public string? Language { get; private set; }

    public DocumentAudience Audience { get; private set; }

    /// <summary>The mission or the step a letter or minutes tell of; null for everything else.</summary>
    public Guid? AboutId { get; private set; }

    /// <summary>The expert to whom a letter is addressed, who reads it whoever else does not.</summary>
    public Guid? ForExpertId { get; private set; }

    public Guid AddedById { get; private set; }

    public string AddedByName { get; private set; } = "";

    public DateTime AddedAt { get; private set; }

    /// <summary>Set when it was taken off the case; the bytes stay for the audit.</summary>
    public DateTime? RemovedAt { get; private set; }

    public static Document Of(
        Guid requestId, string kind, string fileName, string contentType, long size, string sha256, string? language, DocumentAudience audience, Actor by, DateTime now) => new()
        {
            Id = Guid.CreateVersion7(now),
            RequestId = requestId,
            Kind = kind,
            FileName = fileName,
            ContentType = contentType,
            Size = size,
            Sha256 = sha256,
            Language = language,
            Audience = audience,
            AddedById = by.PersonId,
            AddedByName = by.Name,
            AddedAt = now,
        };

    internal void Tell(Guid? aboutId, Guid? forExpertId) => (AboutId, ForExpertId) = (aboutId, forExpertId);

    public void Remove(DateTime now) => RemovedAt ??= now;
}

/// <summary>A piece of a stored file, at most <see cref="Size"/> bytes.</summary>
public sealed class DocumentChunk
{
    public const int Size = 256 * 1024;

    private DocumentChunk()
    {
    }

    public DocumentChunk(string sha256, int index, byte[] bytes) => (Sha256, Index, Bytes) = (sha256, index, bytes);

    public string Sha256 { get; private set; } = "";

    public int Index { get; private set; }

    public byte[] Bytes { get; private set; } = [];
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>, IEntityTypeConfiguration<DocumentChunk>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("documents");
        builder.Property(document => document.Id).ValueGeneratedNever();
        builder.Property(document => document.Kind).HasMaxLength(40);
        builder.Property(document => document.FileName).HasMaxLength(255);
        builder.Property(document => document.ContentType).HasMaxLength(100);
        builder.Property(document => document.Sha256).HasMaxLength(64);
        builder.Property(document => document.Language).HasMaxLength(2);
        builder.Property(document => document.AddedByName).HasMaxLength(200);
        builder.Property(document => document.Audience).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(document => new { document.RequestId, document.AddedAt });
    }

    public void Configure(EntityTypeBuilder<DocumentChunk> builder)
    {
        builder.ToTable("document_chunks");
        builder.HasKey(chunk => new { chunk.Sha256, chunk.Index });
        builder.Property(chunk => chunk.Sha256).HasMaxLength(64);
    }
}
