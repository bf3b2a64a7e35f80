using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission.Publication;

public enum PublicationStatus { Preparing, Proposed, Published, NotPublished, Withdrawn }

/// <summary>A part of the report that the public does not read, and why.</summary>
/// <param name="Place">The number of a section, or the camel-case path of a text or a row: <c>5</c>, <c>findings[1]</c>.</param>
public sealed record Restriction(string Place, string Reason, bool IsFromBeneficiary, string ByName, DateTime At);

/// <summary>The version of a final report that everybody with an account may read: the report without what is left out. It is
/// published only with the beneficiary's approval, and then stands as it was approved.</summary>
public sealed class PublicVersion
{
    private PublicVersion()
    {
    }

    public Guid Id { get; private set; }

    public Guid ReportId { get; private set; }

    public EndOfMissionReport Report { get; private set; } = null!;

    public Guid RequestId { get; private set; }

    public AssistanceRequest Request { get; private set; } = null!;

    public PublicationStatus Status { get; private set; }

    public IReadOnlyList<Restriction> Restrictions { get; private set; } = [];

    /// <summary>The experts agreed to be named.</summary>
    public bool NamesTeam { get; private set; }

    /// <summary>Why it is not published, was withdrawn, or what is to be changed; null where there is nothing to say.</summary>
    public string? Words { get; private set; }

    /// <summary>Who decided last: published, decided against it, asked for changes or withdrew it.</summary>
    public string? DecidedByName { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>As it was published; empty before.</summary>
    public ReportContent Content { get; private set; } = new();

    /// <summary>What was translated of it when it was proposed, by <see cref="TranslatableText.Source"/>; once it is published, of what is
    /// public only.</summary>
    public IReadOnlyDictionary<string, string> Translations { get; private set; } = new Dictionary<string, string>();

    public int Revision { get; private set; }

    /// <summary>What was translated since is not shown any more: what is approved is what was proposed.</summary>
    public bool HasItsTranslations => Status is PublicationStatus.Proposed or PublicationStatus.Published;

    /// <summary>What is left out may still change.</summary>
    public bool IsInPreparation => Status is PublicationStatus.Preparing or PublicationStatus.Proposed;

    internal static PublicVersion Of(EndOfMissionReport report, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        ReportId = report.Id,
        RequestId = report.RequestId,
    };

    internal void Prepare() => Become(PublicationStatus.Preparing);

    /// <param name="translations">Of the report, as the beneficiary will see them.</param>
    internal void Propose(IReadOnlyDictionary<string, string> translations)
    {
        Translations = translations;
        Become(PublicationStatus.Proposed);
    }

    internal void LeaveOut(string place, string reason, bool isFromBeneficiary, Actor by, DateTime now)
    {
        Restrictions = [.. Restrictions.Where(known => known.Place != place), new Restriction(place, reason, isFromBeneficiary, by.Name, now)];
        Revision++;
    }

    internal void PutBack(string place)
    {
        Restrictions = [.. Restrictions.Where(known => known.Place != place)];
        Revision++;
    }

    internal void NameTeam(bool names)
    {
        NamesTeam = names;
        Revision++;
    }

    internal void Publish(ReportContent content, Actor by, DateTime now)
    {
        (Content, Translations, PublishedAt) = (content, Translations.Within(content, Report.Language), now);
        Decide(PublicationStatus.Published, null, by.Name, now);
    }

    /// <summary>Taken off the list again; what was published is kept nowhere in it.</summary>
    internal void Withdraw(string words, Actor by, DateTime now)
    {
        (Content, Translations, PublishedAt) = (new ReportContent(), new Dictionary<string, string>(), null);
        Decide(PublicationStatus.Withdrawn, words, by.Name, now);
    }

    /// <param name="words">What is asked to be changed, or why it is not published; null when nobody answered.</param>
    internal void Decide(PublicationStatus status, string? words, string? byName, DateTime now)
    {
        (Words, DecidedByName, DecidedAt) = (words, byName, now);
        Become(status);
    }

    private void Become(PublicationStatus status)
    {
        Status = status;
        Revision++;
    }
}

internal sealed class PublicVersionMapping : IEntityTypeConfiguration<PublicVersion>
{
    public void Configure(EntityTypeBuilder<PublicVersion> builder)
    {
        builder.ToTable("public_versions");
        builder.Property(version => version.Id).ValueGeneratedNever();
        builder.Property(version => version.Status).HasConversion<string>().HasMaxLength(15);
        builder.Property(version => version.Restrictions).HasJson();
        builder.Property(version => version.Words).HasMaxLength(4000);
        builder.Property(version => version.DecidedByName).HasMaxLength(200);
        builder.Property(version => version.Content).HasJson();
        builder.Property(version => version.Translations).HasJson();
        builder.Ignore(version => version.HasItsTranslations);
        builder.Property(version => version.Revision).IsConcurrencyToken();
        builder.HasOne(version => version.Report).WithMany().HasForeignKey(version => version.ReportId);
        builder.HasOne(version => version.Request).WithMany().HasForeignKey(version => version.RequestId);
        builder.HasIndex(version => version.ReportId).IsUnique();
        builder.HasIndex(version => new { version.PublishedAt, version.Id });
    }
}
