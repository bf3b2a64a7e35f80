using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.People.Substitutes;

/// <summary>An officer is away for some days, and a colleague of the secretariat does the work meanwhile.</summary>
public sealed class OfficerSubstitution
{
    private OfficerSubstitution()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>Who is away.</summary>
    public Guid PersonId { get; private set; }

    public Person Person { get; private set; } = null!;

    public Guid SubstituteId { get; private set; }

    public Person Substitute { get; private set; } = null!;

    /// <summary>The first day, in the secretariat's zone.</summary>
    public DateOnly FromOn { get; private set; }

    /// <summary>The last day, in the secretariat's zone.</summary>
    public DateOnly ToOn { get; private set; }

    /// <summary>What the substitute should know.</summary>
    public string? Note { get; private set; }

    public DateTime NamedAt { get; private set; }

    /// <summary>When it was ended, or was over.</summary>
    public DateTime? EndedAt { get; private set; }

    public bool IsOpen => EndedAt is null;

    public bool HoldsOn(DateOnly day) => IsOpen && FromOn <= day && day <= ToOn;

    internal static OfficerSubstitution Name(Person person, Person substitute, DateOnly from, DateOnly to, string? note, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        PersonId = person.Id,
        Person = person,
        SubstituteId = substitute.Id,
        Substitute = substitute,
        FromOn = from,
        ToOn = to,
        Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
        NamedAt = now,
    };

    internal void End(DateTime now) => EndedAt = now;
}

internal sealed class SubstitutionMapping : IEntityTypeConfiguration<OfficerSubstitution>
{
    public void Configure(EntityTypeBuilder<OfficerSubstitution> builder)
    {
        builder.ToTable("substitutions");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Note).HasMaxLength(2000);
        // Of two acts on the same substitution at once, the second is told.
        builder.Property(row => row.EndedAt).IsConcurrencyToken();
        builder.HasOne(row => row.Person).WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(row => row.Substitute).WithMany().HasForeignKey(row => row.SubstituteId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(row => new { row.SubstituteId, row.EndedAt });
        builder.HasIndex(row => new { row.PersonId, row.EndedAt });
    }
}
