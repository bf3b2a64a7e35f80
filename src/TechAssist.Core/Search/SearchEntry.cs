using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Search;

/// <summary>What a text of the index is.</summary>
public enum SearchKind
{
    /// <summary>What the case was about: found only as a similar case.</summary>
    Case,
    Lesson,
    Positive,
    Difficulty,
    Finding,
    Recommendation,
}

/// <summary>A text that is found by its words. The database keeps its full-text index on this table by itself (docs/adr/0012-search.md).</summary>
public sealed class SearchEntry
{
    private SearchEntry()
    {
    }

    /// <summary>A number, because SQLite's full text refers to rows by number.</summary>
    public long Id { get; private set; }

    public SearchKind Kind { get; private set; }

    public Guid RequestId { get; private set; }

    public AssistanceRequest Request { get; private set; } = null!;

    public Guid ReportId { get; private set; }

    public Guid? RecommendationId { get; private set; }

    public int MissionNumber { get; private set; }

    /// <summary>Of the objective or of the recommendation; 0 where there is only one.</summary>
    public int Number { get; private set; }

    /// <summary>In which the report was accepted, or the recommendation made.</summary>
    public int Year { get; private set; }

    public string? Fr { get; private set; }

    public string? En { get; private set; }

    /// <summary>Both, in small letters without accents.</summary>
    public string Words { get; private set; } = "";

    internal static SearchEntry Of(SearchPlace place, SearchKind kind, LangText text, int number = 0, Guid? recommendationId = null) => new()
    {
        Kind = kind,
        RequestId = place.RequestId,
        ReportId = place.ReportId,
        MissionNumber = place.MissionNumber,
        Year = place.Year,
        Number = number,
        RecommendationId = recommendationId,
        Fr = Blank.ToNull(text.Fr),
        En = Blank.ToNull(text.En),
        Words = SearchWords.Fold($"{text.Fr} {text.En}"),
    };
}

/// <summary>Where a text stands.</summary>
internal sealed record SearchPlace(Guid RequestId, Guid ReportId, int MissionNumber, int Year);

internal sealed class SearchEntryMapping : IEntityTypeConfiguration<SearchEntry>, IEntityTypeConfiguration<CaseTag>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        // The migrations named SearchIndex of both databases name this table and its columns.
        builder.ToTable("search_entries");
        builder.Property(entry => entry.Kind).HasConversion<string>().HasMaxLength(15);
        builder.HasOne(entry => entry.Request).WithMany().HasForeignKey(entry => entry.RequestId);
        builder.HasIndex(entry => entry.RequestId);
        builder.HasIndex(entry => entry.ReportId);
        builder.HasIndex(entry => entry.RecommendationId);
        builder.HasIndex(entry => new { entry.Year, entry.Id });
    }

    public void Configure(EntityTypeBuilder<CaseTag> builder)
    {
        builder.ToTable("case_tags");
        builder.HasKey(tag => new { tag.RequestId, tag.Kind, tag.Code });
        builder.Property(tag => tag.Kind).HasConversion<string>().HasMaxLength(10);
        builder.Property(tag => tag.Code).HasMaxLength(20);
        builder.HasOne<AssistanceRequest>().WithMany().HasForeignKey(tag => tag.RequestId);
        builder.HasIndex(tag => new { tag.Kind, tag.Code });
    }
}
