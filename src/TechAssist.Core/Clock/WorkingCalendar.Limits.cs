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
        LimitUnit.Days => EndOf(LocalDay(start).AddDays(Checked(limit.Amount))),
        LimitUnit.Months => EndOf(LocalDay(start).AddMonths(Checked(limit.Amount))),
        _ => throw new ArgumentOutOfRangeException(nameof(limit), limit.Unit, "Unknown unit"),
    };

    /// <summary>Closing hour of the nth working day after the local day of <paramref name="start"/>, in UTC.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one day, or more than <see cref="LongestLimit"/>.</exception>
    public DateTime AddWorkingDays(DateTime start, int days) => EndOf(MoveWorkingDays(LocalDay(start), Checked(days)));

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

        var day = IsWorkingDay(LocalDay(start)) ? LocalDay(start) : MoveWorkingDays(LocalDay(start), 1);
        while (true)
        {
            var (opens, closes) = OfficeHoursOf(day);
            from = from > opens ? from : opens;
            if (from < closes && closes - from >= left)
            {
                return from + left;
            }

            left -= from < closes ? closes - from : TimeSpan.Zero;
            day = MoveWorkingDays(day, 1);
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

    /// <summary>A due time moved by what a pause took from its limit: working days, office time, hours or days.</summary>
    public DateTime MoveForPause(DateTime due, LimitUnit unit, DateTime pausedAt, DateTime resumedAt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resumedAt, pausedAt);
        var days = LocalDay(resumedAt).DayNumber - LocalDay(pausedAt).DayNumber;
        return unit switch
        {
            LimitUnit.WorkingDays => MoveByWorkingDays(due, WorkingDaysBetween(pausedAt, resumedAt)),
            LimitUnit.OfficeHours => AddOfficeHours(due, OfficeTimeBetween(pausedAt, resumedAt)),
            LimitUnit.Hours => RequireUtc(due) + (resumedAt - pausedAt),
            LimitUnit.Days or LimitUnit.Months => days == 0 ? RequireUtc(due) : EndOf(LocalDay(due).AddDays(days)),
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Unknown unit"),
        };
    }

    /// <summary>Working days after the local day of <paramref name="from"/>, up to and with that of <paramref name="to"/>.</summary>
    public int WorkingDaysBetween(DateTime from, DateTime to)
    {
        var (first, last) = (LocalDay(from), LocalDay(to));
        if (last <= first)
        {
            return 0;
        }

        var count = Year(last.Year).WorkingDaysUntil(last) - Year(first.Year).WorkingDaysUntil(first);
        for (var year = first.Year; year < last.Year; year++)
        {
            count += Year(year).WorkingDayCount;
        }

        return count;
    }

    /// <summary>The closed days after the local day of <paramref name="from"/>, up to and with that of <paramref name="to"/>.</summary>
    public IEnumerable<SkippedDay> ClosedBetween(DateTime from, DateTime to)
    {
        var first = LocalDay(from);
        return Enumerable.Range(1, Math.Max(0, LocalDay(to).DayNumber - first.DayNumber)).Select(offset => WhyClosed(first.AddDays(offset))).OfType<SkippedDay>();
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

    private DateTime MoveByWorkingDays(DateTime due, int days) =>
        days == 0 ? RequireUtc(due) : EndOf(MoveWorkingDays(LocalDay(due), days));

    private DateTime SubtractOfficeHours(DateTime end, TimeSpan officeTime)
    {
        var left = officeTime;
        var until = RequireUtc(end);
        var day = IsWorkingDay(LocalDay(end)) ? LocalDay(end) : MoveWorkingDays(LocalDay(end), -1);
        while (true)
        {
            var (opens, closes) = OfficeHoursOf(day);
            until = until < closes ? until : closes;
            if (until > opens && until - opens >= left)
            {
                return until - left;
            }

            left -= until > opens ? until - opens : TimeSpan.Zero;
            day = MoveWorkingDays(day, -1);
        }
    }

    private (DateTime Opens, DateTime Closes) OfficeHoursOf(DateOnly day) => Year(day.Year).OfficeHoursOf(day);

    /// <summary>When a limit that ends on that day ends: <see cref="ClosesAt"/>, whatever the office hours of the week.</summary>
    public DateTime EndOf(DateOnly day) => Year(day.Year).EndOf(day);

    private static int Checked(int amount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amount, LongestLimit);
        return amount;
    }
}
