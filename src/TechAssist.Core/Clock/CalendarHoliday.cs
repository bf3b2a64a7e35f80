namespace TechAssist.Core.Clock;

/// <summary>A public holiday of one calendar, with its name in both languages.</summary>
public sealed record CalendarHoliday(HolidayRule Rule, string NameEn, string NameFr)
{
    public string Name(string language) => language == "fr" ? NameFr : NameEn;
}
