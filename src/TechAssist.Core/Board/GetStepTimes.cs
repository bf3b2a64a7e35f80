using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Board;

/// <summary>How long the steps take against their limits, by step, track, country or officer, and which of them holds the others up. For
/// the secretariat and the auditor.</summary>
public sealed class GetStepTimes(TechAssistDb db, CaseLegs legs, WorkflowCatalog workflows, DueTimes dueTimes, TimeProvider clock)
{
    /// <summary>Times to wait in, not work: an appeal may come, a mission is under way.</summary>
    private static readonly string[] Windows = ["appeal", "reopening", "revisionReopening", "mission", StepForms.Missions];

    public async Task<StepTimes> ExecuteAsync(TimesInput input, Actor actor, CancellationToken cancellationToken)
    {
        actor.Require(actor.SeesInternals());
        InputCheck.ThrowIfInvalid(input);
        var office = await dueTimes.FindAsync(CalendarCatalog.SecretariatKey, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var sinceOn = office.LocalDay(now).AddMonths(-input.Months);
        var since = office.ToUtc(sinceOn, TimeOnly.MinValue);
        var cases = input.Of(db.Requests.AsNoTracking().VisibleTo(actor).Where(request => request.SubmittedAt != null));
        var steps = await (
            from step in db.Steps.AsNoTracking()
            join request in cases on step.RequestId equals request.Id
            where !Windows.Contains(step.Form)
                && ((step.ClosedAt >= since && step.Outcome != null && !step.IsCarriedOver) || (step.ClosedAt == null && step.DueAt < now && request.Status == RequestStatus.Open))
            select new Row(step.Run.Definition, step.StepId, step.Calendar, step.OpenedAt, step.ClosedAt, step.DueAt, request.Track, request.Country, request.CaseOfficerId)).ToListAsync(cancellationToken);
        var names = input.By == TimesBy.Officer ? await NamesAsync(steps, cancellationToken) : [];
        var calendarOf = await dueTimes.FindAllAsync(steps.Select(step => step.Calendar), cancellationToken);
        List<StepTimesRow> rows = [.. steps.GroupBy(step => KeyOf(step, input.By)).Select(group => RowOf(group.Key, [.. group], input.By, names, calendarOf, now, actor.Language))
            .OrderByDescending(row => row.Lost).ThenByDescending(row => row.Done).ThenBy(row => row.Key, StringComparer.Ordinal)];
        return new StepTimes(sinceOn, rows, rows.Find(row => row.Lost > 0), await legs.ReadAsync(cases, since, cancellationToken));
    }

    private static string KeyOf(Row step, TimesBy by) => by switch
    {
        TimesBy.Track => step.Track.ToString(),
        TimesBy.Country => step.Country ?? "",
        TimesBy.Officer => step.OfficerId?.ToString() ?? "",
        _ => $"{step.Definition}/{step.StepId}",
    };

    private StepTimesRow RowOf(string key, List<Row> steps, TimesBy by, Dictionary<Guid, string> names, Func<string?, WorkingCalendar> calendarOf, DateTime now, string language)
    {
        var definition = by == TimesBy.Step ? workflows.Latest(steps[0].Definition).FindStep(steps[0].StepId) : null;
        var done = steps.FindAll(step => step.ClosedAt is not null);
        List<double> days = [.. done.Select(step => DaysOf(step, calendarOf(step.Calendar)))];
        var median = Median.Of(days);
        return new StepTimesRow(
            key,
            by switch
            {
                TimesBy.Step => definition?.LabelStaff(language) ?? steps[0].StepId,
                TimesBy.Officer => Guid.TryParse(key, out var id) ? names.GetValueOrDefault(id, "") : "",
                _ => "",
            },
            done.Count, median, days.Count == 0 ? null : days[(int)Math.Ceiling(0.8 * days.Count) - 1], definition?.Limit is { } limit ? DueTimes.LimitOf(limit) : null,
            done.Count(step => step.DueAt is not null), done.Count(step => step.ClosedAt <= step.DueAt), steps.Count - done.Count,
            steps.Sum(step => LostOf(step, calendarOf(step.Calendar), now)));
    }

    private static double DaysOf(Row step, WorkingCalendar calendar) =>
        calendar.OfficeTimeBetween(step.OpenedAt, step.ClosedAt!.Value) / (calendar.ClosesAt - calendar.OpensAt);

    /// <summary>What ends after its due time on the same day has lost a day as well.</summary>
    private static int LostOf(Row step, WorkingCalendar calendar, DateTime now) =>
        step.DueAt is { } dueAt && (step.ClosedAt ?? now) is var at && at > dueAt ? Math.Max(1, calendar.WorkingDaysBetween(dueAt, at)) : 0;

    private Task<Dictionary<Guid, string>> NamesAsync(List<Row> steps, CancellationToken cancellationToken)
    {
        var officers = steps.Select(step => step.OfficerId).OfType<Guid>().Distinct().ToList();
        return db.People.Where(person => officers.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
    }

    private sealed record Row(
        string Definition, string StepId, string? Calendar, DateTime OpenedAt, DateTime? ClosedAt, DateTime? DueAt, Track Track, string? Country, Guid? OfficerId);
}
