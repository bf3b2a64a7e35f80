using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>What a mission delivers and how far it has come; there is none before something is written.</summary>
public sealed class MissionDelivery
{
    private MissionDelivery()
    {
    }

    internal MissionDelivery(Guid missionId, DeliveryPlan plan) => (MissionId, Plan) = (missionId, plan);

    public Guid MissionId { get; private set; }

    public DeliveryPlan Plan { get; private set; } = new();

    public int Revision { get; private set; }

    internal void Write(DeliveryPlan plan)
    {
        Plan = plan;
        Revision++;
    }
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<MissionDelivery>, IEntityTypeConfiguration<Participant>, IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<MissionDelivery> builder)
    {
        builder.ToTable("deliveries");
        builder.HasKey(delivery => delivery.MissionId);
        builder.Property(delivery => delivery.MissionId).ValueGeneratedNever();
        builder.Property(delivery => delivery.Plan).HasJson();
        builder.Property(delivery => delivery.Revision).IsConcurrencyToken();
        builder.HasOne<Mission>().WithOne().HasForeignKey<MissionDelivery>(delivery => delivery.MissionId);
    }

    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("participants");
        builder.Property(participant => participant.Id).ValueGeneratedNever();
        builder.Property(participant => participant.Name).HasMaxLength(200);
        builder.Property(participant => participant.Sex).HasConversion<string>().HasMaxLength(8);
        builder.Property(participant => participant.Institution).HasMaxLength(300);
        builder.Property(participant => participant.Function).HasMaxLength(200);
        builder.Property(participant => participant.Email).HasMaxLength(254);
        builder.Property(participant => participant.Language).HasMaxLength(2);
        builder.Property(participant => participant.Revision).IsConcurrencyToken();
        builder.HasOne<Mission>().WithMany().HasForeignKey(participant => participant.MissionId);
        builder.HasMany(participant => participant.Attended).WithOne().HasForeignKey(attendance => attendance.ParticipantId);
        builder.HasIndex(participant => participant.MissionId);
    }

    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("attendances");
        builder.HasKey(attendance => new { attendance.ParticipantId, attendance.SessionId });
    }
}
