using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Documents;

/// <summary>A file that is not taken leaves its line in the history: what it was called and why not.</summary>
internal static class RefusedFile
{
    public static async Task<T> NotedAsync<T>(
        TechAssistDb db, TimelineWriter timeline, Guid? requestId, TimelineLine line, string? fileName, Actor actor, DateTime now, Func<Task<T>> takeAsync, CancellationToken cancellationToken)
    {
        try
        {
            return await takeAsync();
        }
        catch (InvalidInputException refused) when (refused.Errors is [{ Code: not "required" } error, ..])
        {
            db.ChangeTracker.Clear();
            var values = new Dictionary<string, string>(line.Values) { ["file"] = FileName.Said(fileName), ["problem"] = error.Code };
            await timeline.AddAsync(requestId, line with { Values = values }, actor, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            throw;
        }
    }
}
