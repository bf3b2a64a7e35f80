using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Search;

/// <summary>Who finds a text: whoever sees its case.</summary>
internal static class SearchVisibility
{
    public static IQueryable<SearchEntry> SearchEntriesVisibleTo(this TechAssistDb db, Actor actor)
    {
        var cases = db.Requests.VisibleTo(actor).Select(request => request.Id);
        return db.SearchEntries.Where(entry => cases.Contains(entry.RequestId));
    }
}
