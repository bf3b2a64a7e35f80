using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Search;

/// <summary>What is looked for in what was learnt. Everything given must hold; what nobody offers to choose is left out.</summary>
public sealed record LessonFilter
{
    public string? Text { get; init; }

    public string? Theme { get; init; }

    public string? Country { get; init; }

    public string? Type { get; init; }

    public int? Year { get; init; }

    public SearchKind? Kind { get; init; }

    /// <summary>The page: <see cref="LessonsFound.After"/> of the one before.</summary>
    public string? After { get; init; }
}

/// <summary>A text that was found. <paramref name="Number"/> is that of the objective or the recommendation.</summary>
public sealed record LessonRow(
    SearchKind Kind, LangText Text, int Number, Guid? RecommendationId, string Reference, int MissionNumber, LangText Title, string? Country, string? Theme, int Year)
{
    /// <summary>The section of the report in which it stands.</summary>
    public int Section => Kind switch
    {
        SearchKind.Finding => 5,
        SearchKind.Recommendation => 9,
        _ => 11,
    };
}

/// <summary>How many texts a choice would leave.</summary>
public sealed record Facet(string Code, int Count);

/// <param name="After">The next page; null on the last one.</param>
/// <param name="Words">What was searched by.</param>
/// <param name="HasNoWord">Something was typed, and there is no word in it.</param>
public sealed record LessonsFound(IReadOnlyList<LessonRow> Rows, string? After, SearchWords Words, bool HasNoWord)
{
    public int Count { get; init; }

    public IReadOnlyList<Facet> Kinds { get; init; } = [];

    public IReadOnlyList<Facet> Years { get; init; } = [];

    public IReadOnlyDictionary<CaseTagKind, IReadOnlyList<Facet>> Tags { get; init; } = new Dictionary<CaseTagKind, IReadOnlyList<Facet>>();
}

/// <summary>Looks for lessons, findings and recommendations across all cases a reader sees: the best fits first, without words the
/// newest. The first <see cref="MostPages"/> pages can be read; whoever seeks further narrows the search.</summary>
public sealed class SearchLessons(TechAssistDb db, ITextSearch search)
{
    public const int PageSize = 20;

    public const int MostPages = 25;

    private const int MostCode = 20;

    public async Task<LessonsFound> ExecuteAsync(LessonFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        var words = SearchWords.Of(filter.Text);
        var page = PageOf(filter.After);
        var found = Matching(db.SearchEntriesVisibleTo(actor).AsNoTracking().Where(entry => entry.Kind != SearchKind.Case), filter);
        IQueryable<SearchEntry> ordered = found.OrderByDescending(entry => entry.Year).ThenByDescending(entry => entry.Id);
        if (!words.IsEmpty)
        {
            var hits = search.Find(db, words, all: true);
            ordered = found.Join(hits, entry => entry.Id, hit => hit.Id, (entry, hit) => new { Entry = entry, hit.Score })
                .OrderByDescending(pair => pair.Score).ThenByDescending(pair => pair.Entry.Id).Select(pair => pair.Entry);
            found = found.Where(entry => hits.Any(hit => hit.Id == entry.Id));
        }

        var rows = await ordered.Skip((page - 1) * PageSize).Take(PageSize + 1)
            .Select(entry => new LessonRow(
                entry.Kind, new LangText(entry.Fr, entry.En), entry.Number, entry.RecommendationId, entry.Request.Reference!, entry.MissionNumber,
                new LangText(entry.Request.TitleFr, entry.Request.TitleEn), entry.Request.Country, entry.Request.Theme, entry.Year))
            .ToListAsync(cancellationToken);
        var after = rows.Count > PageSize && page < MostPages ? (page + 1).ToString(CultureInfo.InvariantCulture) : null;
        var answer = new LessonsFound([.. rows.Take(PageSize)], after, words, words.IsEmpty && !string.IsNullOrWhiteSpace(filter.Text));
        return await CountedAsync(answer, found, cancellationToken);
    }

    private async Task<LessonsFound> CountedAsync(LessonsFound answer, IQueryable<SearchEntry> found, CancellationToken cancellationToken)
    {
        var kinds = await found.GroupBy(entry => entry.Kind).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var years = await found.GroupBy(entry => entry.Year).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        var tags = await found.Join(db.CaseTags, entry => entry.RequestId, tag => tag.RequestId, (entry, tag) => new { tag.Kind, tag.Code })
            .GroupBy(tag => new { tag.Kind, tag.Code })
            .Select(group => new { group.Key.Kind, group.Key.Code, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return answer with
        {
            Count = kinds.Sum(kind => kind.Count),
            Kinds = [.. kinds.OrderBy(kind => kind.Key).Select(kind => new Facet(kind.Key.ToString(), kind.Count))],
            Years = [.. years.OrderByDescending(year => year.Key).Select(year => new Facet(year.Key.ToString(CultureInfo.InvariantCulture), year.Count))],
            Tags = tags.GroupBy(tag => tag.Kind).ToDictionary(
                group => group.Key,
                group => (IReadOnlyList<Facet>)[.. group.OrderByDescending(tag => tag.Count).ThenBy(tag => tag.Code, StringComparer.Ordinal).Select(tag => new Facet(tag.Code, tag.Count))]),
        };
    }

    private IQueryable<SearchEntry> Matching(IQueryable<SearchEntry> entries, LessonFilter filter)
    {
        foreach (var (kind, code) in new[] { (CaseTagKind.Theme, filter.Theme), (CaseTagKind.Country, filter.Country), (CaseTagKind.Type, filter.Type) })
        {
            if (IsCode(code))
            {
                entries = entries.Where(entry => db.CaseTags.Any(tag => tag.RequestId == entry.RequestId && tag.Kind == kind && tag.Code == code));
            }
        }

        if (filter.Year is { } year)
        {
            entries = entries.Where(entry => entry.Year == year);
        }

        return filter.Kind is { } only ? entries.Where(entry => entry.Kind == only) : entries;
    }

    private static bool IsCode(string? code) => code is { Length: > 0 and <= MostCode } && code.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is ':' or '-' or '.' or '_');

    private static int PageOf(string? after) =>
        int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, MostPages) : 1;
}
