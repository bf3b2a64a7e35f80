using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Work.Duty;

namespace TechAssist.Core.Work;

/// <summary>A person of a case in one of its roles, and the country of the case they speak for in it.</summary>
public sealed record CasePerson(Guid Id, string Name, string Email, string Language, Role Role, string? Country = null);

/// <summary>Who stands behind the audience a workflow file names, in one case.</summary>
public sealed class CasePeople(TechAssistDb db, DutyRoster duty, ReadAhead ahead)
{
    /// <summary>The people of several audiences, each once, in the role named first. Empty where nobody holds a role.</summary>
    public async Task<IReadOnlyList<CasePerson>> FindAsync(
        IEnumerable<string> audience, AssistanceRequest request, Guid? missionId, CancellationToken cancellationToken)
    {
        var people = new List<CasePerson>();
        foreach (var role in audience.Select(Roles.FromAudience).OfType<Role>())
        {
            people.AddRange(await FindAsync(role, request, missionId, cancellationToken));
        }

        return [.. people.DistinctBy(person => person.Id)];
    }

    /// <summary>Those who have an open task of the step.</summary>
    public async Task<IReadOnlyList<CasePerson>> HoldersAsync(Step step, CancellationToken cancellationToken)
    {
        var roles = step.Items.Where(item => item is { IsOpen: true, PersonId: not null })
            .GroupBy(item => item.PersonId!.Value).ToDictionary(items => items.Key, items => items.First());
        var found = ahead.People(roles.Keys) ?? await ReadAsync(Role.CaseOfficer, db.People.Where(person => roles.Keys.Contains(person.Id)), cancellationToken);
        return [.. found.Select(person => person with { Role = roles[person.Id].Role, Country = roles[person.Id].Country })];
    }

    private async Task<IReadOnlyList<CasePerson>> FindAsync(Role role, AssistanceRequest request, Guid? missionId, CancellationToken cancellationToken) => role switch
    {
        Role.Requester => await ReadAsync(role, db.People.Where(person => person.Id == request.RequesterId), cancellationToken),
        Role.FocalPoint => await FocalPointsAsync(request, cancellationToken),
        Role.Counterpart => await FirstOfAsync(
            [
                () => InCaseAsync(role, request.Id, cancellationToken),
                () => InCountryAsync(role, request.Country, cancellationToken),
                () => FindAsync(Role.Requester, request, missionId, cancellationToken),
            ]),
        Role.CaseOfficer when request.CaseOfficerId is { } officer => await ReadAsync(role, db.People.Where(person => person.Id == officer), cancellationToken),
        // On days that are in nobody's period, all who hold the role are asked, so that no rapid case waits for a plan.
        Role.DutyOfficer => await FirstOfAsync([() => ReadAsync(role, duty.OnDuty(), cancellationToken), () => EverywhereAsync(role, cancellationToken)]),
        Role.Expert => await ExpertsAsync(request.Id, missionId, cancellationToken),
        _ => await EverywhereAsync(role, cancellationToken),
    };

    /// <summary>Those of every country of the request, the lead one first.</summary>
    private async Task<IReadOnlyList<CasePerson>> FocalPointsAsync(AssistanceRequest request, CancellationToken cancellationToken)
    {
        var found = new List<CasePerson>();
        foreach (var country in request.Countries.Select(row => row.Country).OrderBy(code => code != request.Country).ThenBy(code => code, StringComparer.Ordinal))
        {
            found.AddRange((await InCountryAsync(Role.FocalPoint, country, cancellationToken)).Select(person => person with { Country = country }));
        }

        return found;
    }

    private static async Task<IReadOnlyList<CasePerson>> FirstOfAsync(IEnumerable<Func<Task<IReadOnlyList<CasePerson>>>> searches)
    {
        foreach (var search in searches)
        {
            var found = await search();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    private Task<IReadOnlyList<CasePerson>> EverywhereAsync(Role role, CancellationToken cancellationToken) =>
        ahead.EverywhereAsync(role, () => ReadAsync(role, db.People.Where(person => person.Roles.Any(held => held.Role == role && held.Country == null && held.RequestId == null)), cancellationToken));

    private Task<IReadOnlyList<CasePerson>> InCountryAsync(Role role, string? country, CancellationToken cancellationToken) =>
        ReadAsync(role, db.People.Where(person => person.Roles.Any(held => held.Role == role && held.Country == country && held.RequestId == null)), cancellationToken);

    private Task<IReadOnlyList<CasePerson>> InCaseAsync(Role role, Guid requestId, CancellationToken cancellationToken) =>
        ReadAsync(role, db.People.Where(person => person.Roles.Any(held => held.Role == role && held.RequestId == requestId)), cancellationToken);

    /// <summary>The team of a mission, or all experts of the case. A mission planned or changed in this act is read from memory:
    /// the database does not know its team yet.</summary>
    private async Task<IReadOnlyList<CasePerson>> ExpertsAsync(Guid requestId, Guid? missionId, CancellationToken cancellationToken)
    {
        if (missionId is null)
        {
            return await InCaseAsync(Role.Expert, requestId, cancellationToken);
        }

        var mission = db.Missions.Local.FirstOrDefault(known => known.Id == missionId)
            ?? await db.Missions.SingleAsync(known => known.Id == missionId, cancellationToken);
        var experts = mission.Plan.Team.Select(seat => seat.ExpertId).ToList();
        return await ReadAsync(
            Role.Expert, db.Experts.Where(expert => experts.Contains(expert.Id) && expert.Person != null).Select(expert => expert.Person!), cancellationToken);
    }

    internal static async Task<IReadOnlyList<CasePerson>> ReadAsync(Role role, IQueryable<Person> people, CancellationToken cancellationToken) =>
        [.. (await people.Where(person => person.IsActive)
            .OrderBy(person => person.Name)
            .Select(person => new { person.Id, person.Name, person.Email, person.Language })
            .ToListAsync(cancellationToken))
            .Select(person => new CasePerson(person.Id, person.Name, person.Email!, person.Language, role))];
}
