using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Missions.Field;

public sealed record DeployedFilter
{
    /// <summary>The day to look at; today where none is given.</summary>
    public DateOnly? On { get; init; }

    public string? Country { get; init; }
}

public sealed record DeployedExpert(Guid ExpertId, string Name, string? Phone, bool IsLead);

/// <summary>A mission that takes place on the day, or leaves soon.</summary>
/// <param name="LastNoteOn">Null where the team has written none.</param>
/// <param name="ReportDueOn">The day the report is due; null where it is in.</param>
/// <param name="IsReportExpected">Counted from the last day as it stands: the report's time has not begun.</param>
public sealed record DeployedRow(
    Guid Id, string Reference, int Number, LangText Title, string? Country, string? Places, MissionStatus Status, DateOnly StartOn, DateOnly EndOn,
    IReadOnlyList<DeployedExpert> Team, string? Host, string? EmergencyContact, DateOnly? LastNoteOn, SecurityMood? Mood, DateOnly? ReportDueOn, bool IsReportExpected)
{
    /// <summary>Items of the checklist that are not settled before the departure; those of them whose day has passed.</summary>
    public (int Open, int Late) Checklist { get; init; }
}

/// <param name="On">The day that was looked at.</param>
public sealed record Deployed(DateOnly On, DateOnly Until, IReadOnlyList<DeployedRow> UnderWay, IReadOnlyList<DeployedRow> Departing)
{
    public IEnumerable<DeployedRow> All => UnderWay.Concat(Departing);
}

/// <summary>Who is away on a mission on a day, and who leaves within two weeks. Missions from afar are left out: nobody travels.
/// For the secretariat and the auditor.</summary>
public sealed class ListDeployed(TechAssistDb db, ReferenceCatalog reference, WorkflowCatalog workflows, SecretariatOffice office, TimeProvider clock)
{
    /// <summary>Days ahead that departures are shown.</summary>
    public const int DaysAhead = 14;

    private const int Most = 500;

    /// <exception cref="NotFoundException">Not the actor's to know.</exception>
    public async Task<Deployed> ExecuteAsync(DeployedFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Could(person => person.IsSecretariat || person.Has(Role.Auditor)))
        {
            throw new NotFoundException("Missions under way");
        }

        InputCheck.ThrowIfInvalid(filter);
        var today = office.Today(clock.GetUtcNow().UtcDateTime);
        var on = filter.On is { } day && day.Year is > 1900 and < 9000 ? day : today;
        var until = on.AddDays(DaysAhead);
        var missions = await Between(on, until, filter.Country, actor)
            .Include(mission => mission.Request)
            .Include(mission => mission.Members).ThenInclude(member => member.Expert).ThenInclude(expert => expert.Absences)
            .AsSplitQuery()
            .OrderBy(mission => mission.StartOn).ThenBy(mission => mission.Id)
            .Take(Most).ToListAsync(cancellationToken);
        missions.RemoveAll(mission => mission.Plan.Mode == MissionMode.Remote);
        var ids = missions.ConvertAll(mission => mission.Id);
        var notes = await LastNotesAsync(ids, cancellationToken);
        var reports = await ReportStepsAsync(ids, cancellationToken);
        var calendars = (await reference.GetAsync(cancellationToken)).Calendars;
        List<DeployedRow> rows = [.. missions.Select(mission => RowOf(mission, on, today, notes.GetValueOrDefault(mission.Id), reports.GetValueOrDefault(mission.Id), calendars))];
        // Who should have left and is not confirmed has not left.
        var away = rows.ToLookup(row => row.StartOn <= on && (row.StartOn > today || row.Status != MissionStatus.Planned));
        return new Deployed(
            on, until,
            [.. away[true].OrderByDescending(row => row.Mood ?? SecurityMood.Normal).ThenBy(row => row.EndOn).ThenBy(row => row.Id)],
            [.. away[false]]);
    }

    private IQueryable<Mission> Between(DateOnly on, DateOnly until, string? country, Actor actor)
    {
        var found = db.MissionsVisibleTo(actor).AsNoTracking()
            .Where(mission => mission.Status != MissionStatus.Cancelled && mission.Status != MissionStatus.Postponed)
            .Where(mission => (mission.ActualStartOn ?? mission.StartOn) <= until && (mission.ActualEndOn ?? mission.EndOn) >= on);
        return string.IsNullOrEmpty(country) ? found : found.Where(mission => mission.Request.Countries.Any(row => row.Country == country));
    }

    private async Task<Dictionary<Guid, MissionNote>> LastNotesAsync(List<Guid> missions, CancellationToken cancellationToken) =>
        await db.MissionNotes.AsNoTracking()
            .Where(note => missions.Contains(note.MissionId))
            .Where(note => !db.MissionNotes.Any(later => later.MissionId == note.MissionId && (later.On > note.On || (later.On == note.On && later.CreatedAt > note.CreatedAt))))
            .GroupBy(note => note.MissionId).Select(notes => notes.OrderByDescending(note => note.Id).First())
            .ToDictionaryAsync(note => note.MissionId, cancellationToken);

    private async Task<Dictionary<Guid, Step>> ReportStepsAsync(List<Guid> missions, CancellationToken cancellationToken) =>
        (await db.Steps.AsNoTracking().Where(step => step.MissionId != null && missions.Contains(step.MissionId.Value) && step.Form == StepForms.Report).ToListAsync(cancellationToken))
            .GroupBy(step => step.MissionId!.Value).ToDictionary(steps => steps.Key, steps => steps.MaxBy(step => step.OpenedAt)!);

    private DeployedRow RowOf(Mission mission, DateOnly on, DateOnly today, MissionNote? note, Step? report, CalendarCatalog calendars)
    {
        var plan = mission.Plan;
        var lastOn = mission.LastOn!.Value;
        var lead = mission.Members.OrderByDescending(member => member.IsLead).FirstOrDefault()?.Expert;
        var calendar = lead is null ? calendars.Secretariat : ExpertCalendar.Of(lead, calendars);
        DateOnly? due = report switch
        {
            null => calendar.MoveWorkingDays(lastOn, ReportDue.Days(workflows, mission.Request.Track)),
            { IsOpen: true, DueAt: { } dueAt } => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(dueAt, report.Zone)),
            _ => null,
        };
        return new DeployedRow(
            mission.Id, mission.Request.Reference!, mission.Number, plan.Title.IsEmpty ? new LangText(mission.Request.Title("fr"), mission.Request.Title("en")) : plan.Title,
            mission.Request.Country, plan.Places, mission.StatusOn(on), (mission.ActualStartOn ?? mission.StartOn)!.Value, lastOn,
            [.. mission.Members.OrderByDescending(member => member.IsLead).ThenBy(member => member.Expert.SortName)
                .Select(member => new DeployedExpert(member.ExpertId, member.Expert.Name, member.Expert.Profile.Phone, member.IsLead))],
            plan.HostCounterpart, plan.EmergencyContact, note?.On, note?.Mood, due, report is null)
        {
            Checklist = mission.Status is MissionStatus.Planned or MissionStatus.Confirmed && mission.StatusOn(on) != MissionStatus.UnderWay ? Unsettled(mission, today) : default,
        };
    }
    private static (int Open, int Late) Unsettled(Mission mission, DateOnly today)
    {
        List<ChecklistItem> open = [.. mission.Checklist.Where(item => !item.IsSettled)];
        return (open.Count, open.Count(item => item.DueOn < today));
    }
}
