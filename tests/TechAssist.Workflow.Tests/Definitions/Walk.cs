using System.Collections.Immutable;
using NUnit.Framework;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;

namespace TechAssist.Workflow.Tests.Definitions;

/// <summary>One case on its way through a definition. Each move fails the test unless it leads to a valid state.</summary>
internal sealed record Walk
{
    private static readonly string[] _results = ["completed", "refused", "not-eligible", "referred", "declined", "withdrawn", "lapsed", "cancelled"];

    private readonly WorkflowDefinition _definition;
    private readonly WorkflowState _state;

    private Walk(WorkflowDefinition definition, WorkflowBurst burst, WorkflowTrace trace, ImmutableList<string> path)
    {
        _definition = definition;
        Path = path;
        Executed = [.. trace.Order];
        _state = AfterRoundTrip(burst.State);
        Result = WorkflowEngine.Result(definition, _state);
        Check(burst, trace);
    }

    /// <summary>The moves so far, for the message of a failure.</summary>
    public ImmutableList<string> Path { get; }

    /// <summary>The activities that began in the last move, in order.</summary>
    public ImmutableList<string> Executed { get; }

    public string? Result { get; }

    public bool HasEnded => !_state.IsRunning;

    public IReadOnlyList<Bookmark> Open => _state.Bookmarks;

    public static Walk Start(WorkflowDefinition definition, Facts facts)
    {
        var trace = new WorkflowTrace();
        return new Walk(definition, WorkflowEngine.Start(definition, facts.ToInput(), trace), trace, ["start"]);
    }

    public IReadOnlyList<string> OffersAt(Bookmark open) => _definition.FindStep(open.StepId)?.Outcomes ?? ["Done"];

    public Walk Take(Bookmark open, string outcome, Facts facts)
    {
        var trace = new WorkflowTrace();
        var burst = WorkflowEngine.Resume(_definition, _state, open.Id, [outcome], facts.ToInput(), trace);
        return new Walk(_definition, burst, trace, Path.Add($"{open.StepId}:{outcome}"));
    }

    /// <summary>Takes the first outcome of the oldest open step until the case ends.</summary>
    public Walk GoStraightHome()
    {
        var walk = this;
        for (var moves = 0; !walk.HasEnded; moves++)
        {
            Assert.That(moves, Is.LessThan(100), () => walk.Say("goes round in circles"));
            walk = walk.Take(walk.Open[0], walk.OffersAt(walk.Open[0])[0], Facts.Plain);
        }

        return walk;
    }

    private WorkflowState AfterRoundTrip(WorkflowState before)
    {
        var json = before.ToJson();
        var after = WorkflowState.Parse(json);
        Assert.That(after.ToJson(), Is.EqualTo(json), () => Say("changed in the round trip"));
        Assert.That(after.Bookmarks, Is.EqualTo(before.Bookmarks), () => Say("lost a wait in the round trip"));
        return after;
    }

    private void Check(WorkflowBurst burst, WorkflowTrace trace)
    {
        Assert.That(burst.Refusals, Is.Empty, () => Say("was refused"));
        Assert.That(burst.State.Incidents, Is.Empty, () => Say("faulted"));
        Assert.That(burst.State.IsStuck, Is.False, () => Say("is stuck"));
        var opened = burst.Effects.OfType<OpenStep>().Select(e => e.BookmarkId);
        Assert.That(opened, Is.SubsetOf(Open.Select(b => b.Id)), () => Say("opened a step that does not wait"));
        Assert.That(burst.Effects.OfType<CloseStep>(), Is.Empty, () => Say("closed a step nobody answered"));
        if (!HasEnded)
        {
            return;
        }

        Assert.That(burst.State.Status, Is.EqualTo(WorkflowStatus.Finished), () => Say("did not finish"));
        Assert.That(trace.Completed, Does.Contain("end"), () => Say("ended, but not at the end"));
        Assert.That(_results, Does.Contain(Result), () => Say("ended without a result"));
        Assert.That(burst.Effects.OfType<Finished>().Select(f => f.Result), Is.EqualTo(new[] { Result }), () => Say("did not tell its result"));
    }

    private string Say(string what) => $"{_definition.DefinitionId} {what}: {string.Join(" > ", Path)}";
}
