using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Imports;

/// <summary>Takes lines of an import back: who was added goes, who was changed gets the profile of before. What somebody changed
/// since, or who stands in a case, stays as it is, and the line says why.</summary>
public sealed class UndoLines(TechAssistDb db, TimeProvider clock)
{
    internal async Task ExecuteAsync(RosterImport import, IReadOnlyList<RosterImportLine> lines, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        List<RosterImportLine> done = [.. lines.Where(line => line.Result is LineResult.Added or LineResult.Updated)];
        var ids = done.Select(line => line.ExpertId!.Value).ToArray();
        var experts = await db.Experts.WithRows().Where(expert => ids.Contains(expert.Id)).ToDictionaryAsync(expert => expert.Id, cancellationToken);
        var needed = await InCasesAsync(ids, cancellationToken);
        foreach (var line in done)
        {
            if (!experts.TryGetValue(line.ExpertId!.Value, out var expert))
            {
                line.Kept("gone");
            }
            else if (expert.Revision != line.RevisionAfter)
            {
                line.Kept("changed");
            }
            else if (line.Result == LineResult.Added && needed.Contains(expert.Id))
            {
                line.Kept("in-a-case");
            }
            else
            {
                Undo(line, expert, now);
            }
        }
    }

    private void Undo(RosterImportLine line, Expert expert, DateTime now)
    {
        if (line.Result == LineResult.Added)
        {
            db.Experts.Remove(expert);
        }
        else
        {
            expert.Restore(line.Before!.Profile, line.Before.ConfirmedOn, now);
        }

        line.Undone();
    }

    private async Task<HashSet<Guid>> InCasesAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var nominated = await db.Nominations.Where(nomination => ids.Contains(nomination.ExpertId)).Select(nomination => nomination.ExpertId).ToListAsync(cancellationToken);
        var ruled = await db.ConflictRulings.Where(ruling => ids.Contains(ruling.ExpertId)).Select(ruling => ruling.ExpertId).ToListAsync(cancellationToken);
        return [.. nominated, .. ruled];
    }
}
