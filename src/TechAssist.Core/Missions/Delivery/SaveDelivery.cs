using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;

namespace TechAssist.Core.Missions.Delivery;

/// <param name="Part">The only part that is taken from the plan.</param>
/// <param name="Plan">As typed.</param>
/// <param name="Revision">The one it was typed on.</param>
public sealed record SaveDeliveryInput(DeliveryPart Part, DeliveryPlan Plan, int Revision);

/// <summary>Writes one part of what a mission delivers: the secretariat and the team.</summary>
public sealed class SaveDelivery(TechAssistDb db, ReferenceCatalog reference, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>delivery-closed</c>; <c>stale</c>; <c>session-attended</c>: a session in which attendance was
    /// noted would be taken off.</exception>
    public async Task ExecuteAsync(Guid missionId, SaveDeliveryInput input, Actor actor, CancellationToken cancellationToken)
    {
        var (mission, delivery) = await db.OpenDeliveryAsync(missionId, actor, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var data = await reference.GetAsync(cancellationToken);
        var today = data.Calendars.Country(delivery.Plan.Country).LocalDay(now);
        var errors = new DeliveryRules(input.Plan, mission, data, today).Check(input.Part);
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        if (delivery.Revision != input.Revision)
        {
            throw new RuleException("stale");
        }

        await CheckReferencesAsync(mission, delivery, input, actor, cancellationToken);
        delivery.Write(Taken(delivery.Plan, input, now));
        await timeline.AddAsync(mission.RequestId, DeliveryDoor.Line("delivery-saved", mission, ("item", $"delivery-{input.Part}")), actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Files are the case's own, and no session goes with the attendance noted in it.</summary>
    private async Task CheckReferencesAsync(Mission mission, MissionDelivery delivery, SaveDeliveryInput input, Actor actor, CancellationToken cancellationToken)
    {
        if (input.Part == DeliveryPart.Drafts)
        {
            Guid[] named = [.. input.Plan.Drafts.Select(draft => draft.DocumentId).OfType<Guid>().Distinct()];
            var known = await db.DocumentsVisibleTo(actor).Where(file => file.RequestId == mission.RequestId && named.Contains(file.Id)).Select(file => file.Id).ToListAsync(cancellationToken);
            InputCheck.ThrowIfInvalid(input, input.Plan.Drafts.Index()
                .Where(draft => draft.Item.DocumentId is { } id && !known.Contains(id))
                .Select(draft => new FieldError($"drafts[{draft.Index}].documentId", "not-a-choice")));
        }

        if (input.Part == DeliveryPart.Sessions)
        {
            Guid[] gone = [.. delivery.Plan.Sessions.Select(session => session.Id).Except(input.Plan.Sessions.Select(session => session.Id))];
            if (await db.Attendances.AnyAsync(mark => gone.Contains(mark.SessionId), cancellationToken))
            {
                throw new RuleException("session-attended");
            }
        }
    }

    private static DeliveryPlan Taken(DeliveryPlan known, SaveDeliveryInput input, DateTime now) => input.Part switch
    {
        DeliveryPart.Types => known with { Types = [.. input.Plan.Types.Distinct()], Country = Blank.ToNull(input.Plan.Country) ?? known.Country },
        DeliveryPart.Sessions => known with { Sessions = InOrder(known, input.Plan.Sessions, now) },
        DeliveryPart.Enquiry => known with { Questions = input.Plan.Questions, Interviews = [.. input.Plan.Interviews.OrderBy(row => row.On ?? DateOnly.MaxValue)] },
        DeliveryPart.Drafts => known with { Drafts = [.. input.Plan.Drafts.OrderBy(row => row.On ?? row.PlannedOn ?? DateOnly.MaxValue)] },
        DeliveryPart.Contacts => known with { Contacts = [.. input.Plan.Contacts.OrderBy(row => row.On ?? row.PlannedOn)] },
        DeliveryPart.Groups => known with { Groups = input.Plan.Groups, PreTest = input.Plan.PreTest, PostTest = input.Plan.PostTest },
        _ => throw new InvalidInputException("part", "not-a-choice"),
    };

    /// <summary>By day and hour. An id that is not of this mission, or comes twice, is none.</summary>
    private static IReadOnlyList<Session> InOrder(DeliveryPlan known, IReadOnlyList<Session> typed, DateTime now)
    {
        var free = known.Sessions.Select(session => session.Id).ToHashSet();
        return
        [
            .. typed.Select(session => free.Remove(session.Id) ? session : session with { Id = Guid.CreateVersion7(now) })
                .OrderBy(session => session.On).ThenBy(session => session.From),
        ];
    }
}
