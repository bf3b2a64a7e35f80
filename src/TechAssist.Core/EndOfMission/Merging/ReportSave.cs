using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.EndOfMission.Merging;

/// <summary>The text as it stood at one revision: what somebody who was offline since then began with. <see cref="SavesToKeep"/> says how
/// long.</summary>
public sealed class ReportSave
{
    private ReportSave()
    {
    }

    internal ReportSave(EndOfMissionReport report) =>
        (ReportId, Revision, Language, Content, SavedAt, SavedByName) = (report.Id, report.Revision, report.Language, report.Content, report.SavedAt, report.SavedByName);

    /// <summary>Enough to take it out by.</summary>
    internal static ReportSave Key(Guid reportId, int revision) => new() { ReportId = reportId, Revision = revision };

    /// <summary>No text: everything on either side counts as added.</summary>
    internal static ReportSave Nothing(EndOfMissionReport report) => new() { ReportId = report.Id, Revision = -1, Language = report.Language };

    public Guid ReportId { get; private set; }

    public int Revision { get; private set; }

    public string Language { get; private set; } = "fr";

    public ReportContent Content { get; private set; } = new();

    public DateTime SavedAt { get; private set; }

    public string SavedByName { get; private set; } = "";
}

/// <summary>A text somebody typed while another was saved in its place: kept until a person has chosen.</summary>
public sealed record ReportConflict(Guid Id, string Field, string Text, string ByName, DateTime At)
{
    /// <summary>The row it belongs to was taken out, or reads so differently that it is not known again: the text can be copied, not taken.</summary>
    public bool IsPlaceGone { get; init; }
}

internal sealed class ReportSaveMapping : IEntityTypeConfiguration<ReportSave>
{
    public void Configure(EntityTypeBuilder<ReportSave> builder)
    {
        builder.ToTable("report_saves");
        builder.HasKey(save => new { save.ReportId, save.Revision });
        builder.Property(save => save.Language).HasMaxLength(2);
        builder.Property(save => save.Content).HasJson();
        builder.Property(save => save.SavedByName).HasMaxLength(200);
        builder.HasOne<EndOfMissionReport>().WithMany().HasForeignKey(save => save.ReportId);
    }
}
