using Microsoft.EntityFrameworkCore;
using TechAssist.Core.FollowUp;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;

namespace TechAssist.Core.Strategy;

/// <summary>Reads the cases the committee looks at: in a few queries, however many there are.</summary>
public sealed class StrategyCases(TechAssistDb db)
{
    /// <summary>So many cases of a list stand on the page and in the dossier.</summary>
    public const int Most = 100;

    internal async Task<IReadOnlyList<CountedCase>> ReadAsync(IQueryable<AssistanceRequest> cases, CancellationToken cancellationToken)
    {
        var rows = await cases.Select(request => new { request.Id, request.Reference, request.Country, request.Theme, request.Stage, request.ClosedAt, request.Result }).ToListAsync(cancellationToken);
        var countries = (await db.RequestCountries.Join(cases, row => row.RequestId, request => request.Id, (row, _) => new { row.RequestId, row.Country }).ToListAsync(cancellationToken))
            .ToLookup(row => row.RequestId, row => row.Country);
        var objectives = (await db.RequestObjectives.Join(cases, row => row.RequestId, request => request.Id, (row, _) => new { row.RequestId, row.Code }).ToListAsync(cancellationToken))
            .ToLookup(row => row.RequestId, row => row.Code);
        return
        [
            .. rows.Select(row => new CountedCase(row.Id, row.Reference!, row.Country, row.Theme, row.Stage, StateOf(row.ClosedAt, row.Result), row.Result)
            {
                Countries = [.. countries[row.Id]],
                Objectives = [.. objectives[row.Id]],
            }),
        ];
    }

    internal static CaseState StateOf(DateTime? closedAt, string? result) =>
        closedAt is null ? CaseState.Open : result == Completed ? CaseState.Completed : CaseState.Ended;

    /// <summary>The result of a case whose assistance was given, as the workflow files name it.</summary>
    internal const string Completed = "completed";

    /// <summary>Open cases by stage, and those of which a step is past its due time, the longest first.</summary>
    internal async Task<(IReadOnlyList<PipelineStage> Stages, IReadOnlyList<LateCase> Late)> PipelineAsync(StrategyWindow window, CancellationToken cancellationToken)
    {
        var now = window.Now;
        var stages = await window.Open.GroupBy(request => request.Stage).Select(rows => new { Stage = rows.Key, Cases = rows.Count() }).ToDictionaryAsync(row => row.Stage, row => row.Cases, cancellationToken);
        var late = await (
            from step in db.Steps
            join request in window.Open on step.RequestId equals request.Id
            where step.ClosedAt == null && step.DueAt < now && request.Status == RequestStatus.Open
            group step by new { request.Id, request.Reference, request.TitleFr, request.TitleEn, request.Country, request.Stage } into steps
            orderby steps.Min(step => step.DueAt)
            select new { steps.Key, DueAt = steps.Min(step => step.DueAt) }).ToListAsync(cancellationToken);
        var shown = late.Take(Most).Select(row => row.Key.Id).ToList();
        var first = (await db.Steps.Where(step => shown.Contains(step.RequestId) && step.ClosedAt == null && step.DueAt < now).Select(step => new { step.RequestId, step.Id, step.DueAt }).ToListAsync(cancellationToken))
            .GroupBy(step => step.RequestId).ToDictionary(steps => steps.Key, steps => steps.MinBy(step => step.DueAt)!.Id);
        return (
            [.. Stages.All.Where(stages.ContainsKey).Select(stage => new PipelineStage(stage, stages[stage], late.Count(row => row.Key.Stage == stage)))],
            [
                .. late.Take(Most).Select(row => new LateCase(
                    row.Key.Id, row.Key.Reference!, new LangText(row.Key.TitleFr, row.Key.TitleEn), row.Key.Country, row.Key.Stage, row.DueAt!.Value,
                    Math.Max(1, window.Calendar.WorkingDaysBetween(row.DueAt.Value, now)), first[row.Key.Id])),
            ]);
    }

    /// <summary>What the committee decides now, and what it should know of.</summary>
    internal async Task<CommitteeAgenda> AgendaAsync(StrategyWindow window, CancellationToken cancellationToken)
    {
        string[] early = ["intake", "triage", "decision"];
        var rows = await window.Open
            .Where(request => request.Status != RequestStatus.Open || db.Steps.Any(step => step.RequestId == request.Id && step.ClosedAt == null && step.Form == StepForms.Committee)
                || (early.Contains(request.Stage) && request.Countries.Count > 1))
            .OrderBy(request => request.SubmittedAt)
            .Take(Most)
            .Select(request => new
            {
                request.Id,
                request.Reference,
                request.TitleFr,
                request.TitleEn,
                request.Country,
                request.Stage,
                request.Status,
                request.PausedAt,
                request.HoldUntilOn,
                Step = db.Steps.Where(step => step.RequestId == request.Id && step.ClosedAt == null && step.Form == StepForms.Committee).Select(step => new { step.Id, step.OpenedAt, step.DueAt }).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var above = (await db.Missions.Where(mission => mission.Status != MissionStatus.Cancelled)
            .Join(window.Open, mission => mission.RequestId, request => request.Id, (mission, request) => new { request.Id, request.Reference, request.TitleFr, request.TitleEn, request.Country, request.Stage, request.Status, mission.Plan })
            .ToListAsync(cancellationToken)).Where(row => Blank.ToNull(row.Plan.CeilingReason) is not null).DistinctBy(row => row.Id);
        List<AgendaCase> found = [.. rows.Select(row => new AgendaCase(
            row.Id, row.Reference!, new LangText(row.TitleFr, row.TitleEn), row.Country, row.Stage, row.Status, row.Step?.DueAt, row.Step?.OpenedAt ?? row.PausedAt, row.HoldUntilOn, null) { StepRowId = row.Step?.Id })];
        var asked = rows.Where(row => row.Step is not null).Select(row => row.Id).ToHashSet();
        return new CommitteeAgenda(
            found.FindAll(row => asked.Contains(row.Id)),
            found.FindAll(row => row.Status != RequestStatus.Open),
            found.FindAll(row => row.Status == RequestStatus.Open && !asked.Contains(row.Id)),
            [.. above.Select(row => new AgendaCase(row.Id, row.Reference!, new LangText(row.TitleFr, row.TitleEn), row.Country, row.Stage, row.Status, null, null, null, row.Plan.CeilingReason))],
            await UnansweredAsync(window, cancellationToken));
    }

    /// <summary>Each case once, with the last of its questionnaires in the period; not where a later one was answered.</summary>
    private async Task<IReadOnlyList<AgendaCase>> UnansweredAsync(StrategyWindow window, CancellationToken cancellationToken)
    {
        var until = window.Calendar.ToUtc(window.ToOn.AddDays(1), TimeOnly.MinValue);
        var rows = await (
            from step in window.Unanswered
            join request in db.Requests on step.RequestId equals request.Id
            where !db.Steps.Any(later => later.RequestId == step.RequestId && later.Form == step.Form && later.OpenedAt > step.OpenedAt && later.ClosedAt != null && later.Outcome != null
                && (later.Outcome != FollowUpForm.Missing || later.ClosedAt < until))
            orderby step.ClosedAt descending
            select new { request.Id, request.Reference, request.TitleFr, request.TitleEn, request.Country, request.Stage, request.Status, step.ClosedAt }).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new AgendaCase(
            row.Id, row.Reference!, new LangText(row.TitleFr, row.TitleEn), row.Country, row.Stage, row.Status, null, row.ClosedAt, null, null))];
    }
}
