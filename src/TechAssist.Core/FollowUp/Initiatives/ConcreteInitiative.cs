using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Requests;

namespace TechAssist.Core.FollowUp.Initiatives;

public enum InitiativeStatus { Identified, InPreparation, Funded, UnderWay, Realised, NotPursued }

/// <summary>Something concrete that a mission found could be done (domain data-model 3.7, section 8), followed from the publication of its
/// report on. Its texts are in the report's language.</summary>
public sealed class ConcreteInitiative
{
    private ConcreteInitiative()
    {
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    public AssistanceRequest Request { get; private set; } = null!;

    public Guid MissionId { get; private set; }

    public Guid ReportId { get; private set; }

    /// <summary>Its number in the case, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>"fr" or "en".</summary>
    public string Language { get; private set; } = "fr";

    public string Title { get; private set; } = "";

    public string? Description { get; private set; }

    public string? Lead { get; private set; }

    public string? Partners { get; private set; }

    public string? CostRange { get; private set; }

    public string? NextStep { get; private set; }

    /// <summary>Strategic objective, as <c>framework:code</c>.</summary>
    public string? Objective { get; private set; }

    public InitiativeStatus Status { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime ChangedAt { get; private set; }

    /// <summary>The request that takes it up, from its draft on.</summary>
    public Guid? FollowOnId { get; private set; }

    public List<InitiativeNote> Notes { get; } = [];

    public int Revision { get; private set; }

    internal static ConcreteInitiative From(EndOfMissionReport report, Initiative text, int number, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        RequestId = report.RequestId,
        MissionId = report.MissionId,
        ReportId = report.Id,
        Number = number,
        Language = report.Language,
        Title = text.Title!.Trim(),
        Description = Blank.ToNull(text.Description),
        Lead = Blank.ToNull(text.Lead),
        Partners = Blank.ToNull(text.Partners),
        CostRange = Blank.ToNull(text.CostRange),
        NextStep = Blank.ToNull(text.NextStep),
        Objective = Blank.ToNull(text.Objective),
        CreatedAt = now,
        ChangedAt = now,
    };

    internal void Note(NoteInitiativeInput input, Actor by, DateTime now)
    {
        Status = input.Status ?? Status;
        Notes.Add(new InitiativeNote(Id, Status, input.Text.Trim(), by, now));
        Lead = Blank.ToNull(input.Lead);
        Partners = Blank.ToNull(input.Partners);
        CostRange = Blank.ToNull(input.CostRange);
        NextStep = Blank.ToNull(input.NextStep);
        Objective = Blank.ToNull(input.Objective);
        Touch(now);
    }

    internal void TakeUp(AssistanceRequest followOn, DateTime now)
    {
        FollowOnId = followOn.Id;
        Touch(now);
    }

    private void Touch(DateTime now)
    {
        ChangedAt = now;
        Revision++;
    }
}

/// <summary>What somebody said of an initiative, and the status from then on.</summary>
public sealed class InitiativeNote
{
    private InitiativeNote()
    {
    }

    internal InitiativeNote(Guid initiativeId, InitiativeStatus status, string text, Actor by, DateTime now)
    {
        Id = Guid.CreateVersion7(now);
        InitiativeId = initiativeId;
        Status = status;
        Text = text;
        ByName = by.Name;
        At = now;
    }

    public Guid Id { get; private set; }

    public Guid InitiativeId { get; private set; }

    public InitiativeStatus Status { get; private set; }

    public string Text { get; private set; } = "";

    public string ByName { get; private set; } = "";

    public DateTime At { get; private set; }
}

internal sealed class InitiativeMapping : IEntityTypeConfiguration<ConcreteInitiative>, IEntityTypeConfiguration<InitiativeNote>
{
    public void Configure(EntityTypeBuilder<ConcreteInitiative> builder)
    {
        builder.ToTable("initiatives");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Language).HasMaxLength(2);
        builder.Property(row => row.Title).HasMaxLength(300);
        builder.Property(row => row.Description).HasMaxLength(4000);
        builder.Property(row => row.Lead).HasMaxLength(300);
        builder.Property(row => row.Partners).HasMaxLength(1000);
        builder.Property(row => row.CostRange).HasMaxLength(200);
        builder.Property(row => row.NextStep).HasMaxLength(1000);
        builder.Property(row => row.Objective).HasMaxLength(20);
        builder.Property(row => row.Status).HasConversion<string>().HasMaxLength(15);
        builder.Property(row => row.Revision).IsConcurrencyToken();
        builder.HasOne(row => row.Request).WithMany().HasForeignKey(row => row.RequestId);
        builder.HasOne<EndOfMissionReport>().WithMany().HasForeignKey(row => row.ReportId);
        builder.HasOne<AssistanceRequest>().WithMany().HasForeignKey(row => row.FollowOnId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(row => row.Notes).WithOne().HasForeignKey(note => note.InitiativeId);
        builder.HasIndex(row => new { row.RequestId, row.Number }).IsUnique();
        builder.HasIndex(row => new { row.ChangedAt, row.Id });
    }

    public void Configure(EntityTypeBuilder<InitiativeNote> builder)
    {
        builder.ToTable("initiative_notes");
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.Status).HasConversion<string>().HasMaxLength(15);
        builder.Property(note => note.Text).HasMaxLength(4000);
        builder.Property(note => note.ByName).HasMaxLength(200);
        builder.HasIndex(note => note.InitiativeId);
    }
}
