using TechAssist.Core.People;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Board;

public enum DueState
{
    /// <summary>A step is past its due time.</summary>
    Late,

    /// <summary>Due by the end of the next but one working day.</summary>
    Soon,

    OnTime,

    /// <summary>Nothing is due.</summary>
    Open,

    /// <summary>On hold or suspended: nothing is asked of anybody.</summary>
    Paused,
}

/// <summary>Who has a task of the case: a person in a role; nobody where the role has none.</summary>
public sealed record BoardHolder(string? Name, Role Role);

/// <summary>An open case on the board.</summary>
/// <param name="Age">Working days of the secretariat since it was submitted.</param>
/// <param name="DueAt">The first due time of its open steps, UTC.</param>
/// <param name="Zone">In which the due time is said: that of the side that acts.</param>
public sealed record BoardCase(
    Guid Id, string Reference, LangText Title, string? Country, Track Track, RequestStatus Status, string? Officer, int Age,
    DueState Due, DateTime? DueAt, TimeZoneInfo Zone, IReadOnlyList<BoardHolder> Holders, BoardDeparture Departure)
{
    /// <summary>The open step that is due first, whose account says why; null where nothing is due.</summary>
    public Guid? StepRowId { get; init; }

    /// <summary>While on hold: the day on which it is to be looked at again.</summary>
    public DateOnly? HoldUntilOn { get; init; }

    /// <summary>That day has come, and it is still on hold.</summary>
    public bool IsHoldOver { get; init; }
}

/// <summary>When its experts leave: planned, or to be expected from the time that past cases took.</summary>
/// <param name="PlannedOn">The first day of the first mission that has one.</param>
/// <param name="HasLeft">Somebody is on the way already, or back.</param>
/// <param name="Range">Null where it is planned, or too few past cases tell.</param>
public sealed record BoardDeparture(DateOnly? PlannedOn, bool HasLeft, DepartureDays? Range);

/// <summary>Days on which a departure is to be expected: one in two by the middle one, four in five between the others.</summary>
/// <param name="Cases">Past cases that say so.</param>
public sealed record DepartureDays(DateOnly EarliestOn, DateOnly MedianOn, DateOnly LatestOn, int Cases);

/// <summary>A stage with its open cases: the late ones first, then by due time.</summary>
/// <param name="Cases">At most <see cref="GetBoard.MostCases"/> of them.</param>
public sealed record BoardStage(string Stage, int Count, int Late, IReadOnlyList<BoardCase> Cases);

/// <param name="Officers">To choose from.</param>
/// <param name="Check">How often the forecast was right; null while nothing can be said.</param>
public sealed record CaseBoard(IReadOnlyList<BoardStage> Stages, IReadOnlyList<BoardOfficer> Officers, ForecastCheck? Check);

public sealed record BoardOfficer(Guid Id, string Name);
