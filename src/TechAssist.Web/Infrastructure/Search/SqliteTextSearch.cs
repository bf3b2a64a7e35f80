using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Search;

namespace TechAssist.Web.Infrastructure.Search;

/// <summary>SQLite FTS5 over words without accents, with English stems (which also take most French plurals off). It has no French stems;
/// the beginning of a word is enough to find it.</summary>
public sealed class SqliteTextSearch : ITextSearch
{
    public IQueryable<TextHit> Find(TechAssistDb db, SearchWords words, bool all)
    {
        // In quotes a word is a word, whatever FTS5 means by it otherwise.
        var query = string.Join(all ? " AND " : " OR ", words.Folded.Select(word => $"\"{word}\"{(SearchWords.IsStart(word) ? "*" : "")}"));
        return db.Database.SqlQuery<TextHit>($"SELECT rowid AS id, -rank AS score FROM search_words WHERE search_words MATCH {query}");
    }
}
