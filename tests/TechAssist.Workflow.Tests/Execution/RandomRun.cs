using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;

namespace TechAssist.Workflow.Tests.Execution;

/// <summary>A random flowchart and the answers given in it: each a choice among the open waits and among three outcomes.</summary>
public sealed record RandomRun(string Json, IReadOnlyList<(int Wait, int Outcome)> Answers)
{
    private static readonly string[][] _outcomes = [["A"], ["B"], ["Done"], ["A", "B"]];

    public WorkflowDefinition Definition { get; } = WorkflowDefinition.Parse(Json);

    public IEnumerable<WorkflowState> States() => Bursts().Select(b => b.Burst.State);

    /// <summary>Everything that can be seen of the run.</summary>
    public List<string> Play() => [.. Bursts().Select(b => b.Burst.State.ToJson() + string.Join(';', b.Burst.Effects.Select(Describe)))];

    public IEnumerable<(WorkflowBurst Burst, string? Resumed)> Bursts()
    {
        var burst = WorkflowEngine.Start(Definition);
        yield return (burst, null);
        foreach (var (wait, outcome) in Answers)
        {
            var state = WorkflowState.Parse(burst.State.ToJson());
            if (!state.IsRunning || state.Bookmarks.Count == 0)
            {
                yield break;
            }

            var bookmark = state.Bookmarks[wait % state.Bookmarks.Count].Id;
            burst = WorkflowEngine.Resume(Definition, state, bookmark, _outcomes[outcome % _outcomes.Length]);
            yield return (burst, bookmark);
        }
    }

    private static string Describe(WorkflowEffect effect) => effect is Faulted faulted
        ? string.Join(',', faulted.Incidents)
        : effect.ToString();
}

/// <summary>Flowcharts of up to nine activities, some nested, with any lines between them.</summary>
public static class RandomRuns
{
    private static readonly string[] _types =
        ["TechAssist.HumanStep", "TechAssist.HumanStep", "TechAssist.HumanStep", "Elsa.FlowJoin", "Elsa.FlowDecision", "Elsa.End", "TechAssist.Auto", "TechAssist.Boom", "Elsa.Flowchart"];

    private static readonly string[] _modes = ["WaitAll", "WaitAny", "WaitAllActive"];
    private static readonly string[] _ports = ["Done", "A", "B", "True", "False"];

    public static Arbitrary<RandomRun> Runs() => Arb.From(
        from continues in Gen.Elements(true, false)
        from flow in Flowchart("f", depth: 0)
        from answers in Gen.ListOf(from wait in Gen.Choose(0, 4) from outcome in Gen.Choose(0, 3) select (wait, outcome))
        select new RandomRun(File(flow, continues).ToJsonString(), [.. answers.Take(12)]));

    private static Gen<JsonObject> Flowchart(string id, int depth) =>
        from size in Gen.Choose(2, depth == 0 ? 9 : 4)
        from activities in Gen.CollectToList(Enumerable.Range(0, size), i => Activity($"{id}{i}", depth))
        from lines in Gen.ListOf(Line(id, size), size * 2)
        select new JsonObject
        {
            ["type"] = "Elsa.Flowchart",
            ["id"] = id,
            ["activities"] = new JsonArray([new JsonObject { ["id"] = id + "s", ["type"] = "Elsa.Start" }, .. activities.Select(a => a.DeepClone())]),
            ["connections"] = new JsonArray([Connect(id + "s", "Done", id + "0"), .. lines.Select(l => l.DeepClone())]),
        };

    private static Gen<JsonObject> Activity(string id, int depth) =>
        from type in Gen.Elements(_types)
        from mode in Gen.Elements(_modes)
        from condition in Gen.Elements(true, false)
        from nested in depth == 0 && type == "Elsa.Flowchart" ? Flowchart(id, 1) : Gen.Constant<JsonObject>(null!)
        select nested ?? new JsonObject
        {
            ["id"] = id,
            ["type"] = type == "Elsa.Flowchart" ? "TechAssist.HumanStep" : type,
            ["mode"] = mode,
            ["condition"] = condition,
            ["with"] = condition ? "A+B" : "Done",
        };

    private static Gen<JsonObject> Line(string id, int size) =>
        from source in Gen.Choose(0, size - 1)
        from target in Gen.Choose(0, size - 1)
        from port in Gen.Elements(_ports)
        select Connect($"{id}{source}", port, $"{id}{target}");

    private static JsonObject Connect(string source, string port, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };

    private static JsonObject File(JsonObject flow, bool continues) => new()
    {
        ["definitionId"] = "random",
        ["options"] = new JsonObject { ["incidentStrategyType"] = continues ? "ContinueWithIncidentsStrategy" : "FaultStrategy" },
        ["root"] = flow.DeepClone(),
    };
}
