using TechAssist.Core.Clock;
using TechAssist.Core.Experts;

namespace TechAssist.Core.Work;

/// <summary>The calendar of an expert: the holidays and the zone of the country or region of residence, the expert's own zone and own week
/// where the profile names them, closed also on the days the profile says the expert cannot work.</summary>
public static class ExpertCalendar
{
    /// <summary>Whoever is away for longer, in days, is replaced, not waited for: such a time stops no clock.</summary>
    public const int LongestAbsence = 60;

    internal const string Prefix = "expert:";

    public static string KeyOf(Guid expertId) => $"{Prefix}{expertId}";

    /// <summary>The expert a key names; null for the key of another calendar.</summary>
    public static Guid? ExpertOf(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParse(key[Prefix.Length..], out var id) ? id : null;

    /// <summary>The calendar the expert's stands on: of the region, where the profile names one that has holidays of its own; otherwise of the
    /// country of residence.</summary>
    public static string? BaseOf(ExpertProfile profile, CalendarCatalog calendars) =>
        profile.Region is { } region && profile.Residence is { } country && region.StartsWith(country + "-", StringComparison.Ordinal) && calendars.HasRegion(region) ? region : profile.Residence;

    /// <summary>A change of that calendar changes the expert's: a region's days are also its country's.</summary>
    public static bool LivesBy(ExpertProfile profile, string calendar, CalendarCatalog calendars) =>
        BaseOf(profile, calendars) is { } own ? calendars.Find(own).Key == calendar || (profile.Residence == calendar && calendars.HasRegion(own)) : calendar == CalendarCatalog.SecretariatKey;

    public static WorkingCalendar Of(Expert expert, CalendarCatalog calendars) => WithoutAbsences(expert.Profile, calendars).With(
        KeyOf(expert.Id),
        from absence in expert.Absences
        let days = absence.To.DayNumber - absence.From.DayNumber + 1
        where days is >= 1 and <= LongestAbsence
        from offset in Enumerable.Range(0, days)
        select new CalendarHoliday(new HolidayRule.Once(absence.From.AddDays(offset)), "Not available", "Indisponible"));

    /// <summary>The days and hours on which the expert works, away or not.</summary>
    public static WorkingCalendar WithoutAbsences(ExpertProfile profile, CalendarCatalog calendars)
    {
        var living = calendars.Find(BaseOf(profile, calendars));
        var here = TimeZones.Find(profile.TimeZone) is { } zone ? living.In(zone) : living;
        var week = profile.Week;
        return week.IsEmpty ? here : here.WithWeek(week.DaysOff, week.OpensAt, week.ClosesAt, week.ValidFrom, week.ValidTo);
    }
}
