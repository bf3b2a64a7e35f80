using System.Diagnostics;
using System.Text.Json.Nodes;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;

namespace TechAssist.Bench.Figures;

/// <summary>One resume in a linear definition of ten human steps: definition parsed once, literal inputs, no script, state from and to JSON text; mean of 10,000.</summary>
internal sealed record EngineFigure() : Figure("engine", "µs", 20)
{
    private const int Steps = 10;
    private const int Resumes = 10_000;
    private const int Rounds = 7;

    public override Measurement Measure()
    {
        var definition = WorkflowDefinition.Parse(LinearDefinition());
        PlayInstances(definition, Resumes / Steps * 3);
        var rounds = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            rounds.Add(PlayInstances(definition, Resumes / Steps).TotalMicroseconds / Resumes);
        }

        return Measurement.Best(rounds);
    }

    /// <summary>The time spent in resumes only: starting an instance is not counted.</summary>
    private static TimeSpan PlayInstances(WorkflowDefinition definition, int count)
    {
        var spent = 0L;
        for (var i = 0; i < count; i++)
        {
            var json = WorkflowEngine.Start(definition).State.ToJson();
            var begun = Stopwatch.GetTimestamp();
            for (var step = 0; step < Steps; step++)
            {
                var state = WorkflowState.Parse(json);
                json = WorkflowEngine.Resume(definition, state, state.Bookmarks[0].Id, ["Done"]).State.ToJson();
            }

            spent += Stopwatch.GetTimestamp() - begun;
            if (WorkflowState.Parse(json).Status != WorkflowStatus.Finished)
            {
                throw new InvalidOperationException("The linear definition did not finish.");
            }
        }

        return Stopwatch.GetElapsedTime(0, spent);
    }

    private static string LinearDefinition()
    {
        var ids = new List<string> { "start" };
        ids.AddRange(Enumerable.Range(1, Steps).Select(i => $"step{i}"));
        ids.Add("end");
        var activities = ids.Select(id => (JsonNode)Activity(id)).ToArray();
        var connections = ids.Zip(ids.Skip(1), Connect).ToArray();
        return new JsonObject
        {
            ["definitionId"] = "linear",
            ["toolVersion"] = "3.7.2.0",
            ["root"] = new JsonObject
            {
                ["type"] = "Elsa.Flowchart",
                ["id"] = "flow",
                ["activities"] = new JsonArray(activities),
                ["connections"] = new JsonArray(connections),
            },
        }.ToJsonString();
    }

    private static JsonObject Activity(string id)
    {
        var type = id switch
        {
            "start" => "Elsa.Start",
            "end" => "Elsa.End",
            _ => "TechAssist.HumanStep",
        };
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        if (type == "TechAssist.HumanStep")
        {
            activity["title"] = Literal(id);
            activity["assignee"] = Literal("officer");
        }

        return activity;
    }

    private static JsonObject Literal(string value) => new()
    {
        ["typeName"] = "String",
        ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
    };

    private static JsonNode Connect(string source, string target) => new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = "Done" },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };
}
