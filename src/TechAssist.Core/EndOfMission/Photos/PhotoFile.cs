using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Reports;
using Document = TechAssist.Core.Documents.Document;

namespace TechAssist.Core.EndOfMission.Photos;

/// <summary>The stored picture of a report: a document of the case, and a small form of it for lists. It stays when the photo is taken
/// out of the text, for the versions that show it.</summary>
public sealed class PhotoFile
{
    private PhotoFile()
    {
    }

    internal PhotoFile(Guid reportId, Document document, PictureFile picture, PictureFile small, string smallSha256, DateTime now)
    {
        Id = Guid.CreateVersion7(now);
        ReportId = reportId;
        DocumentId = document.Id;
        (Width, Height) = (picture.Width, picture.Height);
        (SmallSha256, SmallSize, SmallType) = (smallSha256, small.Bytes.Length, small.ContentType);
    }

    public Guid Id { get; private set; }

    public Guid ReportId { get; private set; }

    public Guid DocumentId { get; private set; }

    /// <summary>In picture points.</summary>
    public int Width { get; private set; }

    public int Height { get; private set; }

    public string SmallSha256 { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long SmallSize { get; private set; }

    public string SmallType { get; private set; } = "";
}

internal sealed class PhotoFileMapping : IEntityTypeConfiguration<PhotoFile>
{
    public void Configure(EntityTypeBuilder<PhotoFile> builder)
    {
        builder.ToTable("report_photos");
        builder.Property(photo => photo.Id).ValueGeneratedNever();
        builder.Property(photo => photo.SmallSha256).HasMaxLength(64);
        builder.Property(photo => photo.SmallType).HasMaxLength(100);
        builder.HasOne<EndOfMissionReport>().WithMany().HasForeignKey(photo => photo.ReportId);
        builder.HasOne<Document>().WithMany().HasForeignKey(photo => photo.DocumentId);
        builder.HasIndex(photo => photo.ReportId);
    }
}
