using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work.ByLink;

namespace TechAssist.Core.Work;

/// <summary>What a sweep has read for many cases at once, so that it does not ask for each. Empty for any other act: then everybody
/// reads for oneself. It holds for one save.</summary>
public sealed class ReadAhead(TechAssistDb db, TimelineWriter timeline)
{
    private readonly Dictionary<Guid, CasePerson> people = [];
    private readonly Dictionary<Role, IReadOnlyList<CasePerson>> everywhere = [];
    private bool isFilled;

    /// <summary>Reads those who have the tasks, the links they were sent, and where the histories end.</summary>
    public async Task FillAsync(IReadOnlyCollection<Step> steps, CancellationToken cancellationToken)
    {
        Clear();
        var items = steps.SelectMany(step => step.Items).Where(item => item is { IsOpen: true, PersonId: not null }).ToList();
        var personIds = items.Select(item => item.PersonId!.Value).Distinct().ToList();
        foreach (var person in await CasePeople.ReadAsync(Role.CaseOfficer, db.People.Where(person => personIds.Contains(person.Id)), cancellationToken))
        {
            people[person.Id] = person;
        }

        var itemIds = items.ConvertAll(item => item.Id);
        await db.SignedLinks.OfTasks(itemIds).LoadAsync(cancellationToken);
        await timeline.ReadEndsAsync([.. steps.Select(step => step.RequestId)], cancellationToken);
        isFilled = true;
    }

    public void Clear()
    {
        isFilled = false;
        people.Clear();
        everywhere.Clear();
        timeline.ForgetEnds();
    }

    /// <summary>The links of the step are among what is tracked already.</summary>
    public bool HasLinks => isFilled;

    /// <summary>The active ones among those who have the tasks of a step, by name; null when nobody was read ahead.</summary>
    internal IReadOnlyList<CasePerson>? People(IEnumerable<Guid> ids) =>
        isFilled ? [.. ids.Where(people.ContainsKey).Select(id => people[id]).OrderBy(person => person.Name, StringComparer.Ordinal)] : null;

    /// <summary>Those who hold a role for all countries and cases; asked once for all the cases of a save.</summary>
    internal async Task<IReadOnlyList<CasePerson>> EverywhereAsync(Role role, Func<Task<IReadOnlyList<CasePerson>>> read)
    {
        if (!isFilled)
        {
            return await read();
        }

        return everywhere.TryGetValue(role, out var known) ? known : everywhere[role] = await read();
    }
}
