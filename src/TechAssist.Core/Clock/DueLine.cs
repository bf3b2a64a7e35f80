namespace TechAssist.Core.Clock;

public enum DueLineKind
{
    /// <summary>The limit counted from the start: always the first line.</summary>
    Limit,

    /// <summary>The mission it is about ends then, whatever the limit gives.</summary>
    Mission,

    /// <summary>The clock stood, and the due time moved by what it stood.</summary>
    Pause,

    /// <summary>Somebody gave more time.</summary>
    Extension,

    /// <summary>The calendar was changed, and somebody published what it gives now.</summary>
    Recount,
}

/// <summary>Why a clock stood.</summary>
public enum PauseCause
{
    Hold,
    Suspension,

    /// <summary>The other side had something to answer first.</summary>
    OtherSide,
}

/// <summary>One line of a <see cref="DueAccount"/>: what gave or moved the due time, and the days that did not count in it.</summary>
/// <param name="DueAt">The due time after this line, UTC.</param>
public sealed record DueLine(DueLineKind Kind, DateTime DueAt)
{
    /// <summary>A pause: from this instant, UTC. A mission: the beginning of its first day.</summary>
    public DateTime? FromAt { get; init; }

    /// <summary>A pause: to this instant, UTC.</summary>
    public DateTime? ToAt { get; init; }

    public PauseCause? Cause { get; init; }

    /// <summary>Working or calendar days that a pause moved the due time by, where the limit is in days or months.</summary>
    public int? Days { get; init; }

    /// <summary>Office time, or elapsed time, that a pause moved it by, where the limit is in hours.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>An extension, or a mission: to the end of this day.</summary>
    public DateOnly? UntilOn { get; init; }

    /// <summary>Who extended or published it again, when (UTC) and why.</summary>
    public string? By { get; init; }

    /// <summary>The officer on whose behalf a substitute did.</summary>
    public string? For { get; init; }

    public DateTime? At { get; init; }

    public string? Reason { get; init; }

    /// <summary>Closed days passed over on the way to <see cref="DueAt"/>, as the calendar stood then.</summary>
    public IReadOnlyList<DayOff> Skipped { get; init; } = [];
}

/// <summary>A closed day as it was passed over; without a name it is a day of the week-end.</summary>
/// <param name="IsUnsure">Nobody has confirmed that it is a holiday on that day.</param>
public sealed record DayOff(DateOnly On, string? NameEn = null, string? NameFr = null, bool IsUnsure = false)
{
    public string? Name(string language) => language == "fr" ? NameFr : NameEn;

    public static DayOff Of(SkippedDay day) => new(day.On, day.Holiday?.NameEn, day.Holiday?.NameFr, day.Holiday is { IsConfirmed: false });
}
