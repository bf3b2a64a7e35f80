using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts;

public sealed record LinkExpertInput([property: Required, StringLength(256), EmailAddress] string AccountEmail);

/// <summary>Says with which account an expert signs in, so that invitations reach them. The secretariat's act.</summary>
public sealed class LinkExpert(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    public async Task ExecuteAsync(Guid expertId, LinkExpertInput input, Actor actor, CancellationToken cancellationToken)
    {
        var expert = await db.Experts.VisibleTo(actor).SingleOrDefaultAsync(found => found.Id == expertId, cancellationToken)
            ?? throw new NotFoundException("The expert");
        actor.RequireSecretariat();
        InputCheck.ThrowIfInvalid(input);
        expert.Link(await AddExpert.FindAccountAsync(db, input.AccountEmail, cancellationToken));
        await timeline.AddAsync(null, ExpertLine.Of("expert-linked", expert), actor, clock.GetUtcNow().UtcDateTime, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }
}
