using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Core;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.TagHelpers;

/// <summary>An instant or a day as the reader writes it: <c>&lt;when at="row.DueAt" /&gt;</c>, <c>&lt;when on="row.EndsOn" /&gt;</c>.
/// Instants are said in the reader's zone, a limit in the <c>zone</c> of the side that must act, with the zone's name;
/// <c>day-only</c> leaves the time of day out, <c>no-place</c> the name where the page has given it once.</summary>
public sealed class WhenTagHelper(Texts texts, ReaderZone reader) : TagHelper
{
    public DateTime? At { get; set; }

    public DateOnly? On { get; set; }

    public bool DayOnly { get; set; }

    public bool NoPlace { get; set; }

    public TimeZoneInfo? Zone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        var culture = Languages.Culture(Languages.Current);
        if (At is { } at)
        {
            output.Attributes.SetAttribute("datetime", at.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));
            var zone = Zone ?? reader.Zone;
            var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc), zone);
            var day = Day(DateOnly.FromDateTime(local), culture);
            output.Content.SetContent(DayOnly ? day : $"{day}, {TimeOf(local, culture)}{(NoPlace ? "" : $" ({texts.City(zone)})")}");
            return;
        }

        if (On is { } on)
        {
            output.Attributes.SetAttribute("datetime", on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            output.Content.SetContent(Day(on, culture));
            return;
        }

        output.SuppressOutput();
    }

    /// <summary>"18:00", "18 h 00" with spaces that do not break.</summary>
    internal static string TimeOf(DateTime local, CultureInfo culture) =>
        local.ToString(culture.TwoLetterISOLanguageName == "fr" ? "H'\u00a0h\u00a0'mm" : "HH:mm", culture);

    /// <summary>"14 May 2026", "1er mai 2026".</summary>
    private static string Day(DateOnly day, CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "fr" && day.Day == 1 ? "1er " + day.ToString("MMMM yyyy", culture) : day.ToString("d MMMM yyyy", culture);
}
