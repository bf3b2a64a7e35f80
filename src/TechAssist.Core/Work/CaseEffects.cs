using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Steering;
using TechAssist.Workflow.Execution;

namespace TechAssist.Core.Work;

/// <summary>What a workflow does by itself between human steps: tells people, produces documents, waits for dates.</summary>
public sealed class CaseEffects(TechAssistDb db, CaseTimers timers, CaseMail mail, ProduceDocument documents, TimelineWriter timeline)
{
    public Task RecordAsync(Move move, TimelineLine line, CancellationToken cancellationToken) =>
        timeline.AddAsync(move.Request.Id, line, move.By, move.Now, cancellationToken);

    /// <summary>The case ends without its missions: nobody is kept waiting for it.</summary>
    public Task CallOffAsync(Move move, CancellationToken cancellationToken) =>
        CallOff.ExecuteAsync(db, timeline, move.Request, null, move.By, move.Now, cancellationToken);

    public StepOpening Opening(
        Move move, Step step, Func<AssistanceRequest, string, Guid?, Actor, DateTime, CancellationToken, Task<WorkflowRun>> start, CancellationToken cancellationToken) =>
        new(db, move.Request, step, move.By, move.Now, timeline, (key, missionId) => start(move.Request, key, missionId, move.By, move.Now, cancellationToken));

    public async Task ApplyAsync(Move move, WorkflowEffect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case Notify notify:
                await mail.TellAsync(notify.Audience, notify.Template, move.Request, move.Run.MissionId, move.Now, cancellationToken);
                break;
            case Produce produce:
                await documents.ExecuteAsync(produce.Document, move, cancellationToken);
                break;
            case StartWait wait:
                await timers.WaitAsync(move, wait, cancellationToken);
                break;
            case StartTimer timer:
                timers.Start(move, timer.BookmarkId, move.Now + timer.Delay);
                break;
            default:
                throw new InvalidOperationException($"The effect {effect.GetType().Name} has no meaning for a case.");
        }
    }
}
