using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;

namespace TechAssist.Core.Board;

/// <summary>Every open case by stage, with its age, what is due, who holds it, and when its experts are to be expected to leave. For the
/// secretariat and the auditor. The same number of queries however many cases there are.</summary>
public sealed class GetBoard(TechAssistDb db, PastCases pastCases, ListBoardOfficers listOfficers, ReferenceCatalog reference, TimeProvider clock)
{
    /// <summary>So many of a stage are shown; the list of requests has them all.</summary>
    public const int MostCases = 25;

    public async Task<CaseBoard> ExecuteAsync(BoardFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        actor.Require(actor.SeesInternals());
        InputCheck.ThrowIfInvalid(filter);
        var calendar = (await reference.GetAsync(cancellationToken)).Calendars.Secretariat;
        var now = clock.GetUtcNow().UtcDateTime;
        var today = calendar.LocalDay(now);
        var open = db.Requests.AsNoTracking().VisibleTo(actor).Where(request => request.ClosedAt == null && request.SubmittedAt != null);
        var cases = await filter.Of(open)
            .Select(request => new Case(
                request.Id, request.Reference!, request.TitleFr, request.TitleEn, request.Country, request.Track, request.Status, request.Stage, request.CaseOfficerId,
                request.SubmittedAt!.Value, db.Steps.Where(step => step.RequestId == request.Id && step.ClosedAt == null).Min(step => step.DueAt), request.HoldUntilOn))
            .ToListAsync(cancellationToken);
        List<(string Stage, List<Case> All, List<Case> Shown)> stages = [.. Stages.All
            .Select(stage => (Stage: stage, All: cases.FindAll(row => row.Stage == stage)))
            .Where(stage => stage.All.Count > 0)
            .Select(stage => (stage.Stage, stage.All, Shown: stage.All.OrderBy(row => row.IsPaused && !row.IsHoldOver(today)).ThenBy(row => row.DueAt ?? DateTime.MaxValue).ThenBy(row => row.Id).Take(MostCases).ToList()))];
        List<Guid> shown = [.. stages.SelectMany(stage => stage.Shown).Select(row => row.Id)];
        var officers = (await listOfficers.ExecuteAsync(actor, cancellationToken)).ToList();
        var steps = await StepsAsync(shown, cancellationToken);
        var missions = (await db.Missions.AsNoTracking().Where(mission => shown.Contains(mission.RequestId) && mission.Status != MissionStatus.Cancelled)
            .Select(mission => new { mission.RequestId, mission.Status, On = mission.ActualStartOn ?? mission.StartOn })
            .ToListAsync(cancellationToken)).ToLookup(mission => mission.RequestId, mission => (HasLeft: LeftMissions.HasLeft(mission.Status, mission.On, today), mission.On));
        var entered = await EnteredAsync(shown, cancellationToken);
        var past = await pastCases.ReadAsync(cancellationToken);
        var forecast = new DepartureForecast(past, now, calendar.WorkingDaysBetween);

        BoardDeparture DepartureOf(Case row)
        {
            var hasLeft = missions[row.Id].Any(mission => mission.HasLeft);
            if (missions[row.Id].Min(mission => mission.On) is { } on)
            {
                return new BoardDeparture(on, hasLeft, null);
            }

            var inStage = entered.TryGetValue((row.Id, row.Stage), out var at) ? calendar.WorkingDaysBetween(at, now) : 0;
            return new BoardDeparture(null, hasLeft, row.IsPaused || hasLeft ? null : Days(forecast.From(row.Track, row.Stage, inStage), calendar, today));
        }

        var soonAt = DueStates.SoonAt(calendar, now);
        BoardCase Shown(Case row)
        {
            var first = steps[row.Id].OrderBy(step => step.DueAt ?? DateTime.MaxValue).FirstOrDefault();
            return new BoardCase(
                row.Id, row.Reference, new LangText(row.TitleFr, row.TitleEn), row.Country, row.Track, row.Status, officers.Find(officer => officer.Id == row.OfficerId)?.Name,
                calendar.WorkingDaysBetween(row.SubmittedAt, now), row.Due(now, soonAt), row.DueAt,
                TimeZoneInfo.FindSystemTimeZoneById(first?.Due?.TimeZone ?? TimeZoneInfo.Utc.Id),
                [.. steps[row.Id].SelectMany(step => step.Holders).Distinct().OrderBy(holder => holder.Name, StringComparer.CurrentCulture)], DepartureOf(row))
            {
                StepRowId = first?.DueAt is null ? null : first.Id,
                HoldUntilOn = row.HoldUntilOn,
                IsHoldOver = row.IsHoldOver(today),
            };
        }

        return new CaseBoard(
            [.. stages.Select(stage => new BoardStage(stage.Stage, stage.All.Count, stage.All.Count(row => row.Due(now, soonAt) == DueState.Late), [.. stage.Shown.Select(Shown)]))],
            officers, ForecastCheck.Of(past, calendar.WorkingDaysBetween));
    }

    private async Task<ILookup<Guid, OpenStep>> StepsAsync(List<Guid> cases, CancellationToken cancellationToken) =>
        (await db.Steps.AsNoTracking().Where(step => cases.Contains(step.RequestId) && step.ClosedAt == null)
            .Select(step => new OpenStep(
                step.Id, step.RequestId, step.DueAt, step.Due,
                step.Items.Where(item => item.ClosedAt == null)
                    .Select(item => new BoardHolder(db.People.Where(person => person.Id == item.PersonId).Select(person => person.Name).FirstOrDefault(), item.Role)).ToList()))
            .ToListAsync(cancellationToken)).ToLookup(step => step.RequestId);

    private async Task<Dictionary<(Guid, string), DateTime>> EnteredAsync(List<Guid> cases, CancellationToken cancellationToken) =>
        (await db.Steps.Where(step => cases.Contains(step.RequestId) && step.Form != StepForms.Missions)
            .GroupBy(step => new { step.RequestId, step.Stage })
            .Select(steps => new { steps.Key.RequestId, steps.Key.Stage, At = steps.Min(step => step.OpenedAt) })
            .ToListAsync(cancellationToken)).ToDictionary(entry => (entry.RequestId, entry.Stage), entry => entry.At);

    private static DepartureDays? Days(DepartureRange? range, WorkingCalendar calendar, DateOnly today) => range is null
        ? null
        : new DepartureDays(
            calendar.MoveWorkingDays(today, range.Earliest), calendar.MoveWorkingDays(today, range.Median), calendar.MoveWorkingDays(today, range.Latest), range.Cases);

    private sealed record OpenStep(Guid Id, Guid RequestId, DateTime? DueAt, DueAccount? Due, List<BoardHolder> Holders);

    private sealed record Case(
        Guid Id, string Reference, string TitleFr, string TitleEn, string? Country, Track Track, RequestStatus Status, string Stage, Guid? OfficerId, DateTime SubmittedAt, DateTime? DueAt, DateOnly? HoldUntilOn)
    {
        public bool IsPaused => Status != RequestStatus.Open;

        public bool IsHoldOver(DateOnly today) => IsPaused && HoldUntilOn <= today;

        public DueState Due(DateTime now, DateTime soonAt) => IsPaused ? DueState.Paused : DueStates.Of(DueAt, now, soonAt);
    }
}
