using TechAssist.Core.Requests;

namespace TechAssist.Core.Work;

/// <summary>Does what is due on one open step. Everything that is due by now is settled at once: after a time without a sweep
/// nobody is told of what has become pointless, and nobody twice. Does not save.</summary>
public sealed class SettleStep(TakeAutoOutcome autoOutcome, EscalateStep escalate, StepReminders reminders)
{
    public async Task ExecuteAsync(Deadline found, Step step, AssistanceRequest request, DateTime now, CancellationToken cancellationToken)
    {
        List<Deadline> due = [found, .. step.Deadlines.Where(other => other.Id != found.Id && other.IsDue(now))];
        due.ForEach(deadline => deadline.Handled(now));
        if (due.Exists(deadline => deadline.Kind == DeadlineKind.AutoOutcome))
        {
            await autoOutcome.ExecuteAsync(step, request, now, cancellationToken);
            return;
        }

        var inOrder = due.OrderBy(deadline => deadline.FireAt).ToLookup(deadline => deadline.Kind);
        var told = await escalate.ExecuteAsync(LastForEach(inOrder[DeadlineKind.Escalation]), step, request, now, cancellationToken);
        // Whoever two of them are for is told by the later one.
        List<Guid> reached = [.. told];
        foreach (var reminder in LastForEach(inOrder[DeadlineKind.Reminder]).OrderByDescending(reminder => reminder.FireAt))
        {
            reached.AddRange(await reminders.SendAsync(reminder, step, request, reached, now, cancellationToken));
        }
    }

    /// <summary>The latest word to each audience.</summary>
    private static List<Deadline> LastForEach(IEnumerable<Deadline> deadlines) =>
        [.. deadlines.GroupBy(deadline => string.Join(',', deadline.Audience)).Select(sameReaders => sameReaders.Last())];
}
