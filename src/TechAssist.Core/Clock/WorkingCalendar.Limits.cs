namespace TechAssist.Core.Clock;

/// <summary>Limits: when something is due, why, and how a pause moves it.</summary>
public sealed partial class WorkingCalendar
{
    /// <summary>Ten years and more; longer limits are a slip of the pen.</summary>
    public const int LongestLimit = 4000;

    /// <summary>
    /// When a limit that starts at an instant ends, in UTC. Limits in working days, days and months end at
    /// <see cref="ClosesAt"/> of the last day, local time; those in hours end to the second.
    /// </summary>
    public DateTime DueAt(DateTime start, Limit limit) => limit.Unit switch
    {
        LimitUnit.WorkingDays => AddWorkingDays(start, limit.Amount),
        LimitUnit.OfficeHours => AddOfficeHours(start, TimeSpan.FromHours(Checked(limit.Amount))),
        LimitUnit.Hours => RequireUtc(start).AddHours(Checked(limit.Amount)),
        LimitUnit.Days => ToUtc(LocalDay(start).AddDays(Checked(limit.Amount)), ClosesAt),
        LimitUnit.Months => ToUtc(LocalDay(start).AddMonths(Checked(limit.Amount)), ClosesAt),
        _ => throw new ArgumentOutOfRangeException(nameof(limit), limit.Unit, "Unknown unit"),
    };

    /// <summary>Closing hour of the nth working day after the local day of <paramref name="start"/>, in UTC.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one day, or more than <see cref="LongestLimit"/>.</exception>
    public DateTime AddWorkingDays(DateTime start, int days) => ToUtc(MoveWorkingDays(LocalDay(start), Checked(days)), ClosesAt);

    /// <summary>The instant at which that much office time has passed since <paramref name="start"/>, in UTC.</summary>
    public DateTime AddOfficeHours(DateTime start, TimeSpan officeTime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(officeTime, TimeSpan.Zero);
        var left = officeTime;
        var from = RequireUtc(start);
        if (left == TimeSpan.Zero)
        {
            return from;
        }

        var day = IsWorkingDay(LocalDay(start)) ? LocalDay(start) : NextWorkingDay(LocalDay(start), 1, null);
        while (true)
        {
            var (opens, closes) = OfficeHoursOf(day);
            from = from > opens ? from : opens;
            if (from < closes && closes - from >= left)
            {
                return from + left;
            }

            left -= from < closes ? closes - from : TimeSpan.Zero;
            day = NextWorkingDay(day, 1, null);
        }
    }

    /// <summary>
    /// When a reminder or an escalation fires, in UTC: the offset, negative before and positive after, from a start or
    /// a due time. Offsets in days fire at <see cref="OpensAt"/>, so that nobody is written to at night.
    /// </summary>
    public DateTime FireAt(DateTime anchor, int amount, LimitUnit unit) => unit switch
    {
        LimitUnit.WorkingDays => ToUtc(MoveWorkingDays(LocalDay(anchor), amount), OpensAt),
        LimitUnit.Days => ToUtc(LocalDay(anchor).AddDays(amount), OpensAt),
        LimitUnit.Months => ToUtc(LocalDay(anchor).AddMonths(amount), OpensAt),
        LimitUnit.Hours => RequireUtc(anchor).AddHours(amount),
        LimitUnit.OfficeHours => amount >= 0 ? AddOfficeHours(anchor, TimeSpan.FromHours(amount)) : SubtractOfficeHours(anchor, TimeSpan.FromHours(-amount)),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit"),
    };

    /// <summary>The due time with every day that counted and every day that did not, and why.</summary>
    public DueExplanation ExplainDue(DateTime start, int days)
    {
        var startOn = LocalDay(start);
        var day = startOn;
        var counted = new List<DateOnly>();
        var skipped = new List<SkippedDay>();
        for (var left = Checked(days); left > 0; left--)
        {
            day = NextWorkingDay(day, 1, skipped);
            counted.Add(day);
        }

        return new DueExplanation(ToUtc(day, ClosesAt), day, Zone.Id, startOn, counted, skipped);
    }

    /// <summary>A due time moved by what a pause took from its limit: working days, office time, hours or days.</summary>
    public DateTime MoveForPause(DateTime due, LimitUnit unit, DateTime pausedAt, DateTime resumedAt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resumedAt, pausedAt);
        var days = LocalDay(resumedAt).DayNumber - LocalDay(pausedAt).DayNumber;
        return unit switch
        {
            LimitUnit.WorkingDays => MoveDueByWorkingDays(due, WorkingDaysBetween(pausedAt, resumedAt)),
            LimitUnit.OfficeHours => AddOfficeHours(due, OfficeTimeBetween(pausedAt, resumedAt)),
            LimitUnit.Hours => RequireUtc(due) + (resumedAt - pausedAt),
            LimitUnit.Days or LimitUnit.Months => days == 0 ? RequireUtc(due) : ToUtc(LocalDay(due).AddDays(days), ClosesAt),
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit"),
        };
    }

    /// <summary>Working days after the local day of <paramref name="from"/>, up to and with that of <paramref name="to"/>.</summary>
    public int WorkingDaysBetween(DateTime from, DateTime to)
    {
        var first = LocalDay(from);
        return Enumerable.Range(1, Math.Max(0, LocalDay(to).DayNumber - first.DayNumber)).Count(offset => IsWorkingDay(first.AddDays(offset)));
    }

    /// <summary>Office time that lies between two instants.</summary>
    public TimeSpan OfficeTimeBetween(DateTime from, DateTime to)
    {
        var total = TimeSpan.Zero;
        for (var day = LocalDay(from); day <= LocalDay(to); day = day.AddDays(1))
        {
            if (IsWorkingDay(day))
            {
                var (opens, closes) = OfficeHoursOf(day);
                var begins = from > opens ? from : opens;
                var ends = to < closes ? to : closes;
                total += ends > begins ? ends - begins : TimeSpan.Zero;
            }
        }

        return total;
    }

    private DateTime MoveDueByWorkingDays(DateTime due, int days) =>
        days == 0 ? RequireUtc(due) : ToUtc(MoveWorkingDays(LocalDay(due), days), ClosesAt);

    private DateTime SubtractOfficeHours(DateTime end, TimeSpan officeTime)
    {
        var left = officeTime;
        var until = RequireUtc(end);
        var day = IsWorkingDay(LocalDay(end)) ? LocalDay(end) : NextWorkingDay(LocalDay(end), -1, null);
        while (true)
        {
            var (opens, closes) = OfficeHoursOf(day);
            until = until < closes ? until : closes;
            if (until > opens && until - opens >= left)
            {
                return until - left;
            }

            left -= until > opens ? until - opens : TimeSpan.Zero;
            day = NextWorkingDay(day, -1, null);
        }
    }

    private (DateTime Opens, DateTime Closes) OfficeHoursOf(DateOnly day) => (ToUtc(day, OpensAt), ToUtc(day, ClosesAt));

    private static int Checked(int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, LongestLimit);
        return amount;
    }
}
