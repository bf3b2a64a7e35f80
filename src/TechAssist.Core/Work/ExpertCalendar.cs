using TechAssist.Core.Clock;
using TechAssist.Core.Experts;

namespace TechAssist.Core.Work;

/// <summary>The calendar of an expert: the holidays and the zone of the country of residence, the expert's own week where the profile
/// names one, closed also on the days the profile says the expert cannot work.</summary>
public static class ExpertCalendar
{
    /// <summary>Whoever is away for longer, in days, is replaced, not waited for: such a time stops no clock.</summary>
    public const int LongestAbsence = 60;

    private const string Prefix = "expert:";

    public static string KeyOf(Guid expertId) => $"{Prefix}{expertId}";

    /// <summary>The expert a key names; null for the key of another calendar.</summary>
    public static Guid? ExpertOf(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParse(key[Prefix.Length..], out var id) ? id : null;

    public static WorkingCalendar Of(Expert expert, CalendarCatalog calendars)
    {
        var country = calendars.Find(expert.Profile.Residence).With(
            KeyOf(expert.Id),
            from absence in expert.Absences
            let days = absence.To.DayNumber - absence.From.DayNumber + 1
            where days is >= 1 and <= LongestAbsence
            from offset in Enumerable.Range(0, days)
            select new CalendarHoliday(new HolidayRule.Once(absence.From.AddDays(offset)), "Not available", "Indisponible"));
        var week = expert.Profile.Week;
        return week.IsEmpty ? country : country.WithWeek(week.DaysOff, week.OpensAt, week.ClosesAt);
    }
}
