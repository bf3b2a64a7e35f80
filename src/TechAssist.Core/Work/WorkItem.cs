using TechAssist.Core.People;

namespace TechAssist.Core.Work;

/// <summary>A task in somebody's list: one person's part of an open step.</summary>
public sealed class WorkItem
{
    private WorkItem()
    {
    }

    public Guid Id { get; private set; }

    public Guid StepRowId { get; private set; }

    public Step Step { get; private set; } = null!;

    public Guid RequestId { get; private set; }

    /// <summary>Who is to act. Null when nobody holds the role yet: the coordinator sees it as unassigned.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>The role in which they act.</summary>
    public Role Role { get; private set; }

    /// <summary>The country for which they are asked, where each country of a request has a say of its own: whoever answers
    /// first answers for it.</summary>
    public string? Country { get; private set; }

    public DateTime OpenedAt { get; private set; }

    public DateTime? DueAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public string? Outcome { get; private set; }

    /// <summary>The filled-in form as JSON.</summary>
    public string? Answer { get; private set; }

    public Guid? ClosedById { get; private set; }

    public string? ClosedByName { get; private set; }

    /// <summary>The officer on whose behalf a substitute answered.</summary>
    public Guid? ClosedForId { get; private set; }

    public string? ClosedForName { get; private set; }

    /// <summary>A form saved but not sent, as JSON.</summary>
    public string? Draft { get; private set; }

    public DateTime? DraftSavedAt { get; private set; }

    public int Revision { get; private set; }

    public bool IsOpen => ClosedAt is null;

    internal static WorkItem Open(Step step, Guid? personId, Role role, string? country, DateTime now)
    {
        var item = new WorkItem
        {
            Id = Guid.CreateVersion7(now),
            StepRowId = step.Id,
            RequestId = step.RequestId,
            PersonId = personId,
            Role = role,
            Country = country,
            OpenedAt = now,
            DueAt = step.DueAt,
        };
        step.Items.Add(item);
        return item;
    }

    internal void Answered(string outcome, string answer, Actor by, DateTime now)
    {
        Outcome = outcome;
        Answer = answer;
        ClosedById = by.PersonId;
        ClosedByName = by.Name;
        ClosedForId = by.OnBehalfOf?.PersonId;
        ClosedForName = by.OnBehalfOf?.Name;
        ClosedAt = now;
        Draft = null;
        Revision++;
    }

    /// <summary>Closed without an answer: somebody else's was enough, or the step was called off.</summary>
    internal void Drop(DateTime now)
    {
        ClosedAt = now;
        Revision++;
    }

    /// <summary>What the system knows already stands in the form, for the person to confirm or change.</summary>
    internal void Suggest(string draft) => Draft = draft;

    internal void Keep(string draft, DateTime now) => (Draft, DraftSavedAt) = (draft, now);

    internal void GiveTo(Guid personId)
    {
        PersonId = personId;
        Revision++;
    }

    /// <summary>The task is done in another role from now on.</summary>
    internal void GiveTo(CasePerson person)
    {
        GiveTo(person.Id);
        Role = person.Role;
    }

    // Not a change of the task: whoever has its form open may still send it.
    internal void MoveDue(DateTime dueAt) => DueAt = dueAt;
}
