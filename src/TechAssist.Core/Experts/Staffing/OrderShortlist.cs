using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts.Staffing;

/// <summary>The open nominations of a case in the order in which they are to be asked.</summary>
public sealed record OrderShortlistInput([property: Required, MaxLength(200)] IReadOnlyList<Guid> Nominations);

/// <summary>Puts the shortlist in order: who is asked first. The secretariat's act.</summary>
public sealed class OrderShortlist(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>stale</c>: the list is another one by now.</exception>
    public async Task ExecuteAsync(Guid requestId, OrderShortlistInput input, Actor actor, CancellationToken cancellationToken)
    {
        var request = await db.FindCaseAsync(requestId, actor, cancellationToken);
        actor.RequireSecretariat();
        request.RequireRunning();
        InputCheck.ThrowIfInvalid(input);
        var open = await db.Nominations.Where(nomination => nomination.RequestId == requestId && nomination.EndedAt == null).ToListAsync(cancellationToken);
        if (input.Nominations.Count != open.Count || !open.TrueForAll(nomination => input.Nominations.Contains(nomination.Id)))
        {
            throw new RuleException("stale");
        }

        foreach (var nomination in open)
        {
            nomination.Stand(1 + input.Nominations.ToList().IndexOf(nomination.Id));
        }

        await timeline.AddAsync(requestId, new TimelineLine("shortlist-ordered"), actor, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
