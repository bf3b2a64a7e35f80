using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Experts.Asks;

/// <summary>An expert was asked whether one thing still holds. One row for each expert, thing, day and stage: nobody is asked twice.</summary>
public sealed class ReadinessAsk
{
    private ReadinessAsk()
    {
    }

    public Guid Id { get; private set; }

    public Guid ExpertId { get; private set; }

    /// <summary>See <see cref="Expiry.Item"/>.</summary>
    public string Item { get; private set; } = "";

    /// <summary>The last day it holds.</summary>
    public DateOnly On { get; private set; }

    /// <summary>So many days before it; below zero after it.</summary>
    public int Stage { get; private set; }

    public DateTime AskedAt { get; private set; }

    /// <summary>The link of the mail.</summary>
    public Guid LinkId { get; private set; }

    /// <summary>When the expert answered by the link, or changed the profile.</summary>
    public DateTime? AnsweredAt { get; private set; }

    internal static ReadinessAsk Of(Guid expertId, OwedAsk owed, Guid linkId, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ExpertId = expertId,
        Item = owed.Item,
        On = owed.On,
        Stage = owed.Stage,
        AskedAt = now,
        LinkId = linkId,
    };

    internal void Answered(DateTime now) => AnsweredAt ??= now;
}

internal sealed class ReadinessAskMapping : IEntityTypeConfiguration<ReadinessAsk>
{
    public void Configure(EntityTypeBuilder<ReadinessAsk> builder)
    {
        builder.ToTable("readiness_asks");
        builder.Property(ask => ask.Id).ValueGeneratedNever();
        builder.Property(ask => ask.Item).HasMaxLength(40);
        builder.HasOne<Expert>().WithMany().HasForeignKey(ask => ask.ExpertId);
        builder.HasIndex(ask => new { ask.ExpertId, ask.Item, ask.On, ask.Stage }).IsUnique();
        builder.HasIndex(ask => ask.LinkId);
    }
}
