using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;

namespace TechAssist.Core.Work.Agenda;

public enum AgendaKind
{
    /// <summary>A task's due time.</summary>
    Due,

    /// <summary>A call closes.</summary>
    CallCloses,

    /// <summary>The days of a mission.</summary>
    Mission,
}

/// <summary>Something with a day in somebody's calendar.</summary>
/// <param name="Id">Always the same for the same thing, so that a calendar moves it rather than showing it twice.</param>
/// <param name="Title">What is to be done, or where one goes. Names no person.</param>
/// <param name="At">The instant, in UTC; null for whole days.</param>
/// <param name="FirstOn">The day of the instant in <paramref name="Zone"/>, or the first of the days.</param>
/// <param name="LastOn">Included.</param>
/// <param name="Zone">In which the instant is said: that of the side that acts.</param>
/// <param name="Path">The page of the portal.</param>
public sealed record AgendaEntry(
    AgendaKind Kind, Guid Id, LangText Title, string? Reference, DateTime? At, DateOnly FirstOn, DateOnly LastOn, TimeZoneInfo Zone, string Path, bool IsLate)
{
    /// <summary>The step of a task, whose account says why it is due then.</summary>
    public Guid? StepRowId { get; init; }
}

/// <summary>What has a day for the actor: due times of the own tasks, missions one goes on or works for, calls that close.</summary>
public sealed class ListAgenda(TechAssistDb db, ListMyTasks listMyTasks, ReferenceCatalog reference, TimeProvider clock)
{
    /// <summary>The longest stretch that is listed at once.</summary>
    private const int MostDays = 400;

    /// <param name="from">First day, included.</param>
    /// <param name="to">Last day, included; at most 400 days later.</param>
    public async Task<IReadOnlyList<AgendaEntry>> ExecuteAsync(DateOnly from, DateOnly to, Actor actor, CancellationToken cancellationToken)
    {
        to = to.DayNumber - from.DayNumber > MostDays ? from.AddDays(MostDays) : to;
        List<AgendaEntry> entries = [.. await TasksAsync(to, actor, cancellationToken), .. await CallsAsync(actor, cancellationToken), .. await MissionsAsync(from, to, actor, cancellationToken)];
        return
        [
            .. entries.Where(entry => entry.FirstOn <= to && entry.LastOn >= from)
                .OrderBy(entry => entry.FirstOn).ThenBy(entry => entry.At ?? DateTime.MinValue).ThenBy(entry => entry.Id),
        ];
    }

    /// <summary>Page by page, the first due first, until past the last day.</summary>
    private async Task<IReadOnlyList<AgendaEntry>> TasksAsync(DateOnly to, Actor actor, CancellationToken cancellationToken)
    {
        var found = new List<AgendaEntry>();
        string? after = null;
        do
        {
            var page = await listMyTasks.ExecuteAsync(new ListMyTasksInput { PageSize = 100, After = after }, actor, cancellationToken);
            found.AddRange(page.Items.Where(task => task.DueAt is not null).Select(task =>
            {
                var on = DayOf(task.DueAt!.Value, task.Zone);
                return new AgendaEntry(AgendaKind.Due, task.Id, task.Step, task.Reference, task.DueAt, on, on, task.Zone, $"/tasks/{task.Id}", task.IsLate) { StepRowId = task.StepRowId };
            }));
            after = page.Items is [.., { DueAt: { } last }] && DayOf(last, TimeZoneInfo.Utc) <= to.AddDays(1) ? page.After : null;
        }
        while (after is not null);
        return found;
    }

    /// <summary>For experts the calls that wait for their answer; for the secretariat those of the cases one works on.</summary>
    private async Task<IReadOnlyList<AgendaEntry>> CallsAsync(Actor actor, CancellationToken cancellationToken)
    {
        var (me, now) = (actor.PersonId, clock.GetUtcNow().UtcDateTime);
        var zone = (await reference.GetAsync(cancellationToken)).Calendars.Secretariat.Zone;
        var asked = await db.Nominations.AsNoTracking()
            .Where(nomination => nomination.Status == NominationStatus.Invited && nomination.Expert.PersonId == me && nomination.Call!.Status == CallStatus.Open && nomination.Call.OpensAt <= now)
            .OrderBy(nomination => nomination.Call!.ClosesAt).Take(100)
            .Select(nomination => new { nomination.Id, nomination.Call!.Role, nomination.Request.Reference, nomination.Call.ClosesAt })
            .ToListAsync(cancellationToken);
        var led = actor.IsSecretariat
            ? await db.Calls.AsNoTracking()
                .Where(call => call.Status == CallStatus.Open && call.OpensAt <= now && db.WorkItems.Any(item => item.RequestId == call.RequestId && item.PersonId == me))
                .OrderBy(call => call.ClosesAt).Take(100).Select(call => new { call.Id, call.Role, call.Request.Reference, call.ClosesAt }).ToListAsync(cancellationToken)
            : [];
        return
        [
            .. asked.Select(row => Entry(row.Id, row.Role, row.Reference, row.ClosesAt, $"/invitations/{row.Id}")),
            .. led.Select(row => Entry(row.Id, row.Role, row.Reference, row.ClosesAt, $"/requests/{row.Reference}/experts")),
        ];

        AgendaEntry Entry(Guid id, string role, string? reference, DateTime closesAt, string path) =>
            new(AgendaKind.CallCloses, id, new LangText(role, role), reference, closesAt, DayOf(closesAt, zone), DayOf(closesAt, zone), zone, path, closesAt <= now);
    }

    private async Task<IReadOnlyList<AgendaEntry>> MissionsAsync(DateOnly from, DateOnly to, Actor actor, CancellationToken cancellationToken)
    {
        var me = actor.PersonId;
        var rows = await db.MissionsVisibleTo(actor).AsNoTracking()
            .Where(mission => mission.Status != MissionStatus.Cancelled && mission.StartOn <= to && mission.EndOn >= from)
            .Where(mission => mission.Members.Any(member => member.Expert.PersonId == me) || db.WorkItems.Any(item => item.RequestId == mission.RequestId && item.PersonId == me))
            .OrderBy(mission => mission.StartOn).ThenBy(mission => mission.Id)
            .Take(200)
            .Select(mission => new { mission.Id, mission.Plan, mission.Request.Reference, mission.Number, mission.StartOn, mission.EndOn, mission.ActualStartOn, mission.ActualEndOn })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new AgendaEntry(
                AgendaKind.Mission, row.Id, row.Plan.Title, row.Reference, null, (row.ActualStartOn ?? row.StartOn)!.Value, (row.ActualEndOn ?? row.EndOn)!.Value, TimeZoneInfo.Utc,
                $"/requests/{row.Reference}/missions/{row.Number}", IsLate: false)),
        ];
    }

    private static DateOnly DayOf(DateTime at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, zone));
}
