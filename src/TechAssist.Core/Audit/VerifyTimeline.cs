using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Audit;

/// <summary>A history line that is not as it was written, or is missing.</summary>
/// <param name="Reference">The case; null for the chain of lines of no case.</param>
/// <param name="Number">The line's number in its chain.</param>
public sealed record ChainBreak(string? Reference, int Number, string Message);

public sealed record TimelineCheck(long Lines, int Chains, IReadOnlyList<ChainBreak> Breaks);

/// <summary>Goes through all hash chains of the history. Lines cut off at the end of a chain leave no trace in it.</summary>
public sealed class VerifyTimeline(TechAssistDb db)
{
    public async Task<TimelineCheck> ExecuteAsync(CancellationToken cancellationToken)
    {
        var breaks = new List<ChainBreak>();
        var (lines, chains) = (0L, 0);
        TimelineEntry? before = null;
        var entries = db.Timeline.AsNoTracking().OrderBy(entry => entry.Chain).ThenBy(entry => entry.Number);
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var isFirst = before is null || before.Chain != entry.Chain;
            (lines, chains) = (lines + 1, chains + (isFirst ? 1 : 0));
            if (Fault(isFirst ? null : before, entry) is { } message)
            {
                breaks.Add(new ChainBreak(entry.RequestId?.ToString(), entry.Number, message));
            }

            before = entry;
        }

        return new TimelineCheck(lines, chains, await NamedAsync(breaks, cancellationToken));
    }

    private static string? Fault(TimelineEntry? before, TimelineEntry entry) =>
        entry.Number != (before?.Number ?? 0) + 1 ? "the line before it is missing"
        : entry.PreviousHash != (before?.Hash ?? "") ? "it does not continue the line before it"
        : entry.Hash != entry.ComputeHash() ? "it was changed after it was written"
        : null;

    private async Task<IReadOnlyList<ChainBreak>> NamedAsync(List<ChainBreak> breaks, CancellationToken cancellationToken)
    {
        var ids = breaks.Where(found => found.Reference is not null).Select(found => Guid.Parse(found.Reference!)).Distinct().ToList();
        var references = await db.Requests.Where(request => ids.Contains(request.Id)).ToDictionaryAsync(request => request.Id.ToString(), request => request.Reference, cancellationToken);
        return [.. breaks.Select(found => found with { Reference = found.Reference is null ? null : references.GetValueOrDefault(found.Reference) ?? found.Reference })];
    }
}
