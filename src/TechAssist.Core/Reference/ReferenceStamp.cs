using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Reference;

internal static class ReferenceStamp
{
    /// <summary>Marks, within the running act, that reference data changed.</summary>
    public static async Task StampReferenceAsync(this TechAssistDb db, DateTime now, CancellationToken cancellationToken)
    {
        var version = await db.ReferenceVersions.FirstOrDefaultAsync(cancellationToken);
        if (version is null)
        {
            db.Add(ReferenceVersion.First(now));
            return;
        }

        version.Changed(now);
    }
}
