namespace TechAssist.Core.EndOfMission;

/// <summary>What somebody said of the progress, and the status from then on.</summary>
public sealed class RecommendationNote
{
    private RecommendationNote()
    {
    }

    internal RecommendationNote(Guid recommendationId, RecommendationStatus status, string? text, string? evidence, Guid? documentId, Actor by, DateTime now)
    {
        Id = Guid.CreateVersion7(now);
        RecommendationId = recommendationId;
        Status = status;
        Text = text;
        Evidence = evidence;
        DocumentId = documentId;
        ByName = by.Name;
        At = now;
    }

    public Guid Id { get; private set; }

    public Guid RecommendationId { get; private set; }

    public RecommendationStatus Status { get; private set; }

    public string? Text { get; private set; }

    /// <summary>A link that shows it.</summary>
    public string? Evidence { get; private set; }

    /// <summary>The file among the case's documents that shows it.</summary>
    public Guid? DocumentId { get; private set; }

    public string ByName { get; private set; } = "";

    public DateTime At { get; private set; }
}
