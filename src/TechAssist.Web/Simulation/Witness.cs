using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Web.Simulation;

/// <summary>A deadline that came due, as it was seen before the sweep: whose step it was, and who had the task.</summary>
internal sealed record Seen(Guid Id, Guid RequestId, Guid? StepRowId, DeadlineKind Kind, DateTime FireAt, DateTime At, IReadOnlyList<Guid> Owed);

/// <summary>Writes down what the clock owes, before the product looks: its own word about it is checked against this.</summary>
internal sealed class Witness
{
    private readonly Dictionary<Guid, Seen> seen = [];

    public IReadOnlyCollection<Seen> All => seen.Values;

    public async Task LookAsync(TechAssistDb db, DateTime now, CancellationToken cancellationToken)
    {
        var due = await db.Deadlines.AsNoTracking().Include(row => row.Step!.Items)
            .Where(row => row.HandledAt == null && !row.IsPaused && row.FireAt <= now)
            .ToListAsync(cancellationToken);
        foreach (var deadline in due)
        {
            if (deadline.Step is null && deadline.Kind != DeadlineKind.Timer)
            {
                continue;
            }

            seen[deadline.Id] = new Seen(deadline.Id, deadline.RequestId, deadline.StepRowId, deadline.Kind, deadline.FireAt, now, Owed(deadline));
        }
    }

    private static List<Guid> Owed(Deadline deadline) =>
        deadline.Kind != DeadlineKind.Reminder
            ? []
            : [.. deadline.Step!.Items
                .Where(item => item is { IsOpen: true, PersonId: not null } && (deadline.Audience.Count == 0 || deadline.Audience.Any(name => Roles.FromAudience(name) == item.Role)))
                .Select(item => item.PersonId!.Value).Distinct()];
}
