using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Work;

public enum DeadlineKind
{
    /// <summary>Tell those who must act that the due time comes, or has passed.</summary>
    Reminder,

    /// <summary>Tell those above.</summary>
    Escalation,

    /// <summary>Take the step's <c>autoOutcome</c>: silence procedure, lapse.</summary>
    AutoOutcome,

    /// <summary>Wake a <c>TechAssist.WaitUntil</c>.</summary>
    Timer,

    /// <summary>The day has come on which a case on hold is to be looked at again. The one deadline that a hold does not pause.</summary>
    HoldOver,
}

/// <summary>Something the clock must do at a time. A sweep finds it by its index when it is due.</summary>
public sealed class Deadline
{
    private Deadline()
    {
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    public Guid RunId { get; private set; }

    /// <summary>The step it belongs to; null for a timer and the end of a hold.</summary>
    public Guid? StepRowId { get; private set; }

    public Step? Step { get; private set; }

    public DeadlineKind Kind { get; private set; }

    /// <summary>Not before this instant. Moved on by a hold.</summary>
    public DateTime FireAt { get; private set; }

    /// <summary>Audience keys to tell; empty means those who must act.</summary>
    public IReadOnlyList<string> Audience { get; private set; } = [];

    /// <summary>Which mail says it; null for the usual one.</summary>
    public string? Template { get; private set; }

    /// <summary>A reminder that stands in the portal and comes by no mail.</summary>
    public bool IsInPortalOnly { get; private set; }

    /// <summary>An escalation that gives the step to those it tells.</summary>
    public bool Reassigns { get; private set; }

    /// <summary>The bookmark a timer resumes.</summary>
    public string? BookmarkId { get; private set; }

    public DateTime? HandledAt { get; private set; }

    /// <summary>Set while the case is on hold: a paused deadline never fires.</summary>
    public bool IsPaused { get; private set; }

    internal static Deadline ForStep(
        Step step, DeadlineKind kind, DateTime fireAt, IReadOnlyList<string> audience, DateTime now, string? template = null, bool reassigns = false)
    {
        var deadline = new Deadline
        {
            Id = Guid.CreateVersion7(now),
            RequestId = step.RequestId,
            RunId = step.RunId,
            StepRowId = step.Id,
            Kind = kind,
            FireAt = fireAt,
            Audience = audience,
            Template = template,
            Reassigns = reassigns,
        };
        step.Deadlines.Add(deadline);
        return deadline;
    }

    internal static Deadline Timer(WorkflowRun run, string bookmarkId, DateTime fireAt, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        RequestId = run.RequestId,
        RunId = run.Id,
        Kind = DeadlineKind.Timer,
        FireAt = fireAt,
        BookmarkId = bookmarkId,
    };

    /// <param name="run">The one that carries the case: it goes with it when the case ends.</param>
    internal static Deadline HoldOver(WorkflowRun run, DateTime fireAt, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        RequestId = run.RequestId,
        RunId = run.Id,
        Kind = DeadlineKind.HoldOver,
        FireAt = fireAt,
    };

    /// <summary>What a step takes out of its list is deleted. A timer has no step, so that the relation is optional, and EF Core would
    /// only let go of such rows: they would come due one day with nothing to do.</summary>
    internal static void RemoveLetGo(TechAssistDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<Deadline>().Where(entry => entry is { State: EntityState.Modified, Entity: { StepRowId: null, Kind: not (DeadlineKind.Timer or DeadlineKind.HoldOver) } }))
        {
            entry.State = EntityState.Deleted;
        }
    }

    public bool IsDue(DateTime now) => HandledAt is null && !IsPaused && FireAt <= now;

    /// <summary>The same, by no mail.</summary>
    internal void OnlyInPortal() => IsInPortalOnly = true;

    internal void Handled(DateTime now) => HandledAt = now;

    internal void Pause() => IsPaused = true;

    internal void Continue(TimeSpan later)
    {
        IsPaused = false;
        FireAt += later;
    }
}
