using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Requests;

/// <summary>Why a request was not taken further, told with a way forward: the reason, what would make it succeed, and until
/// when it can be appealed. A case may have several, one after each appeal.</summary>
public sealed class Refusal
{
    private Refusal()
    {
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    /// <summary>refused, not-eligible, referred, declined or lapsed.</summary>
    public string Result { get; private set; } = "";

    public RefusalReason Reason { get; private set; }

    /// <summary>In the requester's language.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>What would make it succeed, in the requester's language.</summary>
    public string WayForward { get; private set; } = "";

    /// <summary>The instrument it was referred to.</summary>
    public string? ReferredTo { get; private set; }

    public string DecidedByName { get; private set; } = "";

    /// <summary>The officer on whose behalf a substitute decided.</summary>
    public string? DecidedForName { get; private set; }

    public DateTime DecidedAt { get; private set; }

    /// <summary>End of the time in which it can be appealed, or a lapsed request taken up again; null until that opens.</summary>
    public DateTime? AppealUntilAt { get; private set; }

    internal static Refusal Of(
        Guid requestId, string result, RefusalReason reason, string explanation, string wayForward, string? referredTo, Actor by, DateTime now) => new()
        {
            Id = Guid.CreateVersion7(now),
            RequestId = requestId,
            Result = result,
            Reason = reason,
            Explanation = explanation,
            WayForward = wayForward,
            ReferredTo = referredTo,
            DecidedByName = by.Name,
            DecidedForName = by.OnBehalfOf?.Name,
            DecidedAt = now,
        };

    internal void OpenWindow(DateTime untilAt) => AppealUntilAt = untilAt;
}

public enum RefusalReason
{
    OutsideMandate,
    NotABeneficiary,
    NotEndorsed,
    IncompleteInformation,
    OverlapsOtherSupport,
    AbovePossibilities,
    HostNotReady,
    LowerPriority,
    BetterInstrument,
    Other,
}

internal sealed class RefusalMapping : IEntityTypeConfiguration<Refusal>
{
    public void Configure(EntityTypeBuilder<Refusal> builder)
    {
        builder.ToTable("refusals");
        builder.Property(refusal => refusal.Id).ValueGeneratedNever();
        builder.Property(refusal => refusal.Result).HasMaxLength(20);
        builder.Property(refusal => refusal.Reason).HasConversion<string>().HasMaxLength(30);
        builder.Property(refusal => refusal.ReferredTo).HasMaxLength(300);
        builder.Property(refusal => refusal.DecidedByName).HasMaxLength(200);
        builder.Property(refusal => refusal.DecidedForName).HasMaxLength(200);
        builder.HasIndex(refusal => new { refusal.RequestId, refusal.DecidedAt });
    }
}
