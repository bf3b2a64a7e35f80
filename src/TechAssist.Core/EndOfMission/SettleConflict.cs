using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TechAssist.Core.EndOfMission.Merging;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission;

/// <summary>A person chooses between two texts for the same place: the one that stands there, or the one that was typed meanwhile.</summary>
public sealed partial class SettleConflict(TechAssistDb db, TimeProvider clock)
{
    /// <param name="reportId">The report.</param>
    /// <param name="conflictId">Which.</param>
    /// <param name="takesTyped">True puts the typed text in the place of the other; false leaves what stands there.</param>
    /// <param name="actor">One of the authors.</param>
    /// <param name="cancellationToken">Stops the act.</param>
    /// <exception cref="RuleException"><c>conflict-place-gone</c>: the row it stood in was taken out.</exception>
    public async Task ExecuteAsync(Guid reportId, Guid conflictId, bool takesTyped, Actor actor, CancellationToken cancellationToken)
    {
        var report = await db.FindReportAsync(reportId, actor, cancellationToken);
        actor.Require(actor.MayWrite(report));
        report.Mission.Request.RequireRunning();
        var conflict = report.Conflicts.FirstOrDefault(known => known.Id == conflictId) ?? throw new NotFoundException("The conflict");
        var now = clock.GetUtcNow().UtcDateTime;
        await db.KeepSaveAsync(report, now, cancellationToken);
        if (takesTyped)
        {
            if (conflict.IsPlaceGone)
            {
                throw new RuleException("conflict-place-gone");
            }

            report.Write(Put(report.Content, conflict.Field, conflict.Text), report.Language, actor, now);
        }

        report.Settle(conflict);
        await db.SaveChangesAsync(cancellationToken);
    }

    private static ReportContent Put(ReportContent content, string field, string text)
    {
        var tree = JsonSerializer.SerializeToNode(content, CoreJson.Options)!;
        var place = tree;
        var steps = Steps().Matches(field).ToList();
        foreach (var step in steps.SkipLast(1))
        {
            place = step.Groups["index"].Success
                ? place is JsonArray rows && int.Parse(step.Groups["index"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var index && index < rows.Count ? rows[index] : null
                : place?[step.Value];
        }

        if (place is not JsonObject holder)
        {
            throw new RuleException("conflict-place-gone");
        }

        var name = steps[^1].Value;
        // Numbers and flags were kept as they are written.
        holder[name] = holder[name]?.GetValueKind() is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False ? JsonNode.Parse(text) : JsonValue.Create(text);
        return tree.Deserialize<ReportContent>(CoreJson.Options)!;
    }

    [GeneratedRegex(@"\[(?<index>\d+)\]|[A-Za-z]\w*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Steps();
}
