using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Work;

namespace TechAssist.Core.Requests.Forms;

/// <summary>The time in which a refusal can be appealed, or a lapsed request taken up again.</summary>
internal static class RefusalWindow
{
    /// <summary>Forms of the steps that are such a window.</summary>
    public static readonly string[] Forms = ["appeal", "reopening", "revisionReopening"];

    /// <summary>The refusal under which the case now stands says until when.</summary>
    public static async ValueTask OpenAsync(StepOpening opening, CancellationToken cancellationToken)
    {
        var refusal = opening.Db.Refusals.Local.Where(row => row.RequestId == opening.Request.Id).MaxBy(row => row.DecidedAt)
            ?? await opening.Db.Refusals.Where(row => row.RequestId == opening.Request.Id)
                .OrderByDescending(row => row.DecidedAt).FirstOrDefaultAsync(cancellationToken);
        if (opening.Step.DueAt is { } untilAt)
        {
            refusal?.OpenWindow(untilAt);
        }
    }
}
