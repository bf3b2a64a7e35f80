using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.Clock;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Reference;

/// <summary>The reference data in memory, one for the process. Every few seconds of use it looks at one row to see whether
/// another node changed something, and reads all again only then.</summary>
public sealed class ReferenceCatalog(IServiceScopeFactory scopes, SecretariatOffice office, TimeProvider clock) : IDisposable
{
    /// <summary>How long another node's change may stay unseen.</summary>
    public static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Checked? known;

    /// <summary>The data as of now, at most <see cref="CheckEvery"/> behind a change made elsewhere.</summary>
    public ValueTask<ReferenceSnapshot> GetAsync(CancellationToken cancellationToken) =>
        known is { } last && clock.GetElapsedTime(last.At) < CheckEvery ? ValueTask.FromResult(last.Snapshot) : new(CheckAsync(cancellationToken));

    /// <summary>The data as last read, for pure look-ups in the middle of an act; every act and page that starts with
    /// <see cref="GetAsync"/> keeps it fresh.</summary>
    /// <exception cref="InvalidOperationException">Nothing was read yet: the start of the program does it.</exception>
    public ReferenceSnapshot Current => known?.Snapshot ?? throw new InvalidOperationException("The reference data has not been read yet.");

    /// <summary>The data as of now, whoever changed it.</summary>
    public Task<ReferenceSnapshot> GetLatestAsync(CancellationToken cancellationToken) => CheckAsync(cancellationToken);

    public void Dispose() => one.Dispose();

    private async Task<ReferenceSnapshot> CheckAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            var at = clock.GetTimestamp();
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TechAssistDb>();
            // The stamp first: rows changed in between are then read again at the next look.
            var stamp = await db.ReferenceVersions.AsNoTracking().OrderBy(version => version.Id).Select(version => version.Stamp).FirstOrDefaultAsync(cancellationToken);
            var snapshot = known is { } last && last.Snapshot.Stamp == stamp
                ? last.Snapshot
                : new ReferenceSnapshot(await ReferenceRows.ReadAsync(db, cancellationToken), office, stamp);
            known = new Checked(snapshot, at);
            return snapshot;
        }
        finally
        {
            one.Release();
        }
    }

    private sealed record Checked(ReferenceSnapshot Snapshot, long At);
}
