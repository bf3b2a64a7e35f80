using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Missions;

internal sealed class MissionMapping : IEntityTypeConfiguration<Mission>, IEntityTypeConfiguration<MissionMember>
{
    public void Configure(EntityTypeBuilder<Mission> builder)
    {
        builder.ToTable("missions");
        builder.Property(mission => mission.Id).ValueGeneratedNever();
        builder.Property(mission => mission.Status).HasConversion<string>().HasMaxLength(12);
        builder.Property(mission => mission.StatusReason).HasMaxLength(4000);
        builder.Property(mission => mission.DebriefNotes).HasMaxLength(8000);
        builder.Property(mission => mission.Plan).HasJson();
        builder.Property(mission => mission.Checklist).HasJson();
        builder.Property(mission => mission.Costs).HasJson();
        builder.Property(mission => mission.Revision).IsConcurrencyToken();
        builder.HasOne(mission => mission.Request).WithMany().HasForeignKey(mission => mission.RequestId);
        builder.HasMany(mission => mission.Members).WithOne().HasForeignKey(member => member.MissionId);
        builder.HasIndex(mission => new { mission.RequestId, mission.Number }).IsUnique();
        builder.HasIndex(mission => new { mission.Status, mission.StartOn });
    }

    public void Configure(EntityTypeBuilder<MissionMember> builder)
    {
        builder.ToTable("mission_members");
        builder.HasKey(member => new { member.MissionId, member.ExpertId });
        builder.Property(member => member.Role).HasMaxLength(200);
        builder.HasOne(member => member.Expert).WithMany().HasForeignKey(member => member.ExpertId);
        builder.HasIndex(member => member.ExpertId);
    }
}
