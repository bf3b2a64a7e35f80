using TechAssist.Core.Clock;

namespace TechAssist.Core.Work;

/// <summary>One execution of a human step of a workflow: open until an outcome is recorded. A step opens one work item for
/// each person of its audience.</summary>
public sealed class Step
{
    private Step()
    {
    }

    public Guid Id { get; private set; }

    public Guid RunId { get; private set; }

    public WorkflowRun Run { get; private set; } = null!;

    public Guid RequestId { get; private set; }

    public Guid? MissionId { get; private set; }

    /// <summary>The step's id in the definition ("eligibility").</summary>
    public string StepId { get; private set; } = "";

    /// <summary>The engine's bookmark that a resume names; empty for a task beside the flow.</summary>
    public string BookmarkId { get; private set; } = "";

    public string Stage { get; private set; } = "";

    /// <summary>Which form is filled in: a key of the registered step forms.</summary>
    public string Form { get; private set; } = "";

    public DateTime OpenedAt { get; private set; }

    /// <summary>The published due time. It moves only by an act.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>How <see cref="DueAt"/> came about; null where there is none.</summary>
    public DueAccount? Due { get; private set; }

    /// <summary>Key of the calendar the due time was counted in.</summary>
    public string? Calendar { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>What was decided; several outcomes are joined by "+". Null while open, and for a step that was called off.</summary>
    public string? Outcome { get; private set; }

    /// <summary>Completed by itself because the outcome was already recorded, after a reopening or a change of track.</summary>
    public bool IsCarriedOver { get; private set; }

    /// <summary>Taken by the clock: a silence procedure or a lapse.</summary>
    public bool IsAutomatic { get; private set; }

    public List<WorkItem> Items { get; } = [];

    public List<Deadline> Deadlines { get; } = [];

    public bool IsOpen => ClosedAt is null;

    /// <summary>Opened beside the flow: its outcome is recorded as a fact and moves nothing.</summary>
    public bool IsBeside => BookmarkId.Length == 0;

    internal static Step Open(WorkflowRun run, string stepId, string bookmarkId, string stage, string form, DueAccount? due, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        RunId = run.Id,
        Run = run,
        RequestId = run.RequestId,
        MissionId = run.MissionId,
        StepId = stepId,
        BookmarkId = bookmarkId,
        Stage = stage,
        Form = form,
        OpenedAt = now,
        DueAt = due?.DueAt,
        Due = due,
        Calendar = due?.Calendar,
    };

    /// <summary>Late is one thing everywhere: open, due, and the due time has passed.</summary>
    public bool IsLate(DateTime now) => IsOpen && DueAt < now;

    internal void Close(string? outcome, DateTime now, bool carriedOver = false, bool automatic = false)
    {
        ClosedAt = now;
        Outcome = outcome;
        IsCarriedOver = carriedOver;
        IsAutomatic = automatic;
        foreach (var item in Items.Where(item => item.IsOpen))
        {
            item.Drop(now);
        }

        Deadlines.RemoveAll(deadline => deadline.HandledAt is null);
    }

    /// <summary>The zone of the side that acts, in which its due time is said.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Due?.TimeZone ?? TimeZoneInfo.Utc.Id);

    /// <summary>Who was asked for the same country need not answer any more.</summary>
    internal void DropOthersOf(WorkItem answered, DateTime now)
    {
        foreach (var other in Items.Where(item => item.IsOpen && item.Country is not null && item.Country == answered.Country))
        {
            other.Drop(now);
        }
    }

    /// <summary>Others do it from now on, instead of those who were asked.</summary>
    internal void HandTo(IReadOnlyList<CasePerson> others, DateTime now)
    {
        List<WorkItem> open = [.. Items.Where(item => item.IsOpen)];
        foreach (var (item, index) in open.Select((item, index) => (item, index)))
        {
            if (index < others.Count)
            {
                item.GiveTo(others[index]);
            }
            else
            {
                item.Drop(now);
            }
        }

        foreach (var other in others.Skip(open.Count))
        {
            WorkItem.Open(this, other.Id, other.Role, null, now);
        }
    }

    internal void MoveDue(DueAccount due)
    {
        (Due, DueAt) = (due, due.DueAt);
        foreach (var item in Items.Where(item => item.IsOpen))
        {
            item.MoveDue(due.DueAt);
        }
    }
}
