using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;

namespace TechAssist.Core.Work;

/// <summary>What a workflow does by itself between human steps: tells people, produces documents, waits for dates.</summary>
public sealed class CaseEffects(TechAssistDb db, CasePeople people, CaseMail mail, ProduceDocument documents, TimelineWriter timeline)
{
    public Task RecordAsync(Move move, TimelineLine line, CancellationToken cancellationToken) =>
        timeline.AddAsync(move.Request.Id, line, move.By, move.Now, cancellationToken);

    public StepOpening Opening(
        Move move, Step step, Func<AssistanceRequest, string, Guid?, Actor, DateTime, CancellationToken, Task<WorkflowRun>> start, CancellationToken cancellationToken) =>
        new(db, move.Request, step, move.By, move.Now, timeline, (key, missionId) => start(move.Request, key, missionId, move.By, move.Now, cancellationToken));

    public async Task ApplyAsync(Move move, WorkflowEffect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case Notify notify:
                var readers = await people.FindAsync(notify.Audience, move.Request, move.Run.MissionId, cancellationToken);
                mail.Tell(readers, notify.Template, move.Request, move.Now);
                break;
            case Produce produce:
                await documents.ExecuteAsync(produce.Document, move, cancellationToken);
                break;
            case StartWait wait:
                db.Deadlines.Add(Deadline.Timer(move.Run, wait.BookmarkId, await WaitEndAsync(move, wait.Wait, cancellationToken), move.Now));
                break;
            case StartTimer timer:
                db.Deadlines.Add(Deadline.Timer(move.Run, timer.BookmarkId, move.Now + timer.Delay, move.Now));
                break;
            default:
                throw new InvalidOperationException($"The effect {effect.GetType().Name} has no meaning for a case.");
        }
    }

    /// <summary>A date of the case plus the offset the file gives. The anchor is the last day on mission; for a case without a mission, its closing.</summary>
    private async Task<DateTime> WaitEndAsync(Move move, WaitUntilStep wait, CancellationToken cancellationToken)
    {
        var lastOn = await db.Missions
            .Where(mission => mission.RequestId == move.Request.Id && mission.ActualEndOn != null)
            .MaxAsync(mission => mission.ActualEndOn, cancellationToken);
        var anchor = lastOn?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) ?? move.Request.ClosedAt ?? move.Now;
        return wait.Offset switch
        {
            null => wait.Date is { } date ? DateTime.Parse(date, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal) : anchor,
            { Unit: "months" } offset => anchor.AddMonths(offset.Amount),
            { Unit: "hours" } offset => anchor.AddHours(offset.Amount),
            var offset => anchor.AddDays(offset.Amount),
        };
    }
}
