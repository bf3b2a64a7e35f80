using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TechAssist.Core.Requests;

/// <summary>The first answer to a call that carried an idempotency key, so that a repeat returns the same.</summary>
public sealed class AnsweredCall
{
    private AnsweredCall()
    {
    }

    public AnsweredCall(Guid personId, string key, string bodyHash, string answer, DateTime now) =>
        (PersonId, Key, BodyHash, Answer, AnsweredAt) = (personId, key, bodyHash, answer, now);

    public Guid PersonId { get; private set; }

    public string Key { get; private set; } = "";

    /// <summary>SHA-256 of the body, lower-case hex: the same key with another body is refused.</summary>
    public string BodyHash { get; private set; } = "";

    /// <summary>The answer as JSON.</summary>
    public string Answer { get; private set; } = "";

    public DateTime AnsweredAt { get; private set; }
}

internal sealed class AnsweredCallMapping : IEntityTypeConfiguration<AnsweredCall>
{
    public void Configure(EntityTypeBuilder<AnsweredCall> builder)
    {
        builder.ToTable("answered_calls");
        builder.HasKey(call => new { call.PersonId, call.Key });
        builder.Property(call => call.Key).HasMaxLength(200);
        builder.Property(call => call.BodyHash).HasMaxLength(64);
    }
}
