using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
using TechAssist.Core.People.Substitutes;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Requests.Steering;

/// <summary>Finds a case for an act that steers it, and asks who may: the coordinator, the head, and for a hold or a
/// continuation its case officer.</summary>
public sealed class SteeringCase(TechAssistDb db, WorkflowCatalog workflows)
{
    /// <exception cref="NotFoundException">No such case, or not the actor's to know.</exception>
    /// <exception cref="RuleException">not-allowed, stale.</exception>
    /// <returns>The case, and who acts: the actor, or the actor on behalf of somebody whose it is to steer.</returns>
    public async Task<(AssistanceRequest Request, Actor By)> FindAsync(
        string reference, SteeringInput input, Actor by, CancellationToken cancellationToken, Func<AssistanceRequest, Actor, bool>? may = null)
    {
        var request = await db.Requests.Include(row => row.Countries).VisibleTo(by)
            .SingleOrDefaultAsync(row => row.Reference == reference, cancellationToken)
            ?? throw new NotFoundException("The request");
        bool May(Actor person) => (may ?? MayHold)(request, person);
        if (!by.Could(May))
        {
            throw new RuleException("not-allowed");
        }

        by = by.ActingWhere(May);
        await OwnWork.RefuseInterestAsync(db, request.Id, by, cancellationToken);

        if (input.Revision is { } seen && seen != request.Revision)
        {
            throw new RuleException("stale");
        }

        return (request, by);
    }

    public HumanStep StepOf(Step step) => workflows.StepOf(step);

    public static bool MaySteer(AssistanceRequest request, Actor by) => Roles.Steering.Any(by.Has);

    public static bool MayHold(AssistanceRequest request, Actor by) =>
        MaySteer(request, by) || (request.CaseOfficerId == by.PersonId && by.IsSecretariat);

    /// <summary>The requester, or a focal point of one of its countries.</summary>
    public static bool MayWithdraw(AssistanceRequest request, Actor by) =>
        request.RequesterId == by.PersonId || request.Countries.Exists(country => by.CountriesFor(Role.FocalPoint).Contains(country.Country));
}
