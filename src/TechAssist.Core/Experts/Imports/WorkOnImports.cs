using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Imports;

/// <summary>Does the work of imports line by line in parts: a job that is lost in the middle is taken up where it stood.</summary>
public sealed class WorkOnImports(TechAssistDb db, CheckLines check, RunLines run, UndoLines undo, TimeProvider clock)
{
    private const int Part = 500;
    private const int Tries = 5;

    private static readonly TimeSpan Claim = TimeSpan.FromMinutes(2);

    /// <summary>Takes up every import that nobody works on.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        var waiting = await db.RosterImports.AsNoTracking()
            .Where(import => (import.Status == ImportStatus.Checking || import.Status == ImportStatus.Running || import.Status == ImportStatus.Undoing)
                && (import.ClaimedUntil == null || import.ClaimedUntil < now))
            .OrderBy(import => import.Id).Select(import => import.Id).ToListAsync(cancellationToken);
        foreach (var id in waiting)
        {
            await ExecuteAsync(id, cancellationToken);
        }
    }

    /// <summary>Works on the import until its status no longer asks for work. Nothing happens when another job is at it.</summary>
    public async Task ExecuteAsync(Guid importId, CancellationToken cancellationToken)
    {
        var (now, until) = (Now, Now + Claim);
        var isMine = await db.RosterImports
            .Where(import => import.Id == importId && (import.ClaimedUntil == null || import.ClaimedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(import => import.ClaimedUntil, until), cancellationToken) == 1;
        if (!isMine)
        {
            return;
        }

        check.Forget();
        while (await GoOnAsync(importId, cancellationToken))
        {
        }
    }

    /// <returns>Whether there is more to do.</returns>
    private async Task<bool> GoOnAsync(Guid importId, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            db.ChangeTracker.Clear();
            try
            {
                return await PartAsync(importId, cancellationToken);
            }
            catch (DbUpdateConcurrencyException) when (tried < Tries)
            {
                // Somebody edited one of these experts, or wrote the next line of the history, in this moment.
            }
        }
    }

    private async Task<bool> PartAsync(Guid importId, CancellationToken cancellationToken)
    {
        var import = await db.RosterImports.SingleAsync(found => found.Id == importId, cancellationToken);
        if (!import.IsWorkedOn)
        {
            await db.RosterImports.Where(found => found.Id == importId)
                .ExecuteUpdateAsync(set => set.SetProperty(found => found.ClaimedUntil, (DateTime?)null), cancellationToken);
            return false;
        }

        var lines = await db.RosterImportLines.Where(line => line.ImportId == importId)
            .OrderBy(line => line.Number).Skip(import.DoneCount).Take(Part).ToListAsync(cancellationToken);
        await (import.Status switch
        {
            ImportStatus.Checking => check.ExecuteAsync(import, lines, cancellationToken),
            ImportStatus.Running => run.ExecuteAsync(import, lines, cancellationToken),
            _ => undo.ExecuteAsync(import, lines, cancellationToken),
        });
        import.Went(import.DoneCount + lines.Count, Now + Claim);
        if (lines.Count < Part)
        {
            import.End();
        }

        await db.SaveChangesAsync(cancellationToken);
        return import.IsWorkedOn;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
