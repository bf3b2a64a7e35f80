using System.Globalization;
using TechAssist.Core;
using TechAssist.Core.Clock;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Work;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Due;

/// <summary>The account of a due time in words.</summary>
public sealed class DueWords(Texts texts, ReferenceChoices choices, bool isAdministrator)
{
    private static CultureInfo Culture => Languages.Culture(Languages.Current);

    public string Limit(Limit limit) => texts.Count("Limit." + limit.Unit, limit.Amount);

    /// <summary>Whose days they are.</summary>
    public string Calendar(string key) => key == CalendarCatalog.SecretariatKey ? texts["DueWhy.Secretariat"]
        : ExpertCalendar.ExpertOf(key) is not null ? texts["DueWhy.Expert"]
        : choices.Calendar(key);

    /// <summary>Administrators go from the due time to the calendar behind it.</summary>
    public string? CalendarLink(string key) => isAdministrator && ExpertCalendar.ExpertOf(key) is null ? Links.Calendar(key) : null;

    public string Offset(TimeZoneInfo zone, DateTime at)
    {
        var offset = zone.GetUtcOffset(at);
        var said = $"UTC{(offset < TimeSpan.Zero ? "−" : "+")}{offset:hh\\:mm}";
        return zone.IsDaylightSavingTime(at) ? texts["DueWhy.Summer", said] : said;
    }

    public string Heading(DueLine line, DueView view) => line.Kind switch
    {
        DueLineKind.Limit => texts["DueWhy.Line.Limit", Limit(view.Due.Limit)],
        DueLineKind.Pause => texts["DueWhy.Line.Pause"],
        DueLineKind.Extension => texts["DueWhy.Line.Extension"],
        DueLineKind.Recount => texts["DueWhy.Line.Recount"],
        _ => throw new ArgumentOutOfRangeException(nameof(line)),
    };

    /// <summary>What happened, by whom and when; by "the secretariat" for readers outside it.</summary>
    public string Cause(DueLine line, DueView view) => line switch
    {
        { Kind: DueLineKind.Limit } => "",
        { Kind: DueLineKind.Pause } => texts[$"DueWhy.Pause.{line.Cause}", Moment(line.FromAt!.Value, view.Zone), Moment(line.ToAt!.Value, view.Zone), Taken(line)],
        { UntilOn: { } until } => texts["DueWhy.By.Extension", By(line, view), Moment(line.At!.Value, view.Zone), Day(until)],
        _ => texts["DueWhy.By.Recount", By(line, view), Moment(line.At!.Value, view.Zone)],
    };

    /// <summary>"Thursday 1 May, Friday 2 May".</summary>
    public string Days(IEnumerable<DateOnly> days) => string.Join(", ", days.Select(Day));

    /// <summary>The days passed over, with the days of one week-end together.</summary>
    public IEnumerable<(string Days, string Name, bool IsUnsure)> Skipped(IReadOnlyList<DayOff> days)
    {
        for (var index = 0; index < days.Count;)
        {
            var first = days[index];
            var length = 1;
            while (first.NameEn is null && index + length < days.Count && days[index + length] is { NameEn: null } next && next.On == first.On.AddDays(length))
            {
                length++;
            }

            yield return (Days(Enumerable.Range(0, length).Select(first.On.AddDays)), first.Name(Languages.Current) ?? texts["DueWhy.Weekend"], first.IsUnsure);
            index += length;
        }
    }

    public string Day(DateOnly day) =>
        Languages.Current == "fr" && day.Day == 1 ? day.ToString("dddd ", Culture) + "1er " + day.ToString("MMMM", Culture) : day.ToString("dddd d MMMM", Culture);

    private string Taken(DueLine line) => line switch
    {
        { Days: { } days, DueAt: _ } => texts.Count("DueWhy.Taken.Days", days),
        { Time: { } time } => texts["DueWhy.Taken.Time", (int)time.TotalHours, time.Minutes],
        _ => "",
    };

    private string By(DueLine line, DueView view) => view.IsForStaff ? line.By! : texts["DueWhy.TheSecretariat"];

    private static string Moment(DateTime at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(at, zone).ToString("d MMMM yyyy, HH:mm", Culture);
}
