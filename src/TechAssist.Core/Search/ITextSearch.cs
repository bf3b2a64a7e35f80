using TechAssist.Core.Persistence;

namespace TechAssist.Core.Search;

/// <summary>A row of the index that has the words.</summary>
public sealed class TextHit
{
    public long Id { get; init; }

    /// <summary>The larger, the better it fits. Comparable within one answer.</summary>
    public double Score { get; init; }
}

/// <summary>Full-text search as the database at hand does it; the one place where the two differ.</summary>
public interface ITextSearch
{
    /// <summary>The rows of <see cref="SearchEntry"/> with the words, as a query to go on with.</summary>
    /// <param name="db">Where to look.</param>
    /// <param name="words">At least one.</param>
    /// <param name="all">All of them; else any.</param>
    IQueryable<TextHit> Find(TechAssistDb db, SearchWords words, bool all);
}
