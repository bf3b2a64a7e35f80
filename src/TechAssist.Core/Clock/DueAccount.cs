namespace TechAssist.Core.Clock;

/// <summary>
/// The account a due time gives of itself: where it started, in whose calendar, and line by line what gave it and moved it. It is
/// kept as published: a calendar that changes later changes nothing here until somebody asks for a <see cref="Recounted"/> one.
/// </summary>
public sealed record DueAccount
{
    /// <summary>Key of the calendar of the side that acts.</summary>
    public required string Calendar { get; init; }

    /// <summary>IANA name of the zone the days are counted in.</summary>
    public required string TimeZone { get; init; }

    /// <summary>UTC. Its local day does not count; the next one is the first that may.</summary>
    public required DateTime StartAt { get; init; }

    public required Limit Limit { get; init; }

    /// <summary>At least the limit's own line.</summary>
    public required IReadOnlyList<DueLine> Lines { get; init; }

    /// <summary>The due time, UTC.</summary>
    public DateTime DueAt => Lines[^1].DueAt;

    /// <summary>The due time of a limit that starts now.</summary>
    public static DueAccount Of(WorkingCalendar calendar, DateTime startAt, Limit limit)
    {
        var dueAt = calendar.DueAt(startAt, limit);
        return new DueAccount
        {
            Calendar = calendar.Key,
            TimeZone = calendar.Zone.Id,
            StartAt = startAt,
            Limit = limit,
            Lines = [new DueLine(DueLineKind.Limit, dueAt) { Skipped = Skipped(calendar, limit.Unit, startAt, dueAt) }],
        };
    }

    /// <summary>Moved by what a pause took from the limit. A pause that begins after the due time moves it too: what was late by
    /// two days before a hold is late by two days after it.</summary>
    public DueAccount Paused(WorkingCalendar calendar, DateTime fromAt, DateTime toAt, PauseCause cause)
    {
        var dueAt = calendar.MoveForPause(DueAt, Limit.Unit, fromAt, toAt);
        return With(new DueLine(DueLineKind.Pause, dueAt)
        {
            FromAt = fromAt,
            ToAt = toAt,
            Cause = cause,
            Days = Limit.Unit switch
            {
                LimitUnit.WorkingDays => calendar.WorkingDaysBetween(fromAt, toAt),
                LimitUnit.Days or LimitUnit.Months => calendar.LocalDay(toAt).DayNumber - calendar.LocalDay(fromAt).DayNumber,
                _ => null,
            },
            Time = Limit.Unit switch
            {
                LimitUnit.OfficeHours => calendar.OfficeTimeBetween(fromAt, toAt),
                LimitUnit.Hours => toAt - fromAt,
                _ => null,
            },
            Skipped = Skipped(calendar, Limit.Unit, DueAt, dueAt),
        });
    }

    /// <summary>Due at the end of the mission's last day.</summary>
    public DueAccount Until(WorkingCalendar calendar, DateOnly startOn, DateOnly endOn) =>
        With(new DueLine(DueLineKind.Mission, calendar.EndOf(endOn)) { FromAt = calendar.ToUtc(startOn, calendar.OpensAt), UntilOn = endOn });

    /// <summary>Given until the end of a day, by somebody's act.</summary>
    public DueAccount Extended(WorkingCalendar calendar, DateOnly untilOn, Actor by, string reason, DateTime now) =>
        With(new DueLine(DueLineKind.Extension, calendar.EndOf(untilOn)) { UntilOn = untilOn, By = by.Name, For = by.OnBehalfOf?.Name, Reason = reason, At = now });

    /// <summary>What the account comes to in the calendar as it stands now, line by line.</summary>
    public DueAccount CountedBy(WorkingCalendar calendar) => Lines.Skip(1).Aggregate(Of(calendar, StartAt, Limit), (account, line) => line switch
    {
        { Kind: DueLineKind.Pause, FromAt: { } from, ToAt: { } to, Cause: { } cause } => account.Paused(calendar, from, to, cause),
        { Kind: DueLineKind.Extension or DueLineKind.Mission, UntilOn: { } until } => account.With(line with { DueAt = calendar.EndOf(until) }),
        { Kind: DueLineKind.Recount } => account.With(line with { DueAt = account.DueAt }),
        _ => throw new InvalidOperationException("Unknown line"),
    });

    /// <summary>Counted again in the calendar as it stands now, and published so by somebody's act.</summary>
    public DueAccount Recounted(WorkingCalendar calendar, Actor by, string? reason, DateTime now)
    {
        var counted = CountedBy(calendar);
        return counted.With(new DueLine(DueLineKind.Recount, counted.DueAt) { By = by.Name, For = by.OnBehalfOf?.Name, Reason = reason, At = now });
    }

    private DueAccount With(DueLine line) => this with { Lines = [.. Lines, line] };

    private static IReadOnlyList<DayOff> Skipped(WorkingCalendar calendar, LimitUnit unit, DateTime from, DateTime to) =>
        unit is LimitUnit.WorkingDays or LimitUnit.OfficeHours ? [.. calendar.ClosedBetween(from, to).Select(DayOff.Of)] : [];
}
