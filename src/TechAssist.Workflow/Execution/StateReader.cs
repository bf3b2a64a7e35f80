using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TechAssist.Workflow.Execution;

/// <summary>Reads the JSON text of a state, token by token. Unknown properties are passed over.</summary>
internal static class StateReader
{
    public static WorkflowState Read(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(text, bytes);
            var json = new Utf8JsonReader(bytes.AsSpan(0, length), new JsonReaderOptions { MaxDepth = 64 });
            return ReadState(ref json);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static WorkflowState ReadState(ref Utf8JsonReader json)
    {
        WorkflowStatus? status = null;
        var next = 0;
        var rootCompleted = false;
        List<ExecutionRecord> executions = [];
        List<Bookmark> bookmarks = [];
        List<Incident> incidents = [];
        Dictionary<string, JsonNode?> variables = [];
        Dictionary<string, JsonNode?> inputs = [];
        Enter(ref json, JsonTokenType.StartObject);
        while (NextProperty(ref json))
        {
            switch (Name(ref json))
            {
                case "status":
                    status = ReadStatus(json.GetString());
                    break;
                case "next":
                    next = json.GetInt32();
                    break;
                case "rootCompleted":
                    rootCompleted = json.GetBoolean();
                    break;
                case "executions":
                    ReadExecutions(ref json, executions);
                    break;
                case "bookmarks":
                    ReadBookmarks(ref json, bookmarks);
                    break;
                case "incidents":
                    ReadIncidents(ref json, incidents);
                    break;
                case "variables":
                    variables = ReadNodes(ref json);
                    break;
                case "inputs":
                    inputs = ReadNodes(ref json);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return new WorkflowState
        {
            Status = status ?? throw new JsonException("It has no status."),
            Next = next,
            RootCompleted = rootCompleted,
            Executions = executions,
            Bookmarks = bookmarks,
            Incidents = incidents,
            Variables = variables,
            Inputs = inputs,
        };
    }

    private static WorkflowStatus ReadStatus(string? name) => name switch
    {
        "suspended" => WorkflowStatus.Suspended,
        "finished" => WorkflowStatus.Finished,
        "faulted" => WorkflowStatus.Faulted,
        "cancelled" => WorkflowStatus.Cancelled,
        _ => throw new JsonException($"'{name}' is not a status."),
    };

    private static void ReadExecutions(ref Utf8JsonReader json, List<ExecutionRecord> executions)
    {
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            Expect(ref json, JsonTokenType.StartObject);
            int id = 0, parent = 0;
            var activity = "";
            var status = ExecutionStatus.Running;
            List<Count>? visits = null, lines = null, callbacks = null;
            Dictionary<string, JsonNode?>? variables = null;
            while (NextProperty(ref json))
            {
                switch (Name(ref json))
                {
                    case "id":
                        id = json.GetInt32();
                        break;
                    case "parent":
                        parent = json.GetInt32();
                        break;
                    case "activity":
                        activity = json.GetString() ?? "";
                        break;
                    case "faulted":
                        status = json.GetBoolean() ? ExecutionStatus.Faulted : status;
                        break;
                    case "visits":
                        visits = ReadCounts(ref json);
                        break;
                    case "lines":
                        lines = ReadCounts(ref json);
                        break;
                    case "callbacks":
                        callbacks = ReadCounts(ref json);
                        break;
                    case "variables":
                        variables = ReadNodes(ref json);
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }

            executions.Add(new ExecutionRecord(id, parent, activity, status) { Visits = visits, Lines = lines, Callbacks = callbacks, Variables = variables });
        }
    }

    private static void ReadBookmarks(ref Utf8JsonReader json, List<Bookmark> bookmarks)
    {
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            Expect(ref json, JsonTokenType.StartObject);
            string id = "", step = "", type = "";
            string? activity = null;
            var execution = 0;
            while (NextProperty(ref json))
            {
                switch (Name(ref json))
                {
                    case "id":
                        id = json.GetString() ?? "";
                        break;
                    case "step":
                        step = json.GetString() ?? "";
                        break;
                    case "type":
                        type = json.GetString() ?? "";
                        break;
                    case "execution":
                        execution = json.GetInt32();
                        break;
                    case "activity":
                        activity = json.GetString();
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }

            bookmarks.Add(new Bookmark(id, step, type) { Execution = execution, ActivityKey = activity ?? step });
        }
    }

    private static void ReadIncidents(ref Utf8JsonReader json, List<Incident> incidents)
    {
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            Expect(ref json, JsonTokenType.StartObject);
            string activity = "", message = "";
            while (NextProperty(ref json))
            {
                switch (Name(ref json))
                {
                    case "activity":
                        activity = json.GetString() ?? "";
                        break;
                    case "message":
                        message = json.GetString() ?? "";
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }

            incidents.Add(new Incident(activity, message));
        }
    }

    private static List<Count> ReadCounts(ref Utf8JsonReader json)
    {
        var counts = new List<Count>(16);
        Expect(ref json, JsonTokenType.StartObject);
        while (NextProperty(ref json))
        {
            var key = json.GetString()!;
            json.Read();
            counts.Add(new Count(key, json.GetInt32()));
        }

        return counts;
    }

    private static Dictionary<string, JsonNode?> ReadNodes(ref Utf8JsonReader json)
    {
        var nodes = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        Expect(ref json, JsonTokenType.StartObject);
        while (NextProperty(ref json))
        {
            var key = json.GetString()!;
            json.Read();
            nodes[key] = JsonNode.Parse(ref json);
        }

        return nodes;
    }

    private static void Enter(ref Utf8JsonReader json, JsonTokenType token)
    {
        json.Read();
        Expect(ref json, token);
    }

    private static void Expect(ref Utf8JsonReader json, JsonTokenType token)
    {
        if (json.TokenType != token)
        {
            throw new JsonException($"Expected {token}, found {json.TokenType}.");
        }
    }

    private static bool NextProperty(ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    /// <summary>The property's name; the reader then stands on its value.</summary>
    private static string Name(ref Utf8JsonReader json)
    {
        var name = json.GetString()!;
        json.Read();
        return name;
    }
}
