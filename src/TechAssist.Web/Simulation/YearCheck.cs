using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;
using TechAssist.Web.Samples;

namespace TechAssist.Web.Simulation;

/// <summary>Whether the promises of the clock were kept, read from the database and from what was seen while the year ran.</summary>
public sealed class YearCheck(PlayWorld world, YearCounts counts, SimulatedYear year, string mailFolder)
{
    /// <summary>Recurring jobs look every minute.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    private readonly List<string> broken = [];

    /// <returns>Each broken promise with the reference of its case.</returns>
    public async Task<IReadOnlyList<string>> ExecuteAsync(CancellationToken cancellationToken)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<TechAssistDb>();
        var facts = await YearFacts.ReadAsync(db, cancellationToken);
        CheckDeadlines(facts);
        CheckReminders(facts);
        await CheckEscalationsAsync(services, facts, cancellationToken);
        CheckCases(services, facts);
        await CheckAsksAsync(db, facts, cancellationToken);
        broken.AddRange(await new MailCheck(services, facts, counts, year.EndAt, mailFolder).ExecuteAsync(cancellationToken));
        var chains = await services.GetRequiredService<VerifyTimeline>().ExecuteAsync(cancellationToken);
        counts.TimelineLines = (int)chains.Lines;
        broken.AddRange(chains.Breaks.Select(one => $"{one.Reference ?? "(no case)"}: line {one.Number} of the history: {one.Message}"));
        return broken;
    }

    private static string Said(DateTime at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>What came due was handled in that minute, or its step ended then.</summary>
    private void CheckDeadlines(YearFacts facts)
    {
        var rows = facts.Deadlines.ToDictionary(row => row.Id);
        counts.Deadlines = year.Seen.Count;
        foreach (var seen in year.Seen)
        {
            var name = $"{facts.ReferenceOf(seen.RequestId)}: the {seen.Kind} of {facts.StepName(seen.StepRowId)} due at {Said(seen.FireAt)}";
            if (seen.At - seen.OwedAt > Slack)
            {
                broken.Add($"{name} was still waiting at {Said(seen.At)}.");
            }

            if (!rows.TryGetValue(seen.Id, out var row))
            {
                var step = seen.StepRowId is { } id ? facts.Steps[id] : null;
                if (step?.ClosedAt is null || step.ClosedAt > seen.At)
                {
                    broken.Add($"{name} is gone, and its step had not ended.");
                }
            }
            else if (row.HandledAt is not { } handled || handled < row.FireAt || handled != seen.At)
            {
                broken.Add($"{name} was {(row.HandledAt is { } at ? $"handled at {Said(at)}" : "never handled")}.");
            }
        }

        broken.AddRange(facts.Deadlines.Where(row => row.HandledAt is null && !row.IsPaused && row.FireAt <= year.EndAt - Slack)
            .Select(row => $"{facts.ReferenceOf(row.RequestId)}: the {row.Kind} due at {Said(row.FireAt)} is still open."));
    }

    /// <summary>Whoever had the task when a reminder was due was written to, once.</summary>
    private void CheckReminders(YearFacts facts)
    {
        var told = facts.Mails.Where(mail => mail.StepRowId is not null).ToLookup(mail => (mail.StepRowId!.Value, mail.CreatedAt));
        foreach (var seen in year.Seen.Where(seen => seen.Kind == DeadlineKind.Reminder && seen.StepRowId is not null))
        {
            var step = facts.Steps[seen.StepRowId!.Value];
            if (step.ClosedAt is { } closed && closed <= seen.At)
            {
                continue;
            }

            counts.Reminders++;
            foreach (var person in seen.Owed)
            {
                var mails = told[(step.Id, seen.At)].Count(mail => mail.PersonId == person);
                if (mails != 1)
                {
                    broken.Add($"{facts.ReferenceOf(seen.RequestId)}: {facts.NameOf(person)} was owed a reminder of {step.StepId} at {Said(seen.At)}, and {mails} were written.");
                }
            }
        }
    }

    /// <summary>Every rung that passed while the step was open was taken, stands in the history, and was told to somebody.</summary>
    private async Task CheckEscalationsAsync(IServiceProvider services, YearFacts facts, CancellationToken cancellationToken)
    {
        var workflows = services.GetRequiredService<WorkflowCatalog>();
        var dueTimes = services.GetRequiredService<DueTimes>();
        var taken = facts.Deadlines.Where(row => row.Kind == DeadlineKind.Escalation && row.HandledAt is not null).ToLookup(row => row.StepRowId);
        var lines = facts.Lines.Where(line => line.Kind.StartsWith("task-escalated", StringComparison.Ordinal)).ToLookup(line => (line.RequestId, line.StepId, line.At));
        foreach (var step in facts.Steps.Values.Where(step => step.DueAt is not null))
        {
            var rungs = workflows.StepOf(step).Escalations;
            var until = step.ClosedAt ?? facts.PausedAt(step.RequestId) ?? year.EndAt;
            if (rungs.Count == 0 || step.DueAt > until)
            {
                continue;
            }

            var calendar = await dueTimes.FindAsync(step.Due!.Calendar, cancellationToken);
            // A step that was given back late is owed its rungs from then on: the jobs need their minute.
            var owed = step.OpenedAt >= until - Slack ? 0 : rungs.Count(rung => calendar.FireAt(step.DueAt!.Value, rung.Offset, DueTimes.UnitOf(rung.Unit)) < until - Slack);
            if (taken[step.Id].Count() < owed)
            {
                broken.Add($"{facts.ReferenceOf(step.RequestId)}: {step.StepId} was due at {Said(step.DueAt!.Value)} and open until {Said(until)}; {taken[step.Id].Count()} of {owed} escalations happened.");
            }

            counts.Escalations += taken[step.Id].Count();
            broken.AddRange(taken[step.Id].Where(row => !lines[(step.RequestId, step.StepId, row.HandledAt!.Value)].Any())
                .Select(row => $"{facts.ReferenceOf(step.RequestId)}: the escalation of {step.StepId} at {Said(row.HandledAt!.Value)} is not in the history."));
        }
    }

    /// <summary>Closed, on hold with a reason, or moving: something is due, or something happened in the last 15 working days.</summary>
    private void CheckCases(IServiceProvider services, YearFacts facts)
    {
        var office = services.GetRequiredService<ReferenceCatalog>().Current.Calendars.Secretariat;
        counts.AutoOutcomes = facts.Steps.Values.Count(step => step.IsAutomatic);
        counts.Results = facts.Requests.Values.Where(row => row.Result is not null).GroupBy(row => row.Result!).ToDictionary(group => group.Key, group => group.Count());
        var ahead = facts.Deadlines.Where(row => row.HandledAt is null && !row.IsPaused).Select(row => row.RequestId).ToHashSet();
        var lines = facts.Lines.ToLookup(line => line.RequestId);
        var mails = facts.Mails.Where(mail => mail.Template == SettleCase.HoldOver).ToLookup(mail => mail.RequestId);
        CheckHolds(facts, lines, mails);
        foreach (var request in facts.Requests.Values.Where(row => row.IsOpen))
        {
            counts.Open++;
            if (request.Status is RequestStatus.OnHold or RequestStatus.Suspended)
            {
                counts.OnHold++;
                if (!lines[request.Id].Any(line => line.Kind is "put-on-hold" or "suspended" && !string.IsNullOrWhiteSpace(line.Reason)))
                {
                    broken.Add($"{request.Reference}: on hold, and nobody said why.");
                }

                var isOver = request.HoldUntilOn is { } until && office.ToUtc(until, TimeOnly.MinValue) <= year.EndAt - Slack;
                if (isOver && !lines[request.Id].Any(line => line.Kind == SettleCase.HoldOver && line.At >= request.PausedAt))
                {
                    broken.Add($"{request.Reference}: on hold until {request.HoldUntilOn:yyyy-MM-dd}, and the day passed in silence.");
                }
            }
            else if (!ahead.Contains(request.Id) && office.WorkingDaysBetween(lines[request.Id].Max(line => line.At), year.EndAt) > 15)
            {
                broken.Add($"{request.Reference}: open at {request.Stage}, nothing is due, and nothing has happened for 15 working days.");
            }
        }
    }

    /// <summary>Whoever was to be asked was asked, and no mission left without a look at its checklist.</summary>
    private async Task CheckAsksAsync(TechAssistDb db, YearFacts facts, CancellationToken cancellationToken)
    {
        var yesterday = DateOnly.FromDateTime(year.EndAt).AddDays(-1);
        broken.AddRange((await db.Experts.Where(expert => expert.NextAskOn < yesterday).Select(expert => expert.Name).ToListAsync(cancellationToken))
            .Select(name => $"(no case): {name} was to be asked whether papers and days still hold, and was not."));
        broken.AddRange((await db.Recommendations.Where(row => row.NextReminderOn < yesterday).Select(row => new { row.RequestId, row.Number }).ToListAsync(cancellationToken))
            .Select(row => $"{facts.ReferenceOf(row.RequestId)}: nobody was asked how far recommendation {row.Number} has come."));
        broken.AddRange((await db.Recommendations.Where(row => row.AgesOn < yesterday && row.SettledAt == null).Select(row => new { row.RequestId, row.Number }).ToListAsync(cancellationToken))
            .Select(row => $"{facts.ReferenceOf(row.RequestId)}: the officer was not told how long recommendation {row.Number} has been open."));
        var left = await db.Missions.Where(row => row.ActualStartOn != null && row.StartOn <= yesterday && !db.ChecklistAlarms.Any(alarm => alarm.MissionId == row.Id)).Select(row => new { row.RequestId, row.Number, row.StartOn, row.CreatedAt }).ToListAsync(cancellationToken);
        broken.AddRange(left.Where(row => DateOnly.FromDateTime(row.CreatedAt) < row.StartOn!.Value.AddDays(-1)).Select(row => $"{facts.ReferenceOf(row.RequestId)}: mission {row.Number} left, and nobody looked at its checklist."));
        counts.ChecklistAlarms = await db.ChecklistAlarms.CountAsync(cancellationToken);
        counts.RosterAsks = await db.ReadinessAsks.CountAsync(cancellationToken);
        counts.RecommendationReminders = facts.Mails.Count(mail => mail.Template is SweepReminders.Template or SweepReminders.Unowned);
    }

    /// <summary>When the day of a hold came, it stands in the history, and the officer and whoever steers were written to.</summary>
    private void CheckHolds(YearFacts facts, ILookup<Guid?, TimelineEntry> lines, ILookup<Guid?, OutboxMessage> mails)
    {
        foreach (var deadline in facts.Deadlines.Where(row => row is { Kind: DeadlineKind.HoldOver, HandledAt: not null }))
        {
            counts.HoldsOver++;
            var request = facts.Requests[deadline.RequestId];
            var told = mails[request.Id].Where(mail => mail.CreatedAt == deadline.HandledAt).Select(mail => mail.PersonId).ToList();
            var isSaid = lines[request.Id].Any(line => line.Kind == SettleCase.HoldOver && line.At == deadline.HandledAt);
            if (!isSaid || told.Distinct().Count() < 2 || (request.CaseOfficerId is { } officer && !told.Contains(officer)))
            {
                broken.Add($"{request.Reference}: the hold was over at {Said(deadline.HandledAt!.Value)}; {told.Count} were told, and the history {(isSaid ? "says so" : "does not say so")}.");
            }
        }
    }
}
