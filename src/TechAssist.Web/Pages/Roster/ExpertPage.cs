using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.Pages.Admin.Calendars;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Roster;

/// <summary>The form of a profile, new or changed.</summary>
public abstract class ExpertPage(ReferenceChoices choices) : PortalPage
{
    [BindProperty]
    public ExpertProfile Input { get; set; } = new();

    public ReferenceChoices Choices => choices;

    public static IReadOnlyList<Choice> WeekDays => [.. CalendarWords.Week.Select(day => new Choice(day.ToString(), CalendarWords.Day(day)))];

    /// <summary>The address is a field of the form; who registers has shown it by the link.</summary>
    public virtual bool AsksEmail => true;

    /// <summary>As typed, without the rows of countries left empty.</summary>
    protected ExpertProfile Profile => Input with { Nationalities = [.. Input.Nationalities.Where(country => !string.IsNullOrEmpty(country))] };

    public override Task LoadAsync(CancellationToken cancellationToken) => choices.ReadAsync(cancellationToken);
}
