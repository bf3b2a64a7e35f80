using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Terms;
using TechAssist.Core.Work;

namespace TechAssist.Core.Missions.Field;

/// <summary>What more days on site cost in expert days: each added working day of the country, for each of the team.</summary>
/// <param name="FieldDays">Expert days in the field of the mission, with the added ones.</param>
/// <param name="CaseDays">Expert days of all missions of the case, with the added ones.</param>
/// <param name="IsAllowed">Within the ceiling, or raised by whoever may.</param>
internal sealed record Extension(int FieldDays, int CaseDays, bool IsAllowed)
{
    public static async Task<Extension> OfAsync(StepAnswer answer, Mission mission, DateOnly newEndOn, CancellationToken cancellationToken)
    {
        var calendar = answer.Reference.Calendars.Country(answer.Request.Country);
        var from = mission.EndOn ?? newEndOn;
        var added = Enumerable.Range(1, Math.Clamp(newEndOn.DayNumber - from.DayNumber, 0, 366)).Count(day => calendar.IsWorkingDay(from.AddDays(day)));
        var field = mission.Plan.Days.Field + (added * mission.Members.Count);
        var others = await answer.Db.Missions.AsNoTracking()
            .Where(other => other.RequestId == mission.RequestId && other.Id != mission.Id && other.Status != MissionStatus.Cancelled)
            .Select(other => other.Plan).ToListAsync(cancellationToken);
        var all = (mission.Plan.Days with { Field = field }).Total + others.Sum(other => other.Days.Total);
        // A reason given once was for the days of then: each further day above the ceiling is raised anew.
        var isAllowed = all <= ExpertDays.Ceiling || field == mission.Plan.Days.Field || answer.By.Could(person => person.HasAny(Roles.Steering));
        return new Extension(field, all, isAllowed);
    }
}
