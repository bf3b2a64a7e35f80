using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;

namespace TechAssist.Workflow.Conformance;

/// <summary>Plays conformance cases: a definition and what happens to it, to the trace of what the engine did. The definition is run without linting it; the state passes through JSON text between bursts.</summary>
public static class ConformanceTrace
{
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Plays one case, given as one line of JSON, to the line <c>{"id":…,"trace":[…]}</c>.</summary>
    /// <exception cref="WorkflowFormatException">The line is not a case, or its definition cannot be read.</exception>
    public static string Play(string caseJsonLine)
    {
        var element = DefinitionParser.ParseJson(caseJsonLine);
        if (element.ValueKind != JsonValueKind.Object || element.Member("definition").ValueKind != JsonValueKind.Object)
        {
            throw new WorkflowFormatException("A case is an object with a definition.");
        }

        var line = new JsonObject { ["id"] = element.TextOf("id"), ["trace"] = PlaySteps(element) };
        return line.ToJsonString(_readable);
    }

    /// <summary>Plays every line that is not empty, one result line each, in order.</summary>
    public static IEnumerable<string> PlayAll(IEnumerable<string> lines) =>
        lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(Play);

    private static JsonArray PlaySteps(JsonElement element)
    {
        var definition = WorkflowDefinition.Parse(element.Member("definition").GetRawText());
        var trace = new WorkflowTrace();
        var state = WorkflowEngine.Start(definition, ToObject(element.Member("input")), trace).State;
        var entries = new JsonArray { (JsonNode)Entry("start", state, trace) };
        foreach (var step in element.Member("steps").Items())
        {
            state = WorkflowState.Parse(state.ToJson());
            if (step.Member("cancel").ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False))
            {
                var cancelled = WorkflowEngine.Cancel(definition, state);
                state = cancelled.State;
                entries.Add((JsonNode)(cancelled.IsAccepted ? CancelEntry(state) : new JsonObject { ["action"] = "cancel", ["found"] = false }));
                continue;
            }

            entries.Add((JsonNode)PlayResume(definition, step, ref state));
        }

        return entries;
    }

    private static JsonObject PlayResume(WorkflowDefinition definition, JsonElement step, ref WorkflowState state)
    {
        var id = step.TextOf("resume") ?? "";
        var outcome = step.TextOf("outcome");
        var input = ToObject(step.Member("input"));
        var action = $"resume {id}"
            + (outcome is null ? "" : $" -> {outcome}")
            + (input is null ? "" : $" input {input.ToJsonString(_readable)}");
        if (!state.IsRunning || !state.Bookmarks.Any(b => b.StepId == id))
        {
            return new JsonObject { ["action"] = action, ["found"] = false };
        }

        var trace = new WorkflowTrace();
        var bookmark = state.Bookmarks.First(b => b.StepId == id).Id;
        state = WorkflowEngine.ResumeUnchecked(definition, state, bookmark, outcome?.Split('+'), input, trace).State;
        return Entry(action, state, trace);
    }

    private static JsonObject Entry(string action, WorkflowState state, WorkflowTrace trace)
    {
        var entry = new JsonObject
        {
            ["action"] = action,
            ["order"] = Texts(trace.Order),
            ["events"] = Texts(trace.Events),
        };
        if (trace.Output.Count > 0)
        {
            entry["output"] = string.Join(" | ", trace.Output);
        }

        if (trace.Inputs.Count > 0)
        {
            entry["inputs"] = string.Join(' ', trace.Inputs);
        }

        entry["bookmarks"] = Texts(state.Bookmarks.Select(Describe));
        entry["status"] = state.IsRunning ? "Running" : "Finished";
        entry["subStatus"] = SubStatus(state.Status);
        if (state.Incidents.Count > 0)
        {
            entry["incidents"] = Texts(state.Incidents.Select(i => i.ActivityId));
        }

        return entry;
    }

    private static JsonObject CancelEntry(WorkflowState state) => new()
    {
        ["action"] = "cancel",
        ["status"] = "Finished",
        ["subStatus"] = SubStatus(state.Status),
        ["bookmarks"] = new JsonArray(),
    };

    /// <summary>A human step's wait by its id, any other with its type.</summary>
    private static string Describe(Bookmark bookmark) =>
        bookmark.Type == "TechAssist.HumanStep" ? bookmark.StepId : $"{bookmark.StepId}({bookmark.Type})";

    private static string SubStatus(WorkflowStatus status) => status switch
    {
        WorkflowStatus.Suspended => "Suspended",
        WorkflowStatus.Finished => "Finished",
        WorkflowStatus.Faulted => "Faulted",
        WorkflowStatus.Cancelled => "Cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t))]);

    private static JsonObject? ToObject(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? JsonObject.Create(element) : null;
}
