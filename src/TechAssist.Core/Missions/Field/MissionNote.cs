using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Missions.Field;

/// <summary>How safe it is where the team works, from calm to time to go.</summary>
public enum SecurityMood
{
    Normal,

    /// <summary>Something to keep an eye on.</summary>
    Watch,

    /// <summary>The team leaves, or should.</summary>
    Leave,
}

/// <summary>A day of a mission in a few words, written where it happens.</summary>
public sealed class MissionNote
{
    private MissionNote()
    {
    }

    public Guid Id { get; private set; }

    public Guid MissionId { get; private set; }

    public Mission Mission { get; private set; } = null!;

    public Guid AuthorId { get; private set; }

    public string AuthorName { get; private set; } = "";

    /// <summary>Given by the device that wrote it: the same note sent twice is one.</summary>
    public Guid Key { get; private set; }

    public DateOnly On { get; private set; }

    public string? Place { get; private set; }

    public string Done { get; private set; } = "";

    /// <summary>What is still open.</summary>
    public string? OpenPoints { get; private set; }

    public SecurityMood Mood { get; private set; }

    /// <summary>When it arrived: over a broken line, later than it was written.</summary>
    public DateTime CreatedAt { get; private set; }

    public DateTime? CorrectedAt { get; private set; }

    public int Revision { get; private set; }

    internal static MissionNote Of(Mission mission, NoteInput input, Actor author, DateTime now)
    {
        var note = new MissionNote
        {
            Id = Guid.CreateVersion7(now),
            MissionId = mission.Id,
            AuthorId = author.PersonId,
            AuthorName = author.Name,
            Key = input.Key == Guid.Empty ? Guid.CreateVersion7(now) : input.Key,
            CreatedAt = now,
        };
        note.Write(input);
        return note;
    }

    internal void Correct(NoteInput input, DateTime now)
    {
        Write(input);
        CorrectedAt = now;
        Revision++;
    }

    private void Write(NoteInput input) =>
        (On, Place, Done, OpenPoints, Mood) = (input.On!.Value, Blank.ToNull(input.Place), input.Done!.Trim(), Blank.ToNull(input.OpenPoints), input.Mood);
}

internal sealed class MissionNoteMapping : IEntityTypeConfiguration<MissionNote>
{
    public void Configure(EntityTypeBuilder<MissionNote> builder)
    {
        builder.ToTable("mission_notes");
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.AuthorName).HasMaxLength(200);
        builder.Property(note => note.Place).HasMaxLength(200);
        builder.Property(note => note.Done).HasMaxLength(4000);
        builder.Property(note => note.OpenPoints).HasMaxLength(4000);
        builder.Property(note => note.Mood).HasConversion<string>().HasMaxLength(8);
        builder.Property(note => note.Revision).IsConcurrencyToken();
        builder.HasOne(note => note.Mission).WithMany().HasForeignKey(note => note.MissionId);
        // The second of two sendings of one note collides here.
        builder.HasIndex(note => new { note.MissionId, note.AuthorId, note.Key }).IsUnique();
        builder.HasIndex(note => new { note.MissionId, note.On });
    }
}
