using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Work;
using TechAssist.Web.Samples;

namespace TechAssist.Web.Simulation;

/// <summary>Lets many cases run through the product at once, on one clock: people act as their scripts say, most in time, some late,
/// some never; between them the recurring jobs do what is due. The clock jumps from one event to the next.</summary>
/// <param name="otherJobs">Runs the jobs elsewhere, at an instant, with the rare ones that are due; null runs them here.</param>
public sealed class SimulatedYear(PlayWorld world, YearCounts counts, Action<string>? progress, Func<DateTime, RareJobs, CancellationToken, Task>? otherJobs = null)
{
    private static readonly DateTime Start = new(2031, 1, 6, 7, 0, 0, DateTimeKind.Utc);

    private readonly PriorityQueue<SimulatedCase, (DateTime, int)> queue = new();
    private readonly CasePlayer player = world.Player;
    private readonly Witness witness = new();
    private readonly List<string> broken = [];
    private readonly NextOfClock clock = new(Start);

    public static DateTime StartAt => Start;

    public DateTime EndAt { get; } = Start.AddMonths(counts.Months);

    public IReadOnlyCollection<Seen> Seen => witness.All;

    /// <summary>What went wrong while it ran.</summary>
    public IReadOnlyList<string> Broken => broken;

    /// <summary>How often each refusal came.</summary>
    public Dictionary<string, int> Refusals { get; } = [];

    private WorkingCalendar Office => world.Services.GetRequiredService<ReferenceCatalog>().Current.Calendars.Secretariat;

    private DateTime Now => world.Clock.Now;

    public async Task RunAsync(IReadOnlyList<(DateTime At, SimulatedCase Case)> cases, CancellationToken cancellationToken)
    {
        foreach (var (at, one) in cases)
        {
            Enqueue(one, at);
        }

        var month = Start.Month;
        while (true)
        {
            var system = await NextOfClockAsync(cancellationToken);
            var act = queue.TryPeek(out _, out var priority) ? priority.Item1 : DateTime.MaxValue;
            // In a minute in which both come, the jobs go first: acts in every minute must not keep them waiting.
            var isForJobs = system <= act;
            var next = isForJobs ? system : act;
            if (next > EndAt)
            {
                break;
            }

            world.Clock.MoveTo(next);
            if (month != Now.Month)
            {
                month = Now.Month;
                progress?.Invoke($"{Now:yyyy-MM}");
            }

            await (isForJobs ? RunJobsAsync(cancellationToken) : TurnAsync(queue.Dequeue(), cancellationToken));
        }

        world.Clock.MoveTo(EndAt);
    }

    private async Task<DateTime> NextOfClockAsync(CancellationToken cancellationToken)
    {
        await using var scope = world.Services.CreateAsyncScope();
        return await clock.FindAsync(scope.ServiceProvider.GetRequiredService<TechAssistDb>(), Office, Now, cancellationToken);
    }

    private async Task RunJobsAsync(CancellationToken cancellationToken)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TechAssistDb>();
        await db.Database.OpenConnectionAsync(cancellationToken);
        await witness.LookAsync(db, Now, cancellationToken);
        var rare = clock.Take(Now);
        try
        {
            await (otherJobs is null ? YearJobs.RunAsync(scope.ServiceProvider, rare, cancellationToken) : otherJobs(Now, rare, cancellationToken));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Break($"{Now:yyyy-MM-dd HH:mm}: a job failed: {exception.Message}");
        }
    }

    private void Break(string what)
    {
        if (broken.Count < 200)
        {
            broken.Add(what);
        }
    }

    private void Enqueue(SimulatedCase one, DateTime at) => queue.Enqueue(one, (at > Now ? at : Now, one.Number));

    private async Task TurnAsync(SimulatedCase one, CancellationToken cancellationToken)
    {
        try
        {
            if (await StepAsync(one, cancellationToken) is { } next)
            {
                Enqueue(one, next);
            }
        }
        catch (FaultyFileException refused)
        {
            Enqueue(one, Refuse(one, refused));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Break($"{one.Played?.Reference ?? "(no case)"}: {one.Next?.Task ?? one.Next?.Act ?? "submit"} failed in the product: {exception.Message}");
            one.IsDropped = true;
        }
    }

    /// <summary>Tries again the next day, with later days in its forms when it is late; after that what is no task is left, and
    /// without a task the script is dropped.</summary>
    private DateTime Refuse(SimulatedCase one, FaultyFileException refused)
    {
        counts.Refused++;
        var code = $"{Path.GetFileName(one.Script.Sample.Path)} {one.Next?.Task ?? one.Next?.Act ?? "submit"}: {refused.Faults[0].Field} {refused.Faults[0].Message}";
        Refusals[code] = Refusals.GetValueOrDefault(code) + 1;
        if (one.Tries == 0 && one.Played is not null)
        {
            CatchUp(one);
        }

        if (++one.Tries >= 3)
        {
            one.Tries = 0;
            if (one.Played is null || one.Next?.Task is not null)
            {
                Drop(one);
            }
            else
            {
                one.Index++;
            }
        }

        return InOffice(one, Office.MoveWorkingDays(Office.LocalDay(Now), 1));
    }

    private void Drop(SimulatedCase one)
    {
        counts.Dropped += one.IsDropped ? 0 : 1;
        one.IsDropped = true;
    }

    private async Task<DateTime?> StepAsync(SimulatedCase one, CancellationToken cancellationToken)
    {
        if (one.Played is not { } played)
        {
            if (one.IsDropped)
            {
                return null;
            }

            one.Played = await player.SubmitAsync(one.Script.Sample, cancellationToken);
            one.LastAt = Now;
            counts.Acts++;
            return await PlanAsync(one, cancellationToken);
        }

        if (one.IsOnHold)
        {
            one.IsOnHold = false;
            await SteerAsync(one, "continue", "coordinator", new() { ["reason"] = "What was missing has come." }, cancellationToken);
            return await PlanAsync(one, cancellationToken);
        }

        if (one.Next is not { } act)
        {
            return await EndAsync(one, played, cancellationToken);
        }

        if (one.Index == one.WithdrawBefore)
        {
            one.IsDropped = true;
            await SteerAsync(one, "withdraw", one.Script.Sample.File.By, new() { ["reason"] = "Another partner has taken this on." }, cancellationToken);
            return null;
        }

        if (act.Task is { } task)
        {
            var open = await OpenAsync(played, cancellationToken);
            var fitting = open.FindAll(item => item.StepId == task && (act.Mission is null || item.Mission == act.Mission));
            if (fitting.Count == 0)
            {
                return WaitOrSkip(one, open);
            }

            // Reassigned meanwhile: whoever has it now does it.
            if (!fitting.Exists(item => item.Email is null || item.Email == act.By) && fitting[0].Email is { } holder)
            {
                act = act with { By = holder };
            }
        }

        await player.ActAsync(one.Script.Sample, act, $"acts[{one.Index}]", played, cancellationToken);
        counts.Acts++;
        (one.Index, one.Tries, one.LastAt) = (one.Index + 1, 0, Now);
        if (one.Index == one.HoldBefore && one.Next is not null)
        {
            one.IsOnHold = true;
            var until = Office.MoveWorkingDays(Office.LocalDay(Now), 5 + one.Random.Next(15));
            await SteerAsync(one, "hold", "coordinator", new() { ["reason"] = "The beneficiary reorganises its services.", ["untilOn"] = until.ToString("O", System.Globalization.CultureInfo.InvariantCulture) }, cancellationToken);
            return InOffice(one, until);
        }

        return await PlanAsync(one, cancellationToken);
    }

    /// <summary>The task is not there: a later one is, and this one is passed over; or it is waited for, for a while.</summary>
    private DateTime WaitOrSkip(SimulatedCase one, List<OpenTask> open)
    {
        if (one.Script.Acts.Skip(one.Index + 1).Any(later => open.Exists(item => item.StepId == later.Task)))
        {
            (one.Index, one.Tries) = (one.Index + 1, 0);
            return Now.AddMinutes(1);
        }

        if (++one.Tries > 6)
        {
            one.Tries = 0;
            Drop(one);
        }

        return InOffice(one, Office.MoveWorkingDays(Office.LocalDay(Now), 2));
    }

    /// <summary>The script is over. What only people can end and nobody means to is ended by the coordinator with a reason.</summary>
    private async Task<DateTime?> EndAsync(SimulatedCase one, PlayedCase played, CancellationToken cancellationToken)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TechAssistDb>();
        var isOpen = await db.Requests.AnyAsync(row => row.Id == played.RequestId && row.ClosedAt == null, cancellationToken);
        if (!isOpen)
        {
            return null;
        }

        var waits = await db.Deadlines.AnyAsync(
            row => row.RequestId == played.RequestId && row.HandledAt == null && (row.Kind == DeadlineKind.AutoOutcome || row.Kind == DeadlineKind.Timer), cancellationToken);
        if (!waits)
        {
            await SteerAsync(one, "cancel", "coordinator", new() { ["reason"] = "The parties could not go on as planned." }, cancellationToken);
            return null;
        }

        return InOffice(one, Office.MoveWorkingDays(Office.LocalDay(Now), 10));
    }

    private async Task SteerAsync(SimulatedCase one, string act, string by, System.Text.Json.Nodes.JsonObject input, CancellationToken cancellationToken)
    {
        var email = by.Contains('@', StringComparison.Ordinal) ? by : Cast.Mail(by);
        await player.ActAsync(one.Script.Sample, new SampleAct { By = email, Act = act, Input = input }, "acts", one.Played!, cancellationToken);
        counts.Acts++;
        one.LastAt = Now;
    }

    /// <summary>When the next act happens: as the script says, and a little later; some are late, and some who need not answer never do.</summary>
    private async Task<DateTime> PlanAsync(SimulatedCase one, CancellationToken cancellationToken)
    {
        if (one.Next is not { } act)
        {
            return InOffice(one, Office.MoveWorkingDays(Office.LocalDay(Now), 5));
        }

        if (act is { Act: "saveTerms" } && one.Index > 0 && !one.Script.Acts.Take(one.Index).Any(before => before.Act == "saveTerms"))
        {
            CatchUp(one);
            act = one.Next!;
        }

        var time = player.TimeOf(act, one.LastAt).AddMinutes(act.At is null && act.After is null ? 2 : one.Random.Next(50));
        if (act.Task is not { } task || one.Random.NextDouble() is var chance && chance >= 0.2)
        {
            return time;
        }

        var due = await DueAsync(one, task, cancellationToken);
        if (due is not { } found)
        {
            return time;
        }

        if (chance < 0.04 && found.EndsByItself)
        {
            counts.Silent++;
            return InOffice(one, Office.MoveWorkingDays(Office.LocalDay(found.DueAt), 2));
        }

        counts.Late++;
        var days = 1 + one.Random.Next(chance < 0.07 ? 14 : 5);
        return InOffice(one, Office.MoveWorkingDays(Office.LocalDay(found.DueAt), days));
    }

    /// <summary>What is late is planned for later weeks.</summary>
    private void CatchUp(SimulatedCase one)
    {
        var meant = player.TimesOf(one.Script.Sample).ElementAt(one.Index + 1);
        var weeks = (int)Math.Ceiling((Now - meant).TotalDays / 7);
        if (weeks > 0)
        {
            one.Script.MoveOn(weeks);
        }
    }

    private DateTime InOffice(SimulatedCase one, DateOnly day) => Office.ToUtc(day, new TimeOnly(9, 5).AddMinutes(one.Random.Next(480)));

    private async Task<List<OpenTask>> OpenAsync(PlayedCase played, CancellationToken cancellationToken)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TechAssistDb>();
        return await db.WorkItems
            .Where(item => item.RequestId == played.RequestId && item.ClosedAt == null)
            .Select(item => new OpenTask(
                item.Step.StepId,
                db.People.Where(person => person.Id == item.PersonId).Select(person => person.Email).FirstOrDefault(),
                db.Missions.Where(mission => mission.Id == item.Step.MissionId).Select(mission => (int?)mission.Number).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }

    private async Task<Due?> DueAsync(SimulatedCase one, string task, CancellationToken cancellationToken)
    {
        await using var scope = world.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TechAssistDb>().Steps
            .Where(step => step.RequestId == one.Played!.RequestId && step.StepId == task && step.ClosedAt == null && step.DueAt != null)
            .Select(step => new Due(step.DueAt!.Value, step.Deadlines.Any(row => row.Kind == DeadlineKind.AutoOutcome)))
            .FirstOrDefaultAsync(cancellationToken);
    }

    private sealed record OpenTask(string StepId, string? Email, int? Mission);

    private sealed record Due(DateTime DueAt, bool EndsByItself);
}
