namespace TechAssist.Core.Experts.Calls;

/// <summary>What the clock owes while a call is open (domain process 4.2, step 9, and 4.3): reminders to those who said nothing,
/// a word to the officer when half the time brought no answer at all, and the close. Hours are elapsed ones: a rapid call
/// runs over week-ends.</summary>
public static class CallSchedule
{
    /// <summary>A rapid call closes within this time of its opening.</summary>
    public static readonly TimeSpan RapidMost = TimeSpan.FromHours(48);

    public static readonly TimeSpan Most = TimeSpan.FromDays(30);

    /// <summary>Half the time has passed.</summary>
    public static DateTime HalfTime(DateTime opensAt, DateTime closesAt) => opensAt + ((closesAt - opensAt) / 2);

    /// <summary>After one day and after three; when the call is too short for that, at half its time.</summary>
    public static IReadOnlyList<DateTime> Reminders(DateTime opensAt, DateTime closesAt)
    {
        DateTime[] usual = [opensAt.AddHours(24), opensAt.AddDays(3)];
        var within = usual.Where(at => at < closesAt).ToList();
        return within.Count > 0 ? within : [HalfTime(opensAt, closesAt)];
    }

    /// <returns>The first instant after <paramref name="now"/> at which something is owed; the close when nothing else is left.</returns>
    public static DateTime NextAfter(DateTime now, DateTime opensAt, DateTime closesAt) =>
        Reminders(opensAt, closesAt).Append(HalfTime(opensAt, closesAt)).Where(at => at > now && at < closesAt).Append(closesAt).Min();
}
