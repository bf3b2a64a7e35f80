using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Work.Duty;

/// <summary>Who is on duty. The secretariat sees it; the coordinator plans it.</summary>
public sealed class DutyRoster(TechAssistDb db, SecretariatOffice office, TimeProvider clock)
{
    /// <summary>The one officer on duty today, as a query; nobody on a day that is in no period.</summary>
    public IQueryable<Person> OnDuty()
    {
        var today = office.Today(clock.GetUtcNow().UtcDateTime);
        return db.DutyPeriods.Where(period => period.FromOn <= today && period.ToOn >= today).Select(period => period.Person)
            .Where(person => person.IsActive && person.Roles.Any(held => held.Role == Role.DutyOfficer && held.Country == null && held.RequestId == null));
    }

    /// <summary>Those who can be put on duty.</summary>
    internal static IQueryable<Person> Holders(TechAssistDb db) => db.People.Where(person =>
        person.IsActive && person.Roles.Any(held => held.Role == Role.DutyOfficer && held.Country == null && held.RequestId == null));
}
