using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Staffing;

public enum RulingKind
{
    /// <summary>A conflict or a reason to rule the expert out, known to the secretariat before anybody declared it.</summary>
    Noted,

    /// <summary>Does not stand in the way: the coordinator's word.</summary>
    Waived,

    /// <summary>What was said before no longer holds.</summary>
    Withdrawn,
}

/// <summary>What the secretariat said about one filter for one expert in one case. Never changed: the last word counts.</summary>
public sealed class ConflictRuling
{
    private ConflictRuling()
    {
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    public Guid ExpertId { get; private set; }

    public HardFilters Filter { get; private set; }

    public RulingKind Kind { get; private set; }

    public string Reason { get; private set; } = "";

    public string ByName { get; private set; } = "";

    /// <summary>The officer on whose behalf a substitute ruled.</summary>
    public string? ForName { get; private set; }

    public DateTime At { get; private set; }

    internal static ConflictRuling Of(Guid requestId, Guid expertId, HardFilters filter, RulingKind kind, string reason, Actor by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        RequestId = requestId,
        ExpertId = expertId,
        Filter = filter,
        Kind = kind,
        Reason = reason,
        ByName = by.Name,
        ForName = by.OnBehalfOf?.Name,
        At = now,
    };
}

internal sealed class ConflictRulingMapping : IEntityTypeConfiguration<ConflictRuling>
{
    public void Configure(EntityTypeBuilder<ConflictRuling> builder)
    {
        builder.ToTable("conflict_rulings");
        builder.Property(ruling => ruling.Id).ValueGeneratedNever();
        builder.Property(ruling => ruling.Filter).HasConversion<string>().HasMaxLength(20);
        builder.Property(ruling => ruling.Kind).HasConversion<string>().HasMaxLength(12);
        builder.Property(ruling => ruling.Reason).HasMaxLength(4000);
        builder.Property(ruling => ruling.ByName).HasMaxLength(200);
        builder.Property(ruling => ruling.ForName).HasMaxLength(200);
        builder.HasOne<AssistanceRequest>().WithMany().HasForeignKey(ruling => ruling.RequestId);
        builder.HasOne<Expert>().WithMany().HasForeignKey(ruling => ruling.ExpertId);
        builder.HasIndex(ruling => new { ruling.RequestId, ruling.ExpertId });
    }
}
