using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Documents;

namespace TechAssist.Core.Experts.Files;

/// <summary>The CV of a registration, then of the expert it became. The bytes are stored once, by content, with those of the cases.</summary>
public sealed class ExpertFile
{
    private ExpertFile()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The registration, or the expert.</summary>
    public Guid OwnerId { get; private set; }

    public string FileName { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public long Size { get; private set; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    public DateTime AddedAt { get; private set; }

    internal static ExpertFile Of(Guid ownerId, string fileName, FileKind kind, SpooledFile file, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        OwnerId = ownerId,
        FileName = fileName,
        ContentType = kind.ContentType,
        Size = file.Size,
        Sha256 = file.Sha256,
        AddedAt = now,
    };

    internal void GiveTo(Guid ownerId) => OwnerId = ownerId;
}

/// <summary>A CV as lists show it.</summary>
public sealed record CvRow(string FileName, long Size, DateTime AddedAt);

internal sealed class ExpertFileMapping : IEntityTypeConfiguration<ExpertFile>
{
    public void Configure(EntityTypeBuilder<ExpertFile> builder)
    {
        builder.ToTable("expert_files");
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.FileName).HasMaxLength(255);
        builder.Property(file => file.ContentType).HasMaxLength(100);
        builder.Property(file => file.Sha256).HasMaxLength(64);
        builder.HasIndex(file => file.OwnerId).IsUnique();
        builder.HasIndex(file => file.Sha256);
    }
}
