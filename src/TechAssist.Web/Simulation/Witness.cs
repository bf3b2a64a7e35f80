using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Web.Simulation;

/// <summary>A deadline that came due, as it was seen before the sweep: whose step it was, and who had the task.</summary>
/// <param name="OwedAt">From when on it was owed (UTC): its time, or the moment in which it was set when that came later.</param>
public sealed record Seen(Guid Id, Guid RequestId, Guid? StepRowId, DeadlineKind Kind, DateTime FireAt, DateTime OwedAt, DateTime At, IReadOnlyList<Guid> Owed);

/// <summary>Writes down what the clock owes, before the product looks: its own word about it is checked against this.</summary>
public sealed class Witness
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
            if (deadline.Step is null && deadline.Kind is not (DeadlineKind.Timer or DeadlineKind.HoldOver))
            {
                continue;
            }

            seen[deadline.Id] = new Seen(deadline.Id, deadline.RequestId, deadline.StepRowId, deadline.Kind, deadline.FireAt, OwedAt(deadline), now, Owed(deadline));
        }
    }

    private static DateTime OwedAt(Deadline deadline)
    {
        var setAt = SetAt(deadline.Id);
        return deadline.FireAt > setAt ? deadline.FireAt : setAt;
    }

    /// <summary>The first 48 bits of such an id are the milliseconds since 1970.</summary>
    private static DateTime SetAt(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTime.UnixEpoch.AddMilliseconds(((long)BinaryPrimitives.ReadUInt32BigEndian(bytes) << 16) | BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]));
    }

    private static List<Guid> Owed(Deadline deadline) =>
        deadline.Kind != DeadlineKind.Reminder
            ? []
            : [.. deadline.Step!.Items
                .Where(item => item is { IsOpen: true, PersonId: not null } && (deadline.Audience.Count == 0 || deadline.Audience.Any(name => Roles.FromAudience(name) == item.Role)))
                .Select(item => item.PersonId!.Value).Distinct()];
}
