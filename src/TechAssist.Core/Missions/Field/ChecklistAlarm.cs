using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Missions.Field;

/// <summary>That a mission's checklist was looked at so many working days before one departure, and whoever had to be told was told.
/// Another departure is another row: moved days are alarmed anew, and nothing is to be taken back.</summary>
public sealed class ChecklistAlarm
{
    private ChecklistAlarm()
    {
    }

    public Guid MissionId { get; private set; }

    public DateOnly DepartsOn { get; private set; }

    /// <summary>10, 5 or 2 working days of the secretariat.</summary>
    public int DaysBefore { get; private set; }

    /// <summary>The coordinator was told that something was open.</summary>
    public bool IsReported { get; private set; }

    public DateTime At { get; private set; }

    internal static ChecklistAlarm Of(Mission mission, int daysBefore, bool isReported, DateTime now) =>
        new() { MissionId = mission.Id, DepartsOn = mission.StartOn!.Value, DaysBefore = daysBefore, IsReported = isReported, At = now };
}

internal sealed class ChecklistAlarmMapping : IEntityTypeConfiguration<ChecklistAlarm>
{
    public void Configure(EntityTypeBuilder<ChecklistAlarm> builder)
    {
        builder.ToTable("checklist_alarms");
        // Of two nodes that look at once, the second collides here and tells nobody.
        builder.HasKey(alarm => new { alarm.MissionId, alarm.DepartsOn, alarm.DaysBefore });
        builder.Property(alarm => alarm.DaysBefore).ValueGeneratedNever();
        builder.HasOne<Mission>().WithMany().HasForeignKey(alarm => alarm.MissionId);
    }
}
