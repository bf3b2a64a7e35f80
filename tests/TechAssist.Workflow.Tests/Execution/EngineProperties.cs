using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using TechAssist.Workflow.Execution;

namespace TechAssist.Workflow.Tests.Execution;

/// <summary>What holds for any flowchart, any sequence of answers.</summary>
public sealed class EngineProperties
{
    [Test]
    public void A_state_goes_through_JSON_unchanged() => Holds(seed: 7, run =>
        run.States().All(state => WorkflowState.Parse(state.ToJson()).ToJson() == state.ToJson()));

    [Test]
    public void The_same_events_give_the_same_run() => Holds(seed: 11, run => run.Play().SequenceEqual(run.Play()));

    [Test]
    public void An_unknown_bookmark_is_refused_and_changes_nothing() => Holds(seed: 13, run => run.States().All(state =>
    {
        var before = state.ToJson();
        var burst = WorkflowEngine.Resume(run.Definition, state, "b0");
        return !burst.IsAccepted && burst.Effects.Count == 0 && burst.State.ToJson() == before
            && burst.Refusals[0].Code == (state.IsRunning ? Refusal.NoBookmark : Refusal.NotRunning);
    }));

    [Test]
    public void A_resume_leaves_the_state_it_began_with_as_it_was() => Holds(seed: 14, run => run.States().Where(s => s.IsRunning && s.Bookmarks.Count > 0).All(state =>
    {
        var before = state.ToJson();
        _ = WorkflowEngine.Resume(run.Definition, state, state.Bookmarks[0].Id);
        return state.ToJson() == before;
    }));

    [Test]
    public void Effects_and_state_tell_the_same_story() => Holds(seed: 15, run =>
    {
        var open = new HashSet<string>();
        foreach (var (burst, resumed) in run.Bursts())
        {
            open.Remove(resumed ?? "");
            foreach (var effect in burst.Effects)
            {
                _ = effect switch
                {
                    OpenStep step => open.Add(step.BookmarkId),
                    CloseStep step => open.Remove(step.BookmarkId),
                    _ => true,
                };
            }

            // A step that faults while it is answered keeps its wait.
            open.UnionWith(burst.State.Bookmarks.Select(b => b.Id).Where(id => id == resumed));
            if (!open.SetEquals(burst.State.Bookmarks.Select(b => b.Id)))
            {
                return false;
            }
        }

        return true;
    });

    [Test]
    public void A_cancelled_instance_has_nothing_open_and_takes_nothing_more() => Holds(seed: 17, run => run.States().Where(s => s.IsRunning).All(state =>
    {
        var burst = WorkflowEngine.Cancel(run.Definition, state);
        return burst.State is { Status: WorkflowStatus.Cancelled, Bookmarks.Count: 0 }
            && burst.Effects.OfType<CloseStep>().Count() == state.Bookmarks.Count
            && !WorkflowEngine.Cancel(run.Definition, burst.State).IsAccepted;
    }));

    private static void Holds(ulong seed, Func<RandomRun, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(seed, 20_311_123), Prop.ForAll(RandomRuns.Runs(), property));
}
