using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.EndOfMission.Merging;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.EndOfMission;

public enum ReportStatus { Draft, Submitted, Returned, Accepted, Final }

/// <summary>The report of one mission. Every text that was submitted is kept as a version.</summary>
public sealed class EndOfMissionReport
{
    private EndOfMissionReport()
    {
    }

    public Guid Id { get; private set; }

    public Guid MissionId { get; private set; }

    public Mission Mission { get; private set; } = null!;

    public Guid RequestId { get; private set; }

    /// <summary>Counts submissions; 0 while it was never submitted.</summary>
    public int Version { get; private set; }

    /// <summary>"fr" or "en".</summary>
    public string Language { get; private set; } = "fr";

    /// <summary>The one it is translated into.</summary>
    public string OtherLanguage => Language == "fr" ? "en" : "fr";

    public ReportStatus Status { get; private set; }

    public ReportContent Content { get; private set; } = new();

    /// <summary>Texts typed at the same time as others that stand now; to be chosen from before the report is handed in.</summary>
    public IReadOnlyList<ReportConflict> Conflicts { get; private set; } = [];

    /// <summary>Texts in both languages that somebody has compared.</summary>
    public IReadOnlyList<TranslationMark> Translations { get; private set; } = [];

    public List<ReportComment> Comments { get; } = [];

    public List<ReportVersion> Versions { get; } = [];

    public DateTime CreatedAt { get; private set; }

    public DateTime SavedAt { get; private set; }

    public string SavedByName { get; private set; } = "";

    public DateTime? SubmittedAt { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    public DateTime? FinalAt { get; private set; }

    public int Revision { get; private set; }

    /// <summary>With its authors, who may still change it.</summary>
    public bool IsWithAuthors => Status is ReportStatus.Draft or ReportStatus.Returned;

    internal static EndOfMissionReport Start(Mission mission, string language, ReportContent content, Actor by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        MissionId = mission.Id,
        RequestId = mission.RequestId,
        Language = language,
        Content = content,
        CreatedAt = now,
        SavedAt = now,
        SavedByName = by.Name,
    };

    internal void Write(ReportContent content, string language, Actor by, DateTime now)
    {
        if (Status is ReportStatus.Submitted or ReportStatus.Final)
        {
            throw new RuleException("report-not-open");
        }

        Conflicts = ConflictPlaces.Follow(Conflicts, Content, content);
        Content = content;
        Language = language;
        SavedAt = now;
        SavedByName = by.Name;
        Revision++;
    }

    internal void Compare(IReadOnlyList<TranslationMark> translations) => Translations = translations;

    internal void Contest(IReadOnlyList<MergeClash> clashes, Actor by, DateTime now) => Conflicts =
    [
        .. Conflicts,
        .. clashes.Where(clash => !Conflicts.Any(known => known.Field == clash.Field && known.Text == clash.Text))
            .Select(clash => new ReportConflict(Guid.CreateVersion7(now), clash.Field, clash.Text, by.Name, now)),
    ];

    internal void Settle(ReportConflict conflict)
    {
        Conflicts = [.. Conflicts.Where(known => known.Id != conflict.Id)];
        Revision++;
    }

    internal void Submit(Actor by, DateTime now)
    {
        Version++;
        Versions.Add(new ReportVersion(Id, Version, Content, by.Name, now));
        (Status, SubmittedAt) = (ReportStatus.Submitted, now);
        Revision++;
    }

    internal void Return()
    {
        Status = ReportStatus.Returned;
        Revision++;
    }

    internal void Accept(DateTime now)
    {
        (Status, AcceptedAt) = (ReportStatus.Accepted, now);
        Revision++;
    }

    internal void Publish(Actor by, DateTime now)
    {
        Version++;
        Versions.Add(new ReportVersion(Id, Version, Content, by.Name, now));
        (Status, FinalAt) = (ReportStatus.Final, now);
        Revision++;
    }

    internal ReportComment Comment(int section, string text, bool isFromBeneficiary, Actor by, DateTime now, Passage? on = null)
    {
        var comment = new ReportComment(this, section, text, isFromBeneficiary, on, by, now);
        Comments.Add(comment);
        return comment;
    }
}

/// <summary>The text as it was submitted or published once.</summary>
public sealed class ReportVersion
{
    private ReportVersion()
    {
    }

    internal ReportVersion(Guid reportId, int number, ReportContent content, string byName, DateTime now) =>
        (ReportId, Number, Content, ByName, At) = (reportId, number, content, byName, now);

    public Guid ReportId { get; private set; }

    public int Number { get; private set; }

    public ReportContent Content { get; private set; } = new();

    public string ByName { get; private set; } = "";

    public DateTime At { get; private set; }
}

internal sealed class ReportMapping :
    IEntityTypeConfiguration<EndOfMissionReport>, IEntityTypeConfiguration<ReportComment>, IEntityTypeConfiguration<ReportVersion>
{
    public void Configure(EntityTypeBuilder<EndOfMissionReport> builder)
    {
        builder.ToTable("reports");
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.Property(report => report.Language).HasMaxLength(2);
        builder.Ignore(report => report.OtherLanguage);
        builder.Property(report => report.Status).HasConversion<string>().HasMaxLength(12);
        builder.Property(report => report.Content).HasJson();
        builder.Property(report => report.Conflicts).HasJson();
        builder.Property(report => report.Translations).HasJson();
        builder.Property(report => report.SavedByName).HasMaxLength(200);
        builder.Property(report => report.Revision).IsConcurrencyToken();
        builder.HasOne(report => report.Mission).WithMany().HasForeignKey(report => report.MissionId);
        builder.HasMany(report => report.Comments).WithOne().HasForeignKey(comment => comment.ReportId);
        builder.HasMany(report => report.Versions).WithOne().HasForeignKey(version => version.ReportId);
        builder.HasIndex(report => report.MissionId).IsUnique();
        builder.HasIndex(report => report.RequestId);
    }

    public void Configure(EntityTypeBuilder<ReportComment> builder)
    {
        builder.ToTable("report_comments");
        builder.Property(comment => comment.Id).ValueGeneratedNever();
        builder.Property(comment => comment.Text).HasMaxLength(4000);
        builder.Property(comment => comment.Field).HasMaxLength(CommentOnReportInput.MostField);
        builder.Property(comment => comment.Quote).HasMaxLength(CommentOnReportInput.MostQuote);
        builder.Property(comment => comment.Before).HasMaxLength(CommentOnReportInput.MostAround);
        builder.Property(comment => comment.After).HasMaxLength(CommentOnReportInput.MostAround);
        builder.Property(comment => comment.Status).HasConversion<string>().HasMaxLength(10);
        builder.Property(comment => comment.Replies).HasJson();
        builder.Ignore(comment => comment.On);
        builder.Property(comment => comment.ByName).HasMaxLength(200);
        builder.Property(comment => comment.ResolvedByName).HasMaxLength(200);
        builder.HasIndex(comment => comment.ReportId);
    }

    public void Configure(EntityTypeBuilder<ReportVersion> builder)
    {
        builder.ToTable("report_versions");
        builder.HasKey(version => new { version.ReportId, version.Number });
        builder.Property(version => version.Content).HasJson();
        builder.Property(version => version.ByName).HasMaxLength(200);
    }
}
