using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Staffing;

/// <summary>The roster in memory, one for the process, built from the database and nothing else. Every look first asks the
/// database what changed since, on whichever node: a change shows at the next look.</summary>
public sealed class RosterCopy(IServiceScopeFactory scopes) : IDisposable
{
    /// <summary>A change may become visible after one with a later time: a save takes a moment, and clocks of nodes differ.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    /// <summary>Beyond this many changed experts it is quicker to read all.</summary>
    private const int ManyChanges = 20_000;

    private readonly SemaphoreSlim one = new(1, 1);
    private Known? known;

    public async ValueTask<RosterSnapshot> GetAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TechAssistDb>();
        if (Volatile.Read(ref known) is { } last && await CountAsync(db, last.From, cancellationToken) == last.SeenCount)
        {
            return last.Snapshot;
        }

        await one.WaitAsync(cancellationToken);
        try
        {
            var next = await ReadAsync(db, known, cancellationToken);
            Volatile.Write(ref known, next);
            return next.Snapshot;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private static async Task<Known> ReadAsync(TechAssistDb db, Known? last, CancellationToken cancellationToken)
    {
        // What changed is read before the experts: what changes in between shows at the next look.
        var from = last?.From ?? DateTime.UnixEpoch;
        var changes = last is null
            ? []
            : await db.RosterChanges.AsNoTracking().Where(change => change.At > from).ToListAsync(cancellationToken);
        var newest = last is null
            ? await db.RosterChanges.MaxAsync(change => (DateTime?)change.At, cancellationToken)
            : changes.Max(change => (DateTime?)change.At);
        var nextFrom = newest - Overlap ?? from;
        nextFrom = nextFrom > from ? nextFrom : from;
        var seen = last is null
            ? await db.RosterChanges.AsNoTracking().Where(change => change.At > nextFrom).Select(change => change.Id).ToListAsync(cancellationToken)
            : [.. changes.Where(change => change.At > nextFrom).Select(change => change.Id)];
        var fresh = changes.Where(change => last?.Seen.Contains(change.Id) == false).ToList();
        var snapshot = last is null || fresh.Count > ManyChanges
            ? await RosterReader.AllAsync(db, cancellationToken)
            : await RosterReader.AgainAsync(db, last.Snapshot, fresh, cancellationToken);
        return new Known(snapshot, nextFrom, [.. seen]);
    }

    private static Task<int> CountAsync(TechAssistDb db, DateTime from, CancellationToken cancellationToken) =>
        db.RosterChanges.CountAsync(change => change.At > from, cancellationToken);

    private sealed record Known(RosterSnapshot Snapshot, DateTime From, HashSet<Guid> Seen)
    {
        public int SeenCount => Seen.Count;
    }
}
