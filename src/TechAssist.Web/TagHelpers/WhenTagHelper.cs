using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TechAssist.Core;

namespace TechAssist.Web.TagHelpers;

/// <summary>An instant or a day as the reader writes it: <c>&lt;when at="row.DueAt" /&gt;</c>, <c>&lt;when on="row.EndsOn" /&gt;</c>.
/// Instants are said in UTC, which is Dakar's time, with the zone; <c>day-only</c> leaves the time of day out.</summary>
public sealed class WhenTagHelper : TagHelper
{
    public DateTime? At { get; set; }

    public DateOnly? On { get; set; }

    public bool DayOnly { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        var culture = Languages.Culture(Languages.Current);
        if (At is { } at)
        {
            output.Attributes.SetAttribute("datetime", at.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture));
            output.Content.SetContent(DayOnly ? Day(DateOnly.FromDateTime(at), culture) : $"{Day(DateOnly.FromDateTime(at), culture)}, {at.ToString("HH:mm", culture)} UTC");
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

    /// <summary>"14 May 2026", "1er mai 2026".</summary>
    private static string Day(DateOnly day, CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "fr" && day.Day == 1 ? "1er " + day.ToString("MMMM yyyy", culture) : day.ToString("d MMMM yyyy", culture);
}
