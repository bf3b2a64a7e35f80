using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Requests.Confirmations;

/// <summary>An institution that asks together with the requester confirmed that it does, as somebody recorded it: such an
/// institution has no account of its own.</summary>
public sealed class CoRequesterConfirmation
{
    private CoRequesterConfirmation()
    {
    }

    internal CoRequesterConfirmation(Guid requestId, string institution, DateOnly on, string byName, string? note, Actor by, DateTime now)
    {
        Id = Guid.CreateVersion7(now);
        (RequestId, Institution, ConfirmedOn, ConfirmedByName, Note, RecordedByName, RecordedAt) = (requestId, institution, on, byName, note, by.Name, now);
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    /// <summary>As the request names it.</summary>
    public string Institution { get; private set; } = "";

    public DateOnly ConfirmedOn { get; private set; }

    /// <summary>Who spoke for the institution.</summary>
    public string ConfirmedByName { get; private set; } = "";

    /// <summary>How it was given: a letter with its number, a telephone call.</summary>
    public string? Note { get; private set; }

    public string RecordedByName { get; private set; } = "";

    public DateTime RecordedAt { get; private set; }
}

internal sealed class CoRequesterConfirmationMapping : IEntityTypeConfiguration<CoRequesterConfirmation>
{
    public void Configure(EntityTypeBuilder<CoRequesterConfirmation> builder)
    {
        builder.ToTable("co_requester_confirmations");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Institution).HasMaxLength(300);
        builder.Property(row => row.ConfirmedByName).HasMaxLength(200);
        builder.Property(row => row.Note).HasMaxLength(1000);
        builder.Property(row => row.RecordedByName).HasMaxLength(200);
        builder.HasOne<AssistanceRequest>().WithMany().HasForeignKey(row => row.RequestId);
        builder.HasIndex(row => new { row.RequestId, row.Institution }).IsUnique();
    }
}
