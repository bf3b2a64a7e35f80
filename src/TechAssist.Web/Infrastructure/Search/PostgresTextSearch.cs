using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Search;

namespace TechAssist.Web.Infrastructure.Search;

/// <summary>PostgreSQL's full text with French and English stems. French words are stemmed with their accents and without: whoever types
/// none finds them too.</summary>
public sealed class PostgresTextSearch : ITextSearch
{
    public IQueryable<TextHit> Find(TechAssistDb db, SearchWords words, bool all)
    {
        var (typed, folded) = (Query(words.Typed, all), Query(words.Folded, all));
        return db.Database.SqlQuery<TextHit>($"""
            SELECT entry.id, ts_rank(entry.lexemes, sought.query)::float8 AS score
            FROM search_entries AS entry,
                 (SELECT to_tsquery('french', {typed}) || to_tsquery('french', {folded}) || to_tsquery('english', {folded}) AS query) AS sought
            WHERE entry.lexemes @@ sought.query
            """);
    }

    /// <summary>Words are letters and digits only: none of them is an operator.</summary>
    private static string Query(IEnumerable<string> words, bool all) =>
        string.Join(all ? " & " : " | ", words.Select(word => SearchWords.IsStart(word) ? word + ":*" : word));
}
