using TechAssist.Core.Requests;

namespace TechAssist.Core.Search;

/// <summary>What a request may share with a past case.</summary>
/// <param name="content">The request.</param>
/// <param name="region">The countries of the regions of its countries, with its own.</param>
internal sealed class SharedTags(RequestContent content, IReadOnlyList<string> region)
{
    private const int MostWords = 5;

    public IReadOnlyList<string> Themes { get; } = [.. new[] { content.Theme }.OfType<string>().Concat(content.OtherThemes).Distinct()];

    public IReadOnlyList<string> Objectives => content.Objectives;

    public IReadOnlyList<string> Types => content.AssistanceTypes;

    public IReadOnlyList<string> Countries { get; } = content.Countries;

    public IReadOnlyList<string> Region => region;

    /// <param name="tags">Of the past case.</param>
    /// <param name="words">Of the request, that the past case has too.</param>
    public IReadOnlyList<SimilarPart> PartsWith(IReadOnlyList<CaseTag> tags, IReadOnlyList<string> words)
    {
        var same = Shared(CaseTagKind.Country, Countries);
        List<SimilarPart> parts =
        [
            new(SimilarPartKind.Theme, Shared(CaseTagKind.Theme, Themes)),
            new(SimilarPartKind.Objective, Shared(CaseTagKind.Objective, Objectives)),
            new(SimilarPartKind.Type, Shared(CaseTagKind.Type, Types)),
            new(SimilarPartKind.Country, same),
            new(SimilarPartKind.Region, same.Count > 0 ? [] : Shared(CaseTagKind.Country, Region)),
            new(SimilarPartKind.Words, [.. words.Take(MostWords)]),
        ];
        return [.. parts.Where(part => part.Codes.Count > 0)];

        IReadOnlyList<string> Shared(CaseTagKind kind, IReadOnlyList<string> mine) =>
            [.. tags.Where(tag => tag.Kind == kind && mine.Contains(tag.Code)).Select(tag => tag.Code)];
    }
}
