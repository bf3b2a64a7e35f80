using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Work;

/// <summary>Turns the limits a workflow file writes into instants, in the calendar of the side that must act.</summary>
public sealed class DueTimes(ReferenceCatalog reference)
{
    /// <summary>Roles that act from the requesting country.</summary>
    private static readonly Role[] CountrySide = [Role.Requester, Role.FocalPoint, Role.Counterpart];

    public static Limit LimitOf(StepLimit limit) => new(limit.Amount, UnitOf(limit.Unit));

    public static LimitUnit UnitOf(string unit) => Enum.Parse<LimitUnit>(unit, ignoreCase: true);

    /// <summary>Whose working days count for a step.</summary>
    public WorkingCalendar CalendarOf(HumanStep step, AssistanceRequest request) => step.Calendar switch
    {
        "country" => OfCountry(request),
        "actor" when step.Audience.Select(Roles.FromAudience).FirstOrDefault() is { } role && CountrySide.Contains(role) => OfCountry(request),
        _ => reference.Current.Calendars.Secretariat,
    };

    /// <summary>When the step is due, in UTC; null where it has no limit.</summary>
    public DateTime? DueAt(HumanStep step, AssistanceRequest request, DateTime start) =>
        step.Limit is { } limit ? CalendarOf(step, request).DueAt(start, LimitOf(limit)) : null;

    private WorkingCalendar OfCountry(AssistanceRequest request) =>
        request.Country is { } country ? reference.Current.Calendars.Country(country) : reference.Current.Calendars.Secretariat;
}
