using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Work;

/// <summary>What the conditions of a workflow may read of a case: the only place that gives a condition its meaning.
/// The facts are documented in docs/process.md.</summary>
public sealed class CaseFacts(TechAssistDb db)
{
    /// <summary>The facts as workflow input. <paramref name="closing"/> is the step that is being completed in this act, which the database does not know yet.</summary>
    public async Task<JsonObject> ReadAsync(AssistanceRequest request, WorkflowRun run, Step? closing, CancellationToken cancellationToken)
    {
        var closed = await db.Steps.AsNoTracking()
            .Where(step => step.RunId == run.Id && step.Outcome != null)
            .OrderBy(step => step.ClosedAt)
            .Select(step => new { step.StepId, step.Outcome })
            .ToListAsync(cancellationToken);
        var outcomes = new JsonObject();
        var rounds = new JsonObject();
        foreach (var (stepId, outcome) in closed.Select(step => (step.StepId, step.Outcome)).Concat(OfClosing(closing)))
        {
            outcomes[stepId] = outcome;
            rounds[stepId] = (rounds[stepId]?.GetValue<int>() ?? 0) + 1;
        }

        return new JsonObject
        {
            ["facts"] = new JsonObject
            {
                ["track"] = request.Track == Track.Rapid ? "rapid" : "standard",
                ["regional"] = request.IsRegional,
                ["endorsed"] = request.EndorsedAt is not null,
                ["committeeRequired"] = request.IsRegional,
                ["openMissions"] = await db.WorkflowRuns.CountAsync(
                    other => other.RequestId == request.Id && other.MissionId != null && other.EndedAt == null && other.Id != run.Id, cancellationToken),
                ["openRecommendations"] = await db.Recommendations.CountAsync(row => row.RequestId == request.Id && row.SettledAt == null, cancellationToken),
                ["outcomes"] = outcomes,
                ["rounds"] = rounds,
            },
        };
    }

    private static IEnumerable<(string StepId, string? Outcome)> OfClosing(Step? closing) =>
        closing?.Outcome is null ? [] : [(closing.StepId, closing.Outcome)];
}
