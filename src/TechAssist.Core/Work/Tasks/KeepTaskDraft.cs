using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Work.Tasks;

/// <summary>Keeps a half-filled form with its task. It moves nothing and tells nobody, so it leaves no history line, and the
/// task's revision stays: a later answer is not stale for it.</summary>
public sealed class KeepTaskDraft(TechAssistDb db, TimeProvider clock)
{
    /// <summary>Characters of JSON; every form fits many times.</summary>
    public const int Most = 400_000;

    /// <exception cref="NotFoundException">No such task, or not the actor's.</exception>
    /// <exception cref="RuleException">already-done, no-longer-open.</exception>
    /// <exception cref="InvalidInputException">The form is larger than any real one.</exception>
    public async Task<DateTime> ExecuteAsync(Guid workItemId, JsonObject form, Actor by, CancellationToken cancellationToken)
    {
        var item = await db.WorkItems.SingleOrDefaultAsync(row => row.Id == workItemId, cancellationToken) ?? throw new NotFoundException("The task");
        if (!TaskHolder.IsFor(item.PersonId, item.Role, by) || !await db.Requests.VisibleTo(by).AnyAsync(request => request.Id == item.RequestId, cancellationToken))
        {
            throw new NotFoundException("The task");
        }

        if (!item.IsOpen)
        {
            throw item.ClosedByName is { } name ? new RuleException("already-done", name) : new RuleException("no-longer-open");
        }

        var text = JsonSerializer.Serialize(form, CoreJson.Options);
        if (text.Length > Most)
        {
            throw new InvalidInputException("", "too-long", Most);
        }

        var now = clock.GetUtcNow().UtcDateTime;
        item.Keep(text, now);
        await db.SaveChangesAsync(cancellationToken);
        return now;
    }
}
