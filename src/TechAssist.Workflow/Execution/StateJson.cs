using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TechAssist.Workflow.Execution;

/// <summary>A state as JSON text. Written by hand: it is read and written at every act, and must cost microseconds.</summary>
internal static class StateJson
{
    private const int Format = 1;

    // The text is kept with the case and never put into a page as it is; names of lines are full of ">".
    private static readonly JsonWriterOptions _writing = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(WorkflowState state)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, _writing))
        {
            json.WriteStartObject();
            json.WriteNumber("v"u8, Format);
            json.WriteString("status"u8, Name(state.Status));
            json.WriteNumber("next"u8, state.Next);
            if (state.RootCompleted)
            {
                json.WriteBoolean("rootCompleted"u8, true);
            }

            WriteExecutions(json, state.Executions);
            WriteBookmarks(json, state.Bookmarks);
            WriteIncidents(json, state.Incidents);
            WriteNodes(json, "variables"u8, state.Variables);
            WriteNodes(json, "inputs"u8, state.Inputs);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static WorkflowState Read(string text)
    {
        try
        {
            return StateReader.Read(text);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException($"Not a saved workflow state: {fault.Message}", fault);
        }
    }

    internal static string Name(WorkflowStatus status) => status switch
    {
        WorkflowStatus.Suspended => "suspended",
        WorkflowStatus.Finished => "finished",
        WorkflowStatus.Faulted => "faulted",
        WorkflowStatus.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private static void WriteExecutions(Utf8JsonWriter json, IReadOnlyList<ExecutionRecord> executions)
    {
        if (executions.Count == 0)
        {
            return;
        }

        json.WriteStartArray("executions"u8);
        foreach (var execution in executions)
        {
            json.WriteStartObject();
            json.WriteNumber("id"u8, execution.Id);
            json.WriteNumber("parent"u8, execution.Parent);
            json.WriteString("activity"u8, execution.ActivityKey);
            if (execution.Status == ExecutionStatus.Faulted)
            {
                json.WriteBoolean("faulted"u8, true);
            }

            WriteCounts(json, "visits"u8, execution.Visits);
            WriteCounts(json, "lines"u8, execution.Lines);
            WriteCounts(json, "callbacks"u8, execution.Callbacks);
            WriteNodes(json, "variables"u8, execution.Variables);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCounts(Utf8JsonWriter json, ReadOnlySpan<byte> name, List<Count>? counts)
    {
        if (counts is not { Count: > 0 })
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, count) in counts)
        {
            json.WriteNumber(key, count);
        }

        json.WriteEndObject();
    }

    private static void WriteBookmarks(Utf8JsonWriter json, IReadOnlyList<Bookmark> bookmarks)
    {
        if (bookmarks.Count == 0)
        {
            return;
        }

        json.WriteStartArray("bookmarks"u8);
        foreach (var bookmark in bookmarks)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, bookmark.Id);
            json.WriteString("step"u8, bookmark.StepId);
            json.WriteString("type"u8, bookmark.Type);
            json.WriteNumber("execution"u8, bookmark.Execution);
            if (bookmark.ActivityKey != bookmark.StepId)
            {
                json.WriteString("activity"u8, bookmark.ActivityKey);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIncidents(Utf8JsonWriter json, IReadOnlyList<Incident> incidents)
    {
        if (incidents.Count == 0)
        {
            return;
        }

        json.WriteStartArray("incidents"u8);
        foreach (var incident in incidents)
        {
            json.WriteStartObject();
            json.WriteString("activity"u8, incident.ActivityId);
            json.WriteString("message"u8, incident.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNodes(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, JsonNode?>? nodes)
    {
        if (nodes is not { Count: > 0 })
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, node) in nodes)
        {
            json.WritePropertyName(key);
            if (node is null)
            {
                json.WriteNullValue();
            }
            else
            {
                node.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }
}
