using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Calls;

/// <summary>The way from the need to the expert: when it began. Its later stations are the nomination's own.</summary>
/// <param name="NeededAt">UTC: when the case began to look for experts.</param>
internal sealed record CallChain(DateTime NeededAt)
{
    private static readonly string[] Searching = ["termsAndCall", "mobilisation"];

    public static async Task<CallChain> OfAsync(Nomination nomination, TechAssistDb db, CancellationToken cancellationToken)
    {
        var calledAt = nomination.InvitedAt;
        var searchedAt = await db.Steps
            .Where(step => step.RequestId == nomination.RequestId && Searching.Contains(step.Form) && step.OpenedAt <= calledAt)
            .MaxAsync(step => (DateTime?)step.OpenedAt, cancellationToken);
        return new CallChain(searchedAt ?? nomination.ProposedAt);
    }
}
