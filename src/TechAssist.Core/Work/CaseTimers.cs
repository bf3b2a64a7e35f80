using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;

namespace TechAssist.Core.Work;

/// <summary>Sets the timers of a case: a workflow that waits goes on when the sweep finds its timer due.</summary>
public sealed class CaseTimers(TechAssistDb db, ReferenceCatalog reference)
{
    public void Start(Move move, string bookmarkId, DateTime fireAt) => db.Deadlines.Add(Deadline.Timer(move.Run, bookmarkId, fireAt, move.Now));

    /// <summary>A wait for a date of the case, with the offset the file gives.</summary>
    public async Task WaitAsync(Move move, StartWait wait, CancellationToken cancellationToken) =>
        Start(move, wait.BookmarkId, wait.Wait.Date is { } date ? Read(date) : Later(await AnchorAsync(move, cancellationToken), wait.Wait.Offset));

    /// <summary>The end of the case's last mission, when the secretariat opens; the closing of the case where none took place.</summary>
    private async Task<DateTime> AnchorAsync(Move move, CancellationToken cancellationToken)
    {
        var missions = await db.Missions.Where(mission => mission.RequestId == move.Request.Id).ToListAsync(cancellationToken);
        var ends = missions.Where(mission => mission.Status != MissionStatus.Cancelled).Max(mission => mission.LastOn);
        var secretariat = reference.Current.Calendars.Secretariat;
        return ends is { } day ? secretariat.ToUtc(day, secretariat.OpensAt) : move.Request.ClosedAt ?? move.Now;
    }

    private static DateTime Later(DateTime anchor, StepLimit? offset) => offset switch
    {
        null => anchor,
        { Unit: "months" } => anchor.AddMonths(offset.Amount),
        { Unit: "hours" } => anchor.AddHours(offset.Amount),
        _ => anchor.AddDays(offset.Amount),
    };

    private static DateTime Read(string date) =>
        DateTime.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
