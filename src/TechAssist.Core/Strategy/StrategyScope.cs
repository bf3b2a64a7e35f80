using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.FollowUp;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;

namespace TechAssist.Core.Strategy;

/// <summary>Who may look, and which cases are counted: submitted ones that are not restricted, so that the committee, the secretariat and
/// the auditor read the same figures.</summary>
public sealed class StrategyScope(TechAssistDb db, ReferenceCatalog reference, TimeProvider clock)
{
    /// <exception cref="RuleException">Neither secretariat, committee nor auditor.</exception>
    /// <exception cref="InvalidInputException">A period that ends before it begins, or an unknown framework, country or theme.</exception>
    internal async Task<StrategyWindow> OfAsync(StrategyFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        actor.Require(MayLook(actor));
        var data = await reference.GetAsync(cancellationToken);
        var calendar = data.Calendars.Secretariat;
        var now = clock.GetUtcNow().UtcDateTime;
        var today = calendar.LocalDay(now);
        var toOn = filter.ToOn ?? today;
        var fromOn = filter.FromOn ?? toOn.AddYears(-1).AddDays(1);
        var framework = Blank.ToNull(filter.Framework) is { } code ? data.Framework(code) : data.CurrentFramework ?? data.Frameworks[^1];
        InputCheck.ThrowIfInvalid(filter, Faults(filter, fromOn, toOn, framework, data));
        var counted = filter.Of(db.Requests.AsNoTracking().VisibleTo(actor)
            .Where(request => request.SubmittedAt != null && request.Status != RequestStatus.Draft && request.Confidentiality != Confidentiality.Restricted));
        var (since, until) = (calendar.ToUtc(fromOn, TimeOnly.MinValue), calendar.ToUtc(toOn.AddDays(1), TimeOnly.MinValue));
        return new StrategyWindow(filter, fromOn, toOn, framework!, data, new ObjectiveMap(data, framework!.Code), calendar, now, today)
        {
            Cases = counted.Where(request => request.SubmittedAt >= since && request.SubmittedAt < until),
            Open = counted.Where(request => request.ClosedAt == null),
            Unanswered = db.Steps.Where(step => step.Form == StepForms.FollowUp && step.Outcome == FollowUpForm.Missing && step.ClosedAt >= since && step.ClosedAt < until
                && counted.Any(request => request.Id == step.RequestId)),
            Ever = filter.Of(db.Requests.AsNoTracking().Where(request => request.SubmittedAt != null)),
        };
    }

    /// <summary>The secretariat, the auditor and the members of the steering committee.</summary>
    public static bool MayLook(Actor actor) => actor.SeesInternals() || actor.Has(Role.Committee);

    private static IEnumerable<FieldError> Faults(StrategyFilter filter, DateOnly fromOn, DateOnly toOn, Framework? framework, ReferenceSnapshot data)
    {
        // Calendars go no further, and no case is older.
        if (fromOn.Year is < 2006 or > 2090)
        {
            yield return new FieldError("fromOn", "not-valid");
        }

        if (toOn.Year is < 2006 or > 2090)
        {
            yield return new FieldError("toOn", "not-valid");
        }

        if (toOn < fromOn)
        {
            yield return new FieldError("toOn", "ends-before-start");
        }

        if (framework is null)
        {
            yield return new FieldError("framework", "unknown-code");
        }

        if (Blank.ToNull(filter.Country) is { } country && data.Country(country) is null)
        {
            yield return new FieldError("country", "unknown-code");
        }

        if (Blank.ToNull(filter.Theme) is { } theme && data.Theme(theme) is null)
        {
            yield return new FieldError("theme", "unknown-code");
        }
    }
}

/// <summary>What is looked at, resolved once.</summary>
internal sealed record StrategyWindow(
    StrategyFilter Filter, DateOnly FromOn, DateOnly ToOn, Framework Framework, ReferenceSnapshot Data, ObjectiveMap Map, WorkingCalendar Calendar, DateTime Now, DateOnly Today)
{
    /// <summary>Submitted in the period.</summary>
    public required IQueryable<AssistanceRequest> Cases { get; init; }

    /// <summary>Open now, whenever they were submitted.</summary>
    public required IQueryable<AssistanceRequest> Open { get; init; }

    /// <summary>Follow-up questionnaires of all these cases that were given up in the period.</summary>
    public required IQueryable<Step> Unanswered { get; init; }

    /// <summary>All ever submitted, restricted ones too: only for whether a country was served at all.</summary>
    public required IQueryable<AssistanceRequest> Ever { get; init; }

    /// <summary>Countries that may ask for assistance, or the one that is asked about.</summary>
    public IReadOnlyList<string> Beneficiaries => Blank.ToNull(Filter.Country) is { } country
        ? [country]
        : [.. Data.BeneficiariesOn(Today, "fr").Select(row => row.Code)];
}
