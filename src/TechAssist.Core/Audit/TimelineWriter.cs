using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Audit;

/// <summary>What a history line says, before it has a place in its chain.</summary>
public sealed record TimelineLine(string Kind)
{
    public string? StepId { get; init; }

    public string? Reason { get; init; }

    public bool IsPublic { get; init; }

    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();
}

/// <summary>Adds lines to the history of a case within the running act; they are saved with it.</summary>
public sealed class TimelineWriter(TechAssistDb db)
{
    private readonly Dictionary<Guid, TimelineEntry> lastOfChain = [];

    public async Task AddAsync(Guid? requestId, TimelineLine line, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        var last = await LastAsync(requestId, cancellationToken);
        var entry = TimelineEntry.After(last, requestId, line, by, now);
        db.Timeline.Add(entry);
        lastOfChain[entry.Chain] = entry;
    }

    private async Task<TimelineEntry?> LastAsync(Guid? requestId, CancellationToken cancellationToken)
    {
        var chain = requestId ?? Guid.Empty;
        // What this act added but did not save yet comes first; a cleared change tracker means a new act.
        if (lastOfChain.TryGetValue(chain, out var known) && db.Entry(known).State == EntityState.Added)
        {
            return known;
        }

        return await db.Timeline.AsNoTracking()
            .Where(entry => entry.Chain == chain)
            .OrderByDescending(entry => entry.Number)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
