using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Search;

/// <summary>Past cases that a reader sees and that share theme, objectives, type, place or words with a case: at most
/// <see cref="Most"/>, each with why. Only cases with an accepted report: the others taught nothing yet. Two queries find them,
/// two more read what is shown of them.</summary>
public sealed class FindSimilarCases(TechAssistDb db, ITextSearch search, ReferenceCatalog catalog)
{
    public const int Most = 5;

    /// <summary>How many of each query are weighed.</summary>
    private const int Candidates = 25;

    /// <summary>Points below which nothing is called similar: a theme alone is not, nor a country.</summary>
    private const double Least = 4;

    /// <summary>Points for a word, and for all of them.</summary>
    private const double ForWord = 0.5;

    private const double MostForWords = 3;

    private const int MostTexts = 3;

    /// <exception cref="NotFoundException">No such case, or not the actor's to know of.</exception>
    public async Task<IReadOnlyList<SimilarCase>> ExecuteAsync(Guid requestId, Actor actor, CancellationToken cancellationToken)
    {
        var content = await db.Requests.VisibleTo(actor).AsNoTracking().Where(row => row.Id == requestId).Select(row => row.Content).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("The request");
        var words = SearchWords.About($"{content.Title.Fr} {content.Title.En} {content.Objective.Fr} {content.Objective.En}");
        var past = db.SearchEntriesVisibleTo(actor).AsNoTracking().Where(entry => entry.Kind == SearchKind.Case && entry.RequestId != requestId);
        var shared = new SharedTags(content, RegionOf(content.Countries, await catalog.GetAsync(cancellationToken)));
        var points = await ByTagsAsync(past, shared, cancellationToken);
        foreach (var (id, score) in await ByWordsAsync(past, words, cancellationToken))
        {
            points[id] = points.GetValueOrDefault(id) + score;
        }

        List<Guid> best = [.. points.Where(pair => pair.Value >= Least).OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key).Take(Most).Select(pair => pair.Key)];
        return best.Count == 0 ? [] : await ReadAsync(best, shared, words, cancellationToken);
    }

    private static IReadOnlyList<string> RegionOf(IReadOnlyList<string> countries, ReferenceSnapshot data)
    {
        var regions = countries.Select(code => data.Country(code)?.Region).OfType<Region>().ToHashSet();
        return [.. data.Rows.Countries.Where(country => regions.Contains(country.Region)).Select(country => country.Code).Union(countries)];
    }

    private async Task<Dictionary<Guid, double>> ByTagsAsync(IQueryable<SearchEntry> past, SharedTags shared, CancellationToken cancellationToken)
    {
        var (themes, objectives, types, countries, region) = (shared.Themes, shared.Objectives, shared.Types, shared.Countries, shared.Region);
        return await db.CaseTags
            .Where(tag => past.Any(entry => entry.RequestId == tag.RequestId)
                && ((tag.Kind == CaseTagKind.Theme && themes.Contains(tag.Code)) || (tag.Kind == CaseTagKind.Objective && objectives.Contains(tag.Code))
                    || (tag.Kind == CaseTagKind.Type && types.Contains(tag.Code)) || (tag.Kind == CaseTagKind.Country && region.Contains(tag.Code))))
            .GroupBy(tag => tag.RequestId)
            .Select(group => new
            {
                group.Key,
                Points = group.Sum(tag => tag.Kind == CaseTagKind.Theme || tag.Kind == CaseTagKind.Objective ? 3 : tag.Kind == CaseTagKind.Country && !countries.Contains(tag.Code) ? 1 : 2),
            })
            .OrderByDescending(row => row.Points).ThenByDescending(row => row.Key)
            .Take(Candidates)
            .ToDictionaryAsync(row => row.Key, row => (double)row.Points, cancellationToken);
    }

    private async Task<IEnumerable<(Guid Id, double Score)>> ByWordsAsync(IQueryable<SearchEntry> past, SearchWords words, CancellationToken cancellationToken)
    {
        if (words.IsEmpty)
        {
            return [];
        }

        var hits = await past.Join(search.Find(db, words, all: false), entry => entry.Id, hit => hit.Id, (entry, hit) => new { entry.RequestId, entry.Words, hit.Score })
            .OrderByDescending(hit => hit.Score).Take(Candidates).ToListAsync(cancellationToken);
        return hits.GroupBy(hit => hit.RequestId)
            .Select(group => (group.Key, Math.Min(MostForWords, ForWord * words.Among(string.Join(' ', group.Select(hit => hit.Words))).Count)));
    }

    private async Task<IReadOnlyList<SimilarCase>> ReadAsync(List<Guid> best, SharedTags shared, SearchWords words, CancellationToken cancellationToken)
    {
        var cases = await db.Requests.AsNoTracking().Where(row => best.Contains(row.Id))
            .Select(row => new { row.Id, row.Reference, row.TitleFr, row.TitleEn, row.Country, row.Result, Tags = db.CaseTags.Where(tag => tag.RequestId == row.Id).ToList() })
            .ToListAsync(cancellationToken);
        var texts = await db.SearchEntries.AsNoTracking().Where(entry => best.Contains(entry.RequestId) && entry.Kind != SearchKind.Finding && entry.Kind != SearchKind.Positive)
            .OrderBy(entry => entry.Number).ThenBy(entry => entry.Id)
            .Select(entry => new
            {
                Entry = entry,
                Status = db.Recommendations.Where(row => row.Id == entry.RecommendationId).Select(row => (EndOfMission.RecommendationStatus?)row.Status).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. best.Select(id => cases.Single(row => row.Id == id)).Select(row =>
            {
                var own = texts.Where(text => text.Entry.RequestId == row.Id).ToList();
                var about = words.Among(string.Join(' ', own.Where(text => text.Entry.Kind == SearchKind.Case).Select(text => text.Entry.Words)));
                return new SimilarCase(row.Reference!, new LangText(row.TitleFr, row.TitleEn), row.Country, own.Max(text => text.Entry.Year), row.Result, shared.PartsWith(row.Tags, about))
                {
                    Lessons = [.. own.Where(text => text.Entry.Kind is SearchKind.Lesson or SearchKind.Difficulty).OrderBy(text => text.Entry.Kind).Take(MostTexts).Select(text => new LangText(text.Entry.Fr, text.Entry.En))],
                    Recommendations = [.. own.Where(text => text is { Entry.RecommendationId: not null, Status: not null }).Take(MostTexts).Select(text => new SimilarRecommendation(text.Entry.RecommendationId!.Value, new LangText(text.Entry.Fr, text.Entry.En), text.Status!.Value))],
                };
            }),
        ];
    }
}
