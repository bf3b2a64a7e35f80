using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Search;

namespace TechAssist.Web.Infrastructure.Search;

/// <summary>SQLite FTS5 over words without accents, with English stems, which also take most French endings off. It has no French stems;
/// the beginning of a word is enough to find it, and plurals in x are known here.</summary>
public sealed class SqliteTextSearch : ITextSearch
{
    public IQueryable<TextHit> Find(TechAssistDb db, SearchWords words, bool all)
    {
        var query = string.Join(all ? " AND " : " OR ", words.Folded.Select(Term));
        return db.Database.SqlQuery<TextHit>($"SELECT rowid AS id, -rank AS score FROM search_words WHERE search_words MATCH {query}");
    }

    private static string Term(string word) => $"({string.Join(" OR ", Forms(word).Select(Quoted))})";

    /// <summary>"réseaux" is found as "réseau", "nationaux" as "national" too.</summary>
    private static IEnumerable<string> Forms(string word) => word switch
    {
        _ when !SearchWords.IsStart(word) => [word],
        [.., 'e', 'a', 'u', 'x'] or [.., 'e', 'u', 'x'] => [word[..^1]],
        [.. var stem, 'a', 'u', 'x'] => [word, stem + "al"],
        _ => [word],
    };

    /// <summary>In quotes a word is a word, whatever FTS5 means by it otherwise.</summary>
    private static string Quoted(string word) => $"\"{word}\"{(SearchWords.IsStart(word) ? "*" : "")}";
}
