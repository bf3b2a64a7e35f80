using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Core.People.Substitutes;

/// <summary>What a substitution must not open: a substitute with a stake in the case, or one who would judge their own work.</summary>
internal static class OwnWork
{
    /// <summary>By the form of a judgement, the forms whose author may not give it on behalf of somebody else.</summary>
    private static readonly Dictionary<string, string[]> JudgedBy = new()
    {
        ["scores"] = ["scores"],
        ["decision"] = ["scores", "rapidCheck"],
        ["termsApproval"] = ["terms"],
        ["selection"] = ["mobilisation", "termsAndCall"],
    };

    /// <exception cref="RuleException">own-interest: the substitute is an expert of the case.</exception>
    public static async Task RefuseInterestAsync(TechAssistDb db, Guid requestId, Actor by, CancellationToken cancellationToken)
    {
        if (by.OnBehalfOf is { } away
            && await db.Nominations.AnyAsync(row => row.RequestId == requestId && row.Expert.PersonId == by.PersonId && row.EndedAt == null, cancellationToken))
        {
            throw new RuleException("own-interest", away.Name);
        }
    }

    /// <exception cref="RuleException">own-interest; own-work: the substitute gave, for themselves or for somebody else, what is
    /// to be judged here, or the other of two scores that must come from two people.</exception>
    public static async Task RefuseAsync(TechAssistDb db, WorkItem item, Actor by, CancellationToken cancellationToken)
    {
        await RefuseInterestAsync(db, item.RequestId, by, cancellationToken);
        if (!JudgedBy.TryGetValue(item.Step.Form, out var forms))
        {
            return;
        }

        var isStandIn = by.OnBehalfOf is not null;
        var isTheirs = await db.WorkItems.AnyAsync(
            other => other.Id != item.Id && other.RequestId == item.RequestId && other.ClosedById == by.PersonId && other.Outcome != null
                && (isStandIn || other.ClosedForId != null) && forms.Contains(other.Step.Form)
                && (other.Step.Form != item.Step.Form || other.StepRowId == item.StepRowId),
            cancellationToken);
        if (isTheirs)
        {
            throw new RuleException("own-work");
        }
    }
}
