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

    /// <summary>The day it is where the secretariat works.</summary>
    public DateOnly Today(DateTime now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)));

    /// <summary>When a day begins there, UTC.</summary>
    public DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
}

/// <summary>The calendars of the secretariat, the countries and their regions, built once from the reference data and kept.</summary>
public sealed class CalendarCatalog(SecretariatOffice office, ReferenceRows rows)
{
    public const string SecretariatKey = "secretariat";

    private readonly FrozenDictionary<string, Country> byCode = rows.Countries.ToFrozenDictionary(country => country.Code);
    private readonly FrozenSet<string> regions = rows.Holidays.SelectMany(holiday => holiday.Calendars).Where(key => key.Contains('-', StringComparison.Ordinal)).ToFrozenSet();
    private readonly ConcurrentDictionary<string, WorkingCalendar> built = new();

    public WorkingCalendar Secretariat => built.GetOrAdd(SecretariatKey, key => Build([key], office.TimeZone, office.Weekend));

    /// <summary>Keys of all calendars: the secretariat, the countries, and the regions that have holidays of their own.</summary>
    public IReadOnlyList<string> Keys => [SecretariatKey, .. byCode.Values.Where(country => country.IsActive).Select(country => country.Code).Order(StringComparer.Ordinal), .. regions.Order(StringComparer.Ordinal)];

    /// <summary>The region has holidays of its own, and with them a calendar.</summary>
    public bool HasRegion(string key) => regions.Contains(key);

    /// <summary>The calendar of a country by its two letters; the secretariat's when the country is not known.</summary>
    public WorkingCalendar Country(string? code) =>
        code is not null && byCode.TryGetValue(code, out var country)
            ? built.GetOrAdd(code, key => Build([key], country.TimeZone, country.Weekend))
            : Secretariat;

    /// <summary>The calendar a key names: "secretariat", a country, or a region ("DE-BY"), which is its country's with more holidays.</summary>
    public WorkingCalendar Find(string? key) => key is not null && regions.Contains(key) && byCode.TryGetValue(key[..2], out var country)
        ? built.GetOrAdd(key, wanted => Build([wanted, country.Code], country.TimeZone, country.Weekend))
        : Country(key);

    /// <param name="keys">Its own first, then that of the calendar it stands in.</param>
    private WorkingCalendar Build(string[] keys, string timeZone, IReadOnlyList<DayOfWeek> weekend) => new(
        keys[0],
        TimeZoneInfo.FindSystemTimeZoneById(timeZone),
        weekend,
        rows.Holidays.Where(holiday => holiday.IsActive && holiday.Calendars.Intersect(keys).Any()).Select(holiday => holiday.ToHoliday()),
        office.OpensAt,
        office.ClosesAt,
        rows.OfficeWeeks.Where(week => week.IsActive && week.Calendars.Intersect(keys).Any())
            .OrderBy(week => week.ValidFrom ?? DateOnly.MinValue).ThenBy(week => week.Code, StringComparer.Ordinal)
            .Select(week => new WorkingWeek(week.Weekend, week.OpensAt, week.ClosesAt, week.ValidFrom, week.ValidTo)));
}
