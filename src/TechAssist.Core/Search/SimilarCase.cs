namespace TechAssist.Core.Search;

/// <summary>Something two cases share.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Codes">Codes of the reference data, or the words.</param>
public sealed record SimilarPart(SimilarPartKind Kind, IReadOnlyList<string> Codes);

public enum SimilarPartKind { Theme, Objective, Type, Country, Region, Words }

/// <summary>A past case like another one, with what came of it.</summary>
public sealed record SimilarCase(string Reference, LangText Title, string? Country, int Year, string? Result, IReadOnlyList<SimilarPart> Parts)
{
    public IReadOnlyList<LangText> Lessons { get; init; } = [];

    public IReadOnlyList<SimilarRecommendation> Recommendations { get; init; } = [];
}

public sealed record SimilarRecommendation(Guid Id, LangText Text, EndOfMission.RecommendationStatus Status);
