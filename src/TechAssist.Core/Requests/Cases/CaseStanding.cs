using TechAssist.Core.People;

namespace TechAssist.Core.Requests.Cases;

/// <summary>Where a case stands, for one reader: what every page of the case says on top.</summary>
public sealed record CaseStanding
{
    public required Guid Id { get; init; }

    public required string Reference { get; init; }

    public required LangText Title { get; init; }

    public string? Country { get; init; }

    public IReadOnlyList<string> Countries { get; init; } = [];

    public Track Track { get; init; }

    public RequestStatus Status { get; init; }

    public string Stage { get; init; } = "";

    public string? Result { get; init; }

    public string? CaseOfficer { get; init; }

    public DateTime? SubmittedAt { get; init; }

    public DateTime? ClosedAt { get; init; }

    public DateOnly? HoldUntilOn { get; init; }

    public int Revision { get; init; }

    /// <summary>Somebody besides the requester stands behind it: another country or institution; or, for the secretariat, the
    /// endorsement is still to come and may be recorded.</summary>
    public bool HasConfirmations { get; init; }

    /// <summary>The reader reads staff labels, names and internal lines.</summary>
    public bool IsForStaff { get; init; }

    /// <summary>The reader has a part in the case, and may attach files.</summary>
    public bool IsWorkedOn { get; init; }

    /// <summary>The open steps, the reader's own first.</summary>
    public IReadOnlyList<StandingStep> Steps { get; init; } = [];

    public required SteeringRights Rights { get; init; }

    public bool IsPaused => Status is RequestStatus.OnHold or RequestStatus.Suspended;

    public bool IsLate => !IsPaused && Steps.Any(step => step.IsLate);
}

/// <summary>An open step. For readers outside the secretariat, steps with the same public label are one.</summary>
/// <param name="People">Names of those who act; empty for readers outside.</param>
/// <param name="Roles">In what roles they act.</param>
/// <param name="Zone">In which the due time is said: that of the side that acts.</param>
/// <param name="Id">By which its due time is explained.</param>
/// <param name="MyTaskId">The reader's own task in it.</param>
/// <param name="IsOtherwiseNow">Its calendar has changed and would give another due time; said to those who may publish it.</param>
public sealed record StandingStep(
    string Label, Guid Id, string Stage, string Form, IReadOnlyList<string> People, IReadOnlyList<Role> Roles, Guid? MissionId, DateTime OpenedAt, DateTime? DueAt,
    bool IsLate, TimeZoneInfo Zone, Guid? MyTaskId, bool IsOtherwiseNow = false);

/// <summary>What the reader may do with the case as a whole, as it stands.</summary>
public sealed record SteeringRights(bool Hold, bool Continue, bool Cancel, bool Withdraw, bool Reopen, bool ChangeTrack, bool Copy)
{
    public bool Any => Hold || Continue || Cancel || Withdraw || Reopen || ChangeTrack || Copy;
}
