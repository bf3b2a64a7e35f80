using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Asks;

/// <summary>An ask as the expert's page shows it.</summary>
/// <param name="What">"Passport: runs out on 3 May 2031", in the reader's language.</param>
public sealed record AskRow(string What, DateTime AskedAt, DateTime? AnsweredAt);

/// <summary>What an expert was asked of late, the newest first: for the secretariat, the auditor and the expert.</summary>
public sealed class ListAsks(TechAssistDb db)
{
    private const int Most = 8;

    public async Task<IReadOnlyList<AskRow>> ExecuteAsync(Guid expertId, Actor actor, string language, CancellationToken cancellationToken)
    {
        var rows = await db.ReadinessAsks.AsNoTracking()
            .Where(ask => ask.ExpertId == expertId && db.Experts.VisibleTo(actor).Any(expert => expert.Id == ask.ExpertId))
            .OrderByDescending(ask => ask.AskedAt).ThenByDescending(ask => ask.Id).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(ask => new AskRow(AskWords.Words(ask.Item, ask.On, DateOnly.FromDateTime(ask.AskedAt), language), ask.AskedAt, ask.AnsweredAt))];
    }
}
