using System.Text.Json.Nodes;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;

namespace TechAssist.Core.Work;

/// <summary>A step that would complete by itself with the outcome it had before.</summary>
public sealed record CarriedStep(string StepId, string BookmarkId, string Outcome);

/// <summary>Where a case would stand on a fresh run with its recorded outcomes carried over.</summary>
public sealed record CarryOverPlan(WorkflowState State, IReadOnlyList<CarriedStep> Carried, IReadOnlyList<OpenStep> Open);

/// <summary>Replays recorded outcomes on a fresh run, without telling anybody and without producing anything: for a reopening,
/// and for a change of the track. Pure; a dry run is the plan itself.</summary>
public static class CarryOver
{
    /// <summary>More steps than any case has; a definition that goes in circles on recorded outcomes stops here.</summary>
    private const int Most = 200;

    /// <param name="recorded">The last outcome of each step.</param>
    /// <param name="stopAt">The step to stand at; null goes as far as the outcomes lead.</param>
    /// <exception cref="RuleException">cannot-carry-over: the outcomes do not lead to that step, or lead out of the process.</exception>
    public static CarryOverPlan Plan(WorkflowDefinition definition, JsonObject facts, IReadOnlyDictionary<string, string> recorded, string? stopAt)
    {
        var carried = new List<CarriedStep>();
        var burst = WorkflowEngine.Start(definition, Known(facts, carried));
        var open = Opened(burst, []);
        while (Next(definition, open, recorded, carried, stopAt) is { } next)
        {
            if (carried.Count == Most)
            {
                throw new RuleException("cannot-carry-over");
            }

            carried.Add(new CarriedStep(next.StepId, next.BookmarkId, recorded[next.StepId]));
            burst = WorkflowEngine.Resume(definition, burst.State, next.BookmarkId, [recorded[next.StepId]], Known(facts, carried));
            open = Opened(burst, [.. open.Where(step => step.BookmarkId != next.BookmarkId)]);
        }

        var reached = stopAt is null || open.Exists(step => step.StepId == stopAt);
        return burst.IsAccepted && burst.State.IsRunning && open.Count > 0 && reached
            ? new CarryOverPlan(burst.State, carried, open)
            : throw new RuleException("cannot-carry-over");
    }

    // A step is carried over once: a loop back to it is where people must look again.
    private static OpenStep? Next(
        WorkflowDefinition definition, List<OpenStep> open, IReadOnlyDictionary<string, string> recorded, List<CarriedStep> carried, string? stopAt) =>
        open.Find(step => step.StepId != stopAt
            && recorded.TryGetValue(step.StepId, out var outcome)
            && definition.FindStep(step.StepId)!.Outcomes.Contains(outcome)
            && !carried.Exists(done => done.StepId == step.StepId));

    private static List<OpenStep> Opened(WorkflowBurst burst, List<OpenStep> before)
    {
        var closed = burst.Effects.OfType<CloseStep>().Select(effect => effect.BookmarkId).ToHashSet();
        return [.. before.Where(step => !closed.Contains(step.BookmarkId)), .. burst.Effects.OfType<OpenStep>()];
    }

    private static JsonObject Known(JsonObject facts, List<CarriedStep> carried)
    {
        var known = (JsonObject)facts.DeepClone();
        var outcomes = new JsonObject();
        var rounds = new JsonObject();
        foreach (var step in carried)
        {
            outcomes[step.StepId] = step.Outcome;
            rounds[step.StepId] = 1;
        }

        known["facts"]!["outcomes"] = outcomes;
        known["facts"]!["rounds"] = rounds;
        return known;
    }
}
