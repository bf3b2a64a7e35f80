using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts;

public sealed record AssessExpertInput(Suitability Suitability, int Revision)
{
    [StringLength(4000)]
    public string? Note { get; init; }
}

/// <summary>The secretariat's own view of an expert: suitability, a note nobody else reads.</summary>
public sealed class AssessExpert(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid expertId, AssessExpertInput input, Actor actor, CancellationToken cancellationToken)
    {
        var expert = await db.Experts.VisibleTo(actor).SingleOrDefaultAsync(found => found.Id == expertId, cancellationToken)
            ?? throw new NotFoundException("The expert");
        actor.RequireSecretariat();
        InputCheck.ThrowIfInvalid(input);
        if (expert.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        expert.Assess(input.Suitability, input.Note, now);
        await timeline.AddAsync(null, ExpertLine.Of("expert-assessed", expert), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
