using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Terms;

public enum TermsStatus { Draft, Submitted, Approved, Superseded }

/// <summary>One version of a case's terms of reference. A version that left the drafter's hands is never rewritten:
/// a change makes the next one.</summary>
public sealed class TermsOfReference
{
    private TermsOfReference()
    {
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    /// <summary>From 1.</summary>
    public int Version { get; private set; }

    public TermsStatus Status { get; private set; }

    public TermsContent Content { get; private set; } = new();

    public DateTime CreatedAt { get; private set; }

    public DateTime SavedAt { get; private set; }

    public string SavedByName { get; private set; } = "";

    public DateTime? SubmittedAt { get; private set; }

    /// <summary>Somebody who was asked to approve wants it changed.</summary>
    public DateTime? CommentedAt { get; private set; }

    public DateTime? ApprovedAt { get; private set; }

    public int Revision { get; private set; }

    internal static TermsOfReference Start(Guid requestId, TermsContent content, Actor by, DateTime now) => Create(requestId, 1, content, by, now);

    internal TermsOfReference Next(TermsContent content, Actor by, DateTime now) => Create(RequestId, Version + 1, content, by, now);

    internal void Write(TermsContent content, Actor by, DateTime now)
    {
        if (Status != TermsStatus.Draft)
        {
            throw new RuleException("terms-not-draft");
        }

        Content = content;
        SavedAt = now;
        SavedByName = by.Name;
        Revision++;
    }

    internal void Submit(DateTime now)
    {
        Status = TermsStatus.Submitted;
        SubmittedAt = now;
        CommentedAt = null;
        ApprovedAt = null;
        Revision++;
    }

    internal void Comment(DateTime now)
    {
        CommentedAt = now;
        Revision++;
    }

    internal void Approve(DateTime now)
    {
        Status = TermsStatus.Approved;
        ApprovedAt = now;
        Revision++;
    }

    internal void Supersede()
    {
        Status = TermsStatus.Superseded;
        Revision++;
    }

    private static TermsOfReference Create(Guid requestId, int version, TermsContent content, Actor by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        RequestId = requestId,
        Version = version,
        Content = content,
        CreatedAt = now,
        SavedAt = now,
        SavedByName = by.Name,
    };
}

internal sealed class TermsMapping : IEntityTypeConfiguration<TermsOfReference>
{
    public void Configure(EntityTypeBuilder<TermsOfReference> builder)
    {
        builder.ToTable("terms");
        builder.Property(terms => terms.Id).ValueGeneratedNever();
        builder.Property(terms => terms.Status).HasConversion<string>().HasMaxLength(12);
        builder.Property(terms => terms.Content).HasJson();
        builder.Property(terms => terms.SavedByName).HasMaxLength(200);
        builder.Property(terms => terms.Revision).IsConcurrencyToken();
        builder.HasOne<AssistanceRequest>().WithMany().HasForeignKey(terms => terms.RequestId);
        builder.HasIndex(terms => new { terms.RequestId, terms.Version }).IsUnique();
    }
}
