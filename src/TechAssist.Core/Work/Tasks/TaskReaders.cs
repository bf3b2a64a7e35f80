using TechAssist.Core.People;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Work.Tasks;

/// <summary>Who may read a task that is not theirs.</summary>
internal static class TaskReaders
{
    private static readonly Role[] RequestingSide = [Role.Requester, Role.FocalPoint, Role.Counterpart];

    /// <summary>Reads the secretariat's own labels and notes.</summary>
    public static bool IsStaff(Actor actor) => actor.IsSystem || actor.IsSecretariat || actor.Has(Role.Auditor);

    public static bool IsOfRequestingSide(Role role) => RequestingSide.Contains(role);

    /// <summary>The secretariat and the auditor read every task of a case, the requesting side those of its own people. Scores
    /// stay closed until both are in: neither scorer sees the other's before.</summary>
    public static bool MayRead(WorkItem item, AssistanceRequest request, Actor actor)
    {
        if (IsStaff(actor))
        {
            return item.Step.Form != "scores" || !item.Step.IsOpen;
        }

        return IsOfRequestingSide(item.Role)
            && (request.RequesterId == actor.PersonId || actor.Grants.Any(grant => IsOfRequestingSide(grant.Role) && IsHere(grant, request)));
    }

    private static bool IsHere(RoleGrant grant, AssistanceRequest request) =>
        grant.RequestId == request.Id || (grant is { Role: Role.FocalPoint, Country: { } code } && request.Countries.Exists(country => country.Country == code));
}
