using Microsoft.EntityFrameworkCore;

namespace TechAssist.Core.Experts;

internal static class ExpertRows
{
    /// <summary>With the rows that are searched by: whoever writes a profile needs them.</summary>
    public static IQueryable<Expert> WithRows(this IQueryable<Expert> experts) => experts
        .Include(found => found.Themes).Include(found => found.Languages).Include(found => found.Nationalities)
        .Include(found => found.Countries).Include(found => found.Absences)
        .AsSplitQuery();
}
