using Microsoft.EntityFrameworkCore;
using TechAssist.Core.People;
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
    public async Task<AssistanceRequest> FindAsync(
        string reference, SteeringInput input, Actor by, CancellationToken cancellationToken, Func<AssistanceRequest, Actor, bool>? may = null)
    {
        var request = await db.Requests.Include(row => row.Countries).VisibleTo(by)
            .SingleOrDefaultAsync(row => row.Reference == reference, cancellationToken)
            ?? throw new NotFoundException("The request");
        if (!(may ?? MayHold)(request, by))
        {
            throw new RuleException("not-allowed");
        }

        if (input.Revision is { } seen && seen != request.Revision)
        {
            throw new RuleException("stale");
        }

        return request;
    }

    public HumanStep StepOf(Step step) => workflows.StepOf(step);

    public static bool MaySteer(AssistanceRequest request, Actor by) => Roles.Steering.Any(by.Has);

    public static bool MayHold(AssistanceRequest request, Actor by) =>
        MaySteer(request, by) || (request.CaseOfficerId == by.PersonId && by.IsSecretariat);

    /// <summary>The requester, or a focal point of one of its countries.</summary>
    public static bool MayWithdraw(AssistanceRequest request, Actor by) =>
        request.RequesterId == by.PersonId || request.Countries.Exists(country => by.CountriesFor(Role.FocalPoint).Contains(country.Country));
}
