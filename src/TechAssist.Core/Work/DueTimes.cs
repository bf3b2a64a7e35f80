using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Clock;
using TechAssist.Core.Missions;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Work;

/// <summary>Finds the calendar of the side that must act, and the limit a workflow file writes.</summary>
public sealed class DueTimes(TechAssistDb db, ReferenceCatalog reference)
{
    /// <summary>Roles that act from the requesting country.</summary>
    private static readonly Role[] CountrySide = [Role.Requester, Role.FocalPoint, Role.Counterpart];

    public static Limit LimitOf(StepLimit limit) => new(limit.Amount, UnitOf(limit.Unit));

    public static LimitUnit UnitOf(string unit) => Enum.Parse<LimitUnit>(unit, ignoreCase: true);

    /// <summary>Whose working days count for a step: the secretariat's, the requesting country's, or the expert's.</summary>
    public Task<WorkingCalendar> FindAsync(HumanStep step, AssistanceRequest request, Guid? missionId, CancellationToken cancellationToken)
    {
        var actor = step.Audience.Select(Roles.FromAudience).FirstOrDefault();
        return step.Calendar switch
        {
            "country" => FindAsync(request.Country ?? CalendarCatalog.SecretariatKey, cancellationToken),
            "actor" when actor is { } role && CountrySide.Contains(role) => FindAsync(request.Country ?? CalendarCatalog.SecretariatKey, cancellationToken),
            "actor" when actor is Role.Expert => OfLeaderAsync(request, missionId, cancellationToken),
            _ => FindAsync(CalendarCatalog.SecretariatKey, cancellationToken),
        };
    }

    /// <summary>The calendar a key names, as it stands now.</summary>
    public async Task<WorkingCalendar> FindAsync(string key, CancellationToken cancellationToken)
    {
        var calendars = (await reference.GetAsync(cancellationToken)).Calendars;
        if (ExpertCalendar.ExpertOf(key) is not { } expertId)
        {
            return calendars.Find(key);
        }

        var expert = await db.Experts.AsNoTracking().Include(row => row.Absences).SingleOrDefaultAsync(row => row.Id == expertId, cancellationToken);
        return expert is null ? calendars.Secretariat : ExpertCalendar.Of(expert, calendars);
    }

    /// <summary>The calendars that keys name, as they stand now: one query for all experts among them. No key is the secretariat's.</summary>
    public async Task<Func<string?, WorkingCalendar>> FindAllAsync(IEnumerable<string?> keys, CancellationToken cancellationToken)
    {
        var calendars = (await reference.GetAsync(cancellationToken)).Calendars;
        List<Guid> ids = [.. keys.OfType<string>().Distinct().Select(ExpertCalendar.ExpertOf).OfType<Guid>()];
        var experts = ids.Count == 0
            ? []
            : (await db.Experts.AsNoTracking().Include(row => row.Absences).Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken))
                .ToDictionary(expert => ExpertCalendar.KeyOf(expert.Id), expert => ExpertCalendar.Of(expert, calendars));
        return key => key is null ? calendars.Secretariat : experts.GetValueOrDefault(key) ?? calendars.Find(key);
    }

    /// <summary>A team acts as one: the leader's days count. A mission planned in this act is read from memory.</summary>
    private async Task<WorkingCalendar> OfLeaderAsync(AssistanceRequest request, Guid? missionId, CancellationToken cancellationToken)
    {
        var mission = db.Missions.Local.Where(row => row.RequestId == request.Id && (missionId == null || row.Id == missionId)).MaxBy(row => row.Number)
            ?? await db.Missions.Where(row => row.RequestId == request.Id && row.Status != MissionStatus.Cancelled && (missionId == null || row.Id == missionId))
                .OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);
        var team = mission?.Plan.Team ?? [];
        var leader = team.FirstOrDefault(seat => seat.IsLead) ?? team.FirstOrDefault();
        return await FindAsync(leader is null ? CalendarCatalog.SecretariatKey : ExpertCalendar.KeyOf(leader.ExpertId), cancellationToken);
    }
}
