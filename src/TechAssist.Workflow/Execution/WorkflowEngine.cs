using System.Text.Json.Nodes;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Execution;

/// <summary>Runs definitions as Elsa 3.6 and later do in counter mode. Pure: the same definition, state and event always give the same burst; no clock, no I/O, nothing kept.</summary>
public static class WorkflowEngine
{
    private static readonly string[] _default = ["Done"];

    /// <summary>Starts an instance and runs it until everything waits or it ends.</summary>
    /// <param name="input">Workflow input, for example <c>{ "facts": { … } }</c>; scripts read it by <c>getInput('facts')</c>. It lives for this burst.</param>
    /// <param name="trace">Filled with what happened, when given.</param>
    public static WorkflowBurst Start(WorkflowDefinition definition, JsonObject? input = null, WorkflowTrace? trace = null)
    {
        var run = new Run(definition, new WorkflowState(), input, trace);
        return run.Start();
    }

    /// <summary>Completes an open wait with outcomes and runs on.</summary>
    /// <param name="bookmark">The id of a bookmark; or the id of a step, whose oldest open bookmark is then taken.</param>
    /// <param name="outcomes">The ports to leave by; none completes by default (<c>Done</c>).</param>
    /// <param name="input">Workflow input of this burst only.</param>
    /// <param name="trace">Filled with what happened, when given.</param>
    public static WorkflowBurst Resume(
        WorkflowDefinition definition, WorkflowState state, string bookmark, IReadOnlyList<string>? outcomes = null, JsonObject? input = null, WorkflowTrace? trace = null)
    {
        var refusals = CanResume(definition, state, bookmark, outcomes);
        return refusals.Count > 0
            ? new WorkflowBurst(state, [], refusals)
            : ResumeUnchecked(definition, state, bookmark, outcomes, input, trace);
    }

    /// <summary>The reasons why <see cref="Resume"/> would refuse; none when it would accept. An outcome is checked against those the step declares.</summary>
    public static IReadOnlyList<Refusal> CanResume(
        WorkflowDefinition definition, WorkflowState state, string bookmark, IReadOnlyList<string>? outcomes = null)
    {
        if (!state.IsRunning)
        {
            return [new Refusal(Refusal.NotRunning, bookmark)];
        }

        if (Find(state, bookmark) is not { } found)
        {
            return [new Refusal(Refusal.NoBookmark, bookmark)];
        }

        if (definition.FindByKey(found.ActivityKey) is not { } activity)
        {
            return [new Refusal(Refusal.NoBookmark, bookmark)];
        }

        var declared = definition.Declared[activity.Ordinal];
        if (declared.Count == 0)
        {
            return [];
        }

        var given = outcomes is { Count: > 0 } ? outcomes : _default;
        foreach (var outcome in given)
        {
            if (!declared.Contains(outcome))
            {
                return [.. given.Where(o => !declared.Contains(o)).Select(o => new Refusal(Refusal.UnknownOutcome, o))];
            }
        }

        return [];
    }

    /// <summary>Ends the instance wherever it stands: every wait is closed and the status is cancelled.</summary>
    public static WorkflowBurst Cancel(WorkflowDefinition definition, WorkflowState state)
    {
        if (!state.IsRunning)
        {
            return new WorkflowBurst(state, [], [new Refusal(Refusal.NotRunning, definition.DefinitionId)]);
        }

        var cancelled = new WorkflowState
        {
            Status = WorkflowStatus.Cancelled,
            Incidents = state.Incidents,
            Variables = state.Variables,
            RootCompleted = state.RootCompleted,
            Next = state.Next,
        };
        return new WorkflowBurst(cancelled, [.. state.Bookmarks.Select(b => new CloseStep(b.StepId, b.Id))], []);
    }

    /// <summary>The value of a workflow variable, by name; null when it has none or does not exist.</summary>
    public static JsonNode? Variable(WorkflowDefinition definition, WorkflowState state, string name)
    {
        var variable = definition.Variables.FirstOrDefault(v => v.Name == name);
        return variable is null ? null
            : state.Variables.TryGetValue(variable.Id, out var value) ? value?.DeepClone()
            : variable.Default?.DeepClone();
    }

    /// <summary>The variable <c>result</c> as text; null until the definition sets it.</summary>
    public static string? Result(WorkflowDefinition definition, WorkflowState state) =>
        Variable(definition, state, "result") is { } result && ValueShapes.ToText(result) is { Length: > 0 } text ? text : null;

    /// <summary>As <see cref="Resume"/>, without asking whether the step declares the outcome: the real engine does not ask either.</summary>
    internal static WorkflowBurst ResumeUnchecked(
        WorkflowDefinition definition, WorkflowState state, string bookmark, IReadOnlyList<string>? outcomes, JsonObject? input, WorkflowTrace? trace)
    {
        var run = new Run(definition, state, input, trace);
        return run.Resume(Find(state, bookmark)!, outcomes);
    }

    internal static Bookmark? Find(WorkflowState state, string bookmark)
    {
        Bookmark? ofStep = null;
        foreach (var open in state.Bookmarks)
        {
            if (open.Id == bookmark)
            {
                return open;
            }

            ofStep ??= open.StepId == bookmark ? open : null;
        }

        return ofStep;
    }
}
