using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Work;

/// <summary>What the history of a case says of more time for one step: who asked, and what was decided. The id of a step in its definition is
/// not enough: two missions of a case have the same steps.</summary>
internal static class MoreTimeLines
{
    /// <summary>The value of a line that names the row of its step.</summary>
    public const string StepRow = "stepRow";

    private static readonly string[] Kinds = [AskMoreTime.Asked, AskMoreTime.Declined, "due-extended"];

    /// <returns>The questions that nobody has decided yet, the earliest first.</returns>
    public static async Task<IReadOnlyList<TimelineEntry>> OpenAsync(TechAssistDb db, Step step, CancellationToken cancellationToken)
    {
        var lines = await db.Timeline.AsNoTracking()
            .Where(entry => entry.RequestId == step.RequestId && entry.StepId == step.StepId && entry.At >= step.OpenedAt && Kinds.Contains(entry.Kind))
            .OrderBy(entry => entry.Number)
            .ToListAsync(cancellationToken);
        List<TimelineEntry> ofStep = [.. lines.Where(line => line.Values.GetValueOrDefault(StepRow) == step.Id.ToString())];
        return [.. ofStep.Skip(ofStep.FindLastIndex(line => line.Kind != AskMoreTime.Asked) + 1)];
    }
}
