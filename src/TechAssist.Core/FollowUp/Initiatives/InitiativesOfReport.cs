using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.FollowUp.Initiatives;

/// <summary>Makes the initiatives of a report that is published into records, in the same save.</summary>
internal static class InitiativesOfReport
{
    public static async Task AddAsync(TechAssistDb db, EndOfMissionReport report, DateTime now, CancellationToken cancellationToken)
    {
        var number = await db.Initiatives.CountAsync(known => known.RequestId == report.RequestId, cancellationToken);
        foreach (var text in report.Content.Initiatives)
        {
            db.Initiatives.Add(ConcreteInitiative.From(report, text, ++number, now));
        }
    }
}
