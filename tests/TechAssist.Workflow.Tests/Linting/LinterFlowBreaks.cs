using System.Text.Json.Nodes;
using static TechAssist.Workflow.Tests.Linting.LinterBreaks;
using static TechAssist.Workflow.Tests.Linting.SoundFile;
using static TechAssist.Workflow.Tests.Linting.WorkflowLinterTests;

namespace TechAssist.Workflow.Tests.Linting;

/// <summary>The ways to break how the lines run: what counter mode faults on or passes over in silence.</summary>
internal static class LinterFlowBreaks
{
    public static readonly IReadOnlyList<LinterBreak> All =
    [
        new("back-edge", "later", "a way back from behind the join into one branch", f =>
        {
            Add(f, Step("check", "ok", "redo"), Line("check", "ok", "ending"), Line("check", "redo", "one"));
            Connection(f, "both", "Done")["target"]!["activity"] = "check";
            AddLine(f, Line("later", "Done", "two"));
        }),
        new("back-edge", "shared", "a shared letter with an appeal", f =>
        {
            Set(f, "file", "outcomes", Json("""["submit","drop"]"""));
            Set(f, "review", "outcomes", Json("""["approve","reject","refuse"]"""));
            Add(f, Join("shared-in", "WaitAny"));
            Add(f, Step("shared", "close", "appeal"), Line("shared", "close", "ending"), Line("shared", "appeal", "review"), Line("shared-in", "Done", "shared"));
            AddLine(f, Line("file", "drop", "shared-in"));
            AddLine(f, Line("review", "refuse", "shared-in"));
        }),
        new("merge-after-loop", "set", "an exit of a loop merged without a join", f =>
        {
            Set(f, "file", "outcomes", Json("""["submit","drop"]"""));
            Add(f, Decision("early", "getInput('facts').x === true"), Line("early", "True", "file"), Line("early", "False", "set"));
            Connection(f, "start", "Done")["target"]!["activity"] = "early";
            AddLine(f, Line("file", "drop", "ending"));
        }),
        new("loop-in-parallel", "one", "a loop in one branch", f =>
        {
            Set(f, "one", "outcomes", Json("""["done","redo"]"""));
            AddLine(f, Line("one", "redo", "one"));
        }),
        new("loop-in-parallel", "one", "back to before the fork while a branch is open", f =>
        {
            Set(f, "one", "outcomes", Json("""["done","redo"]"""));
            AddLine(f, Line("one", "redo", "review"));
        }),
        new("endless-loop", "ready", "a decision that leads back to itself", f => Connection(f, "ready", "False")["target"]!["activity"] = "ready"),
        new("end-in-parallel", "stop", "an end on one branch", f =>
        {
            Add(f, Activity("stop", "Elsa.End"));
            Connection(f, "two", "done")["target"]!["activity"] = "stop";
        }),
        new("join-any-parallel", "both", "WaitAny after a fork", f => Set(f, "both", "mode", Literal("WaitAny"))),
        new("join-any-nested", "both", "WaitAny around a nested flowchart", f =>
        {
            Set(f, "both", "mode", Literal("WaitAny"));
            Nest(f, "one");
            Connection(f, "one", "done")["source"]!["port"] = "Done";
        }),
        new("join-all-after-choice", "ending", "WaitAll behind a decision", f => Set(f, "ending", "mode", Literal("WaitAll"))),
        new("join-all-after-choice", "both", "a choice in a branch before WaitAll", f =>
        {
            Set(f, "both", "mode", Literal("WaitAll"));
            Set(f, "one", "outcomes", Json("""["done","skip"]"""));
            Add(f, Step("extra", "done"), Line("one", "skip", "extra"), Line("extra", "done", "both"));
        }),
        new("nested-end", "one", "an end in a nested flowchart with parallel work", f =>
        {
            Nest(f, "one");
            Connection(f, "one", "done")["source"]!["port"] = "Done";
        }),
        new("no-start", "one", "no start in a nested flowchart", f =>
        {
            Nest(f, "one");
            Find(f, "one")["activities"]!.AsArray().RemoveAt(0);
        }),
    ];

    /// <summary>Puts a nested flowchart with two parallel steps and an end in place of a step.</summary>
    private static void Nest(JsonObject file, string id)
    {
        var nested = Find(file, id);
        foreach (var name in nested.Select(p => p.Key).Except(["id", "metadata", "version"]).ToList())
        {
            nested.Remove(name);
        }

        nested["type"] = "Elsa.Flowchart";
        nested["activities"] = new JsonArray(
            Activity(id + "-start", "Elsa.Start"), Step(id + "-a", "done"), Step(id + "-b", "done"), Activity(id + "-end", "Elsa.End"));
        nested["connections"] = new JsonArray(
            Line(id + "-start", "Done", id + "-a"), Line(id + "-start", "Done", id + "-b"), Line(id + "-a", "done", id + "-end"), Line(id + "-b", "done", id + "-end"));
    }
}
