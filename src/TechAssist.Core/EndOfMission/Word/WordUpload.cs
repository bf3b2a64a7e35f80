using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.EndOfMission.Word;

/// <summary>What a report in Word was read as, until its sender has looked at it and taken from it what is wanted. The file itself is not
/// kept.</summary>
public sealed class WordUpload
{
    /// <summary>How long it waits, in days.</summary>
    public const int KeptDays = 7;

    private WordUpload()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReportId { get; private set; }

    /// <summary>Who sent it; nobody else sees it.</summary>
    public Guid PersonId { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>Of the text the changes are counted from.</summary>
    public int Revision { get; private set; }

    /// <summary>The file does not say what it was made from, or that text is kept no more: it is compared with the text as it stood.</summary>
    public bool IsBlind { get; private set; }

    public ReportContent Content { get; private set; } = new();

    public IReadOnlyList<WordNote> Notes { get; private set; } = [];

    public IReadOnlyList<LooseText> Loose { get; private set; } = [];

    public IReadOnlyList<WordRemark> Remarks { get; private set; } = [];

    public DateTime At { get; private set; }

    internal static WordUpload Of(Guid reportId, Actor by, string fileName, int revision, bool isBlind, WordResult read, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ReportId = reportId,
        PersonId = by.PersonId,
        FileName = fileName,
        Revision = revision,
        IsBlind = isBlind,
        Content = read.Content,
        Notes = read.Notes,
        Loose = read.Loose,
        Remarks = read.Remarks,
        At = now,
    };
}

internal sealed class WordUploadMapping : IEntityTypeConfiguration<WordUpload>
{
    public void Configure(EntityTypeBuilder<WordUpload> builder)
    {
        builder.ToTable("report_word_uploads");
        builder.Property(upload => upload.Id).ValueGeneratedNever();
        builder.Property(upload => upload.FileName).HasMaxLength(255);
        builder.Property(upload => upload.Content).HasJson();
        builder.Property(upload => upload.Notes).HasJson();
        builder.Property(upload => upload.Loose).HasJson();
        builder.Property(upload => upload.Remarks).HasJson();
        builder.HasOne<EndOfMissionReport>().WithMany().HasForeignKey(upload => upload.ReportId);
        builder.HasIndex(upload => new { upload.ReportId, upload.PersonId });
        builder.HasIndex(upload => upload.At);
    }
}
