using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.People;

namespace TechAssist.Core.Work.Duty;

/// <summary>Days on which one officer is on duty for the rapid track. The duty changes at midnight in the secretariat's zone.</summary>
public sealed class DutyPeriod
{
    private DutyPeriod()
    {
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Person Person { get; private set; } = null!;

    public DateOnly FromOn { get; private set; }

    public DateOnly ToOn { get; private set; }

    /// <summary>What the next officer should know; goes into the history of every case that is handed over.</summary>
    public string? HandOverNote { get; private set; }

    /// <summary>When the open tasks came to this officer; null until the period has begun.</summary>
    public DateTime? TakenOverAt { get; private set; }

    public int Revision { get; private set; }

    public bool HoldsOn(DateOnly day) => FromOn <= day && day <= ToOn;

    internal static DutyPeriod Plan(Person person, DateOnly from, DateOnly to, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        PersonId = person.Id,
        Person = person,
        FromOn = from,
        ToOn = to,
    };

    internal void LeaveNote(string? note)
    {
        HandOverNote = Blank.ToNull(note)?.Trim();
        Revision++;
    }

    internal void EndOn(DateOnly day)
    {
        ToOn = day;
        Revision++;
    }

    internal void TakenOver(DateTime now)
    {
        TakenOverAt = now;
        Revision++;
    }
}

internal sealed class DutyPeriodMapping : IEntityTypeConfiguration<DutyPeriod>
{
    public void Configure(EntityTypeBuilder<DutyPeriod> builder)
    {
        builder.ToTable("duty_periods");
        builder.Property(period => period.Id).ValueGeneratedNever();
        builder.Property(period => period.HandOverNote).HasMaxLength(2000);
        builder.Property(period => period.Revision).IsConcurrencyToken();
        builder.HasOne(period => period.Person).WithMany().HasForeignKey(period => period.PersonId).OnDelete(DeleteBehavior.Restrict);
        // Two planned at once for the same first day collide here.
        builder.HasIndex(period => period.FromOn).IsUnique();
        builder.HasIndex(period => period.ToOn);
    }
}
