using System.Globalization;
using TechAssist.Core;
using TechAssist.Core.Clock;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Work;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Due;

/// <summary>The account of a due time in words.</summary>
public sealed class DueWords(Texts texts, ReferenceChoices choices)
{
    /// <summary>Days counted one by one in the text; a longer line says from when to when.</summary>
    private const int MostDaysNamed = 20;

    private static CultureInfo Culture => Languages.Culture(Languages.Current);

    public string Limit(Limit limit) => texts.Count("Limit." + limit.Unit, limit.Amount);

    /// <summary>Whose days they are.</summary>
    public string Calendar(string key) => key == CalendarCatalog.SecretariatKey ? texts["DueWhy.Secretariat"]
        : ExpertCalendar.ExpertOf(key) is not null ? texts["DueWhy.Expert"]
        : choices.Calendar(key);

    /// <summary>From the due time to the calendar behind it: for administrators, and an expert's for the expert and the secretariat.</summary>
    public static string? CalendarLink(DueView view) => !view.MaySeeCalendar ? null
        : ExpertCalendar.ExpertOf(view.Calendar) is { } expert ? Links.ExpertCalendar(expert)
        : Links.Calendar(view.Calendar);

    /// <summary>The lines with the days that counted in them; none where the limit is not in working days, or they are too many to name.</summary>
    public static IEnumerable<(DueLine Line, List<DateOnly> Counted)> Rows(DueAccount due) => due.Lines.Select((line, index) => (line, Counted(due, index)));

    public static TimeZoneInfo Zone(DueAccount due) => TimeZoneInfo.FindSystemTimeZoneById(due.TimeZone);

    public string Offset(TimeZoneInfo zone, DateTime at)
    {
        var offset = zone.GetUtcOffset(at);
        var said = $"UTC{(offset < TimeSpan.Zero ? "−" : "+")}{offset:hh\\:mm}";
        return zone.IsDaylightSavingTime(at) ? texts["DueWhy.Summer", said] : said;
    }

    public string Heading(DueLine line, DueAccount due) => line.Kind switch
    {
        DueLineKind.Limit => texts["DueWhy.Line.Limit", Limit(due.Limit)],
        DueLineKind.Mission => texts["DueWhy.Line.Mission"],
        DueLineKind.Pause => texts["DueWhy.Line.Pause"],
        DueLineKind.Extension => texts["DueWhy.Line.Extension"],
        DueLineKind.Recount => texts["DueWhy.Line.Recount"],
        _ => throw new ArgumentOutOfRangeException(nameof(line)),
    };

    /// <summary>What happened, by whom and when; by "the secretariat" for readers outside it.</summary>
    public string Cause(DueLine line, DueAccount due, bool isForStaff) => line switch
    {
        { Kind: DueLineKind.Limit } => "",
        { Kind: DueLineKind.Mission, UntilOn: { } last } => texts["DueWhy.Mission", Day(On(line.FromAt!.Value, due)), Day(last)],
        { Kind: DueLineKind.Pause } => texts[$"DueWhy.Pause.{line.Cause}", Moment(line.FromAt!.Value, Zone(due)), Moment(line.ToAt!.Value, Zone(due)), Taken(line)],
        { UntilOn: { } until } => texts["DueWhy.By.Extension", By(line, isForStaff), Moment(line.At!.Value, Zone(due)), Day(until)],
        _ => texts["DueWhy.By.Recount", By(line, isForStaff), Moment(line.At!.Value, Zone(due))],
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

    private static List<DateOnly> Counted(DueAccount due, int index)
    {
        var line = due.Lines[index];
        if (due.Limit.Unit != LimitUnit.WorkingDays || line.Kind is DueLineKind.Mission or DueLineKind.Extension or DueLineKind.Recount)
        {
            return [];
        }

        var from = On(index == 0 ? due.StartAt : due.Lines[index - 1].DueAt, due);
        List<DateOnly> days = [.. Enumerable.Range(1, Math.Max(0, On(line.DueAt, due).DayNumber - from.DayNumber)).Select(from.AddDays).Except(line.Skipped.Select(day => day.On))];
        return days.Count <= MostDaysNamed ? days : [];
    }

    private static DateOnly On(DateTime instant, DueAccount due) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, Zone(due)));

    private string Taken(DueLine line) => line switch
    {
        { Days: { } days, DueAt: _ } => texts.Count("DueWhy.Taken.Days", days),
        { Time: { } time } => texts["DueWhy.Taken.Time", (int)time.TotalHours, time.Minutes],
        _ => "",
    };

    private string By(DueLine line, bool isForStaff) => isForStaff ? line.By! : texts["DueWhy.TheSecretariat"];

    private static string Moment(DateTime at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(at, zone).ToString("d MMMM yyyy, HH:mm", Culture);
}
