using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Imports;

/// <summary>Forgets the lines of old imports: they are personal data, kept only for the way back.</summary>
public sealed class SweepImports(TechAssistDb db, TimeProvider clock)
{
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-RosterImport.KeptDays);
        await db.RosterImportLines
            .Where(line => db.RosterImports.Any(import => import.Id == line.ImportId && import.CreatedAt < before))
            .ExecuteDeleteAsync(cancellationToken);
    }
}
