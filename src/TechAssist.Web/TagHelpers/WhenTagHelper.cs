using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Core;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.TagHelpers;

/// <summary>An instant or a day as the reader writes it: <c>&lt;when at="row.DueAt" /&gt;</c>, <c>&lt;when on="row.EndsOn" /&gt;</c>.
/// Instants are said in the reader's zone, a limit in the <c>zone</c> of the side that must act, always with the zone's name;
/// <c>day-only</c> leaves the time of day out.</summary>
public sealed class WhenTagHelper(Texts texts, ReaderZone reader) : TagHelper
{
    public DateTime? At { get; set; }

    public DateOnly? On { get; set; }

    public bool DayOnly { get; set; }

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
            output.Content.SetContent(DayOnly ? day : $"{day}, {local.ToString("HH:mm", culture)} {Place(zone)}");
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

    /// <summary>The city by which the zone is known: "(Brussels)", "(Bruxelles)".</summary>
    private string Place(TimeZoneInfo zone)
    {
        var key = "Zone." + zone.Id;
        return $"({(Texts.All.Has(key) ? texts[key] : zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' '))})";
    }

    /// <summary>"14 May 2026", "1er mai 2026".</summary>
    private static string Day(DateOnly day, CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "fr" && day.Day == 1 ? "1er " + day.ToString("MMMM yyyy", culture) : day.ToString("d MMMM yyyy", culture);
}
