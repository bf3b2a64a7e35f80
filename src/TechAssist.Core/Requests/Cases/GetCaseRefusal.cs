using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests.Forms;
using TechAssist.Core.Work.Tasks;

namespace TechAssist.Core.Requests.Cases;

/// <summary>The refusal a case stands under, while it can be appealed or taken up again, and after it ended so. Nothing when it went on since.</summary>
public sealed class GetCaseRefusal(TechAssistDb db)
{
    private static readonly string[] Refused = ["refused", "not-eligible", "referred", "declined", "lapsed"];

    public async Task<TaskRefusal?> ExecuteAsync(CaseStanding standing, CancellationToken cancellationToken)
    {
        var isOver = standing.Result is { } result && Refused.Contains(result);
        if (!isOver && !standing.Steps.Any(step => RefusalWindow.Forms.Contains(step.Form)))
        {
            return null;
        }

        return await db.Refusals.AsNoTracking()
            .Where(row => row.RequestId == standing.Id)
            .OrderByDescending(row => row.DecidedAt)
            .Select(row => new TaskRefusal(row.Result, row.Reason, row.Explanation, row.WayForward, row.ReferredTo, DoneBy.Of(row.DecidedByName, row.DecidedForName, Languages.Current), row.DecidedAt, row.AppealUntilAt))
            .FirstOrDefaultAsync(cancellationToken);
    }
}
