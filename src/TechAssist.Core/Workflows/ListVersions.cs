using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Workflows;

/// <summary>A published version of a definition.</summary>
public sealed record VersionRow(string Definition, int Version, DateTime PublishedAt, string PublishedByName);

/// <summary>What administrators published, the latest first. For administrators.</summary>
public sealed class ListVersions(TechAssistDb db, WorkflowCatalog workflows)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<VersionRow>> ExecuteAsync(CancellationToken cancellationToken)
    {
        await workflows.ReadPublishedAsync(db, cancellationToken);
        return await db.WorkflowVersions.AsNoTracking().OrderByDescending(row => row.PublishedAt).Take(Most)
            .Select(row => new VersionRow(row.Definition, row.Version, row.PublishedAt, row.PublishedByName)).ToListAsync(cancellationToken);
    }
}
