using System.Collections.Concurrent;
using System.Collections.Frozen;
using TechAssist.Core.Reference;

namespace TechAssist.Core.Clock;

/// <summary>Where and when the secretariat works. Office hours and zone are a setting of the installation.</summary>
public sealed record SecretariatOffice
{
    /// <summary>IANA name. Brussels and Vienna keep the same time.</summary>
    public string TimeZone { get; init; } = "Europe/Brussels";

    public TimeOnly OpensAt { get; init; } = new(9, 0);

    /// <summary>Also the hour at which every limit in days ends, on every calendar.</summary>
    public TimeOnly ClosesAt { get; init; } = new(18, 0);

    public IReadOnlyList<DayOfWeek> Weekend { get; init; } = [DayOfWeek.Saturday, DayOfWeek.Sunday];
}

/// <summary>The calendars of the secretariat and of the countries, built once from the reference data and kept.</summary>
public sealed class CalendarCatalog(SecretariatOffice office, IReadOnlyList<Country> countries, IReadOnlyList<PublicHoliday> holidays)
{
    public const string SecretariatKey = "secretariat";

    private readonly FrozenDictionary<string, Country> byCode = countries.ToFrozenDictionary(country => country.Code);
    private readonly ConcurrentDictionary<string, WorkingCalendar> built = new();

    public WorkingCalendar Secretariat => built.GetOrAdd(SecretariatKey, key => Build(key, office.TimeZone, office.Weekend));

    /// <summary>The calendar of a country by its two letters; the secretariat's when the country is not known.</summary>
    public WorkingCalendar Country(string? code) =>
        code is not null && byCode.TryGetValue(code, out var country)
            ? built.GetOrAdd(code, key => Build(key, country.TimeZone, country.Weekend))
            : Secretariat;

    /// <summary>The calendar a key names: "secretariat" or a country.</summary>
    public WorkingCalendar Find(string? key) => key == SecretariatKey ? Secretariat : Country(key);

    private WorkingCalendar Build(string key, string timeZone, IReadOnlyList<DayOfWeek> weekend) => new(
        key,
        TimeZoneInfo.FindSystemTimeZoneById(timeZone),
        weekend,
        holidays.Where(holiday => holiday.IsActive && holiday.Calendars.Contains(key))
            .Select(holiday => new CalendarHoliday(HolidayRule.Parse(holiday.Rule), holiday.NameEn, holiday.NameFr)),
        office.OpensAt,
        office.ClosesAt);
}
