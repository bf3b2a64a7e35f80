using System.Text.Json;

namespace TechAssist.Workflow.Definitions;

/// <summary>Reads Elsa 3 definition files with the tolerances of the real reader.</summary>
internal sealed class DefinitionParser
{
    /// <summary>Deeper JSON is refused: it bounds the stack of everything that walks a definition.</summary>
    public const int MaxDepth = 128;

    /// <summary>More is refused: no process of people is that large, and the order of lines is found by walking them.</summary>
    public const int MaxActivities = 500;
    public const int MaxConnections = 2_000;
    public const int MaxLength = 5_000_000;

    private readonly List<Activity> _activities = [];
    private int _connections;

    private DefinitionParser()
    {
    }

    public static WorkflowDefinition Parse(string json)
    {
        var root = ParseJson(json);
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new WorkflowFormatException("A workflow definition is a JSON object.");
        }

        try
        {
            var parser = new DefinitionParser();
            var header = ReadHeader(root);
            var activity = parser.ReadRoot(root.MemberAnyCase("root"));
            NameKeys(parser._activities);
            return new WorkflowDefinition(header, activity, parser._activities);
        }
        catch (Exception fault) when (fault is FormatException or InvalidOperationException or JsonException or ArgumentException)
        {
            throw new WorkflowFormatException($"The definition cannot be read: {fault.Message}", fault);
        }
    }

    public static JsonElement ParseJson(string json)
    {
        if (json.Length > MaxLength)
        {
            throw new WorkflowFormatException($"The text has {json.Length} characters; more than {MaxLength} are not read.");
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return document.RootElement.Clone();
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            throw new WorkflowFormatException($"Not JSON: {fault.Message}", fault);
        }
    }

    private static DefinitionHeader ReadHeader(JsonElement root)
    {
        var incidents = root.MemberAnyCase("options").MemberAnyCase("incidentStrategyType").AsText() ?? "";
        return new DefinitionHeader(
            root.MemberAnyCase("definitionId").AsText() ?? root.MemberAnyCase("id").AsText() ?? "",
            root.MemberAnyCase("name").AsText() ?? "",
            root.MemberAnyCase("description").AsText(),
            root.MemberAnyCase("version").AsInt() ?? 1,
            root.MemberAnyCase("toolVersion").AsText(),
            incidents.Contains("ContinueWithIncidentsStrategy", StringComparison.Ordinal),
            ReadVariables(root.MemberAnyCase("variables")),
            [.. root.MemberAnyCase("inputs").Items().Select(ReadInput).OfType<WorkflowInput>()]);
    }

    private static WorkflowInput? ReadInput(JsonElement element) => element.TextOf("name") is { } name
        ? new WorkflowInput(name, WorkflowVariable.IsInstanceDriver(element.TextOf("storageDriverType")))
        : null;

    private static List<WorkflowVariable> ReadVariables(JsonElement element) =>
        [.. element.Items().Select(WorkflowVariable.Read).OfType<WorkflowVariable>()];

    private Activity ReadRoot(JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            throw new WorkflowFormatException("The definition has no root activity.");
        }

        var root = ReadActivity(element, parent: null);
        return root.Flow is null
            ? throw new WorkflowFormatException($"The root is '{root.Type}'; only an Elsa.Flowchart can be run.")
            : root;
    }

    private Activity ReadActivity(JsonElement element, Activity? parent)
    {
        var type = element.TextOf("type")
            ?? throw new WorkflowFormatException("An activity has no 'type' (the name is written in small letters).");
        var id = element.TextOf("id");
        if (string.IsNullOrEmpty(id))
        {
            throw new WorkflowFormatException($"An activity of type '{type}' has no 'id'.");
        }

        var custom = element.MemberAnyCase("customProperties");
        var position = element.MemberAnyCase("metadata").Member("designer").Member("position");
        var activity = new Activity(_activities.Count, id, type, ActivityInputs.Read(element))
        {
            Name = element.MemberAnyCase("name").AsText(),
            Version = element.Member("version").AsInt() ?? 1,
            DisplayText = element.MemberAnyCase("metadata").TextOf("displayText"),
            HasPosition = position.Member("x").ValueKind == JsonValueKind.Number && position.Member("y").ValueKind == JsonValueKind.Number,
            CanStartWorkflow = custom.Member("canStartWorkflow").AsBool(),
            Parent = parent,
        };
        _activities.Add(activity);
        if (_activities.Count > MaxActivities)
        {
            throw new WorkflowFormatException($"The definition has more than {MaxActivities} activities.");
        }

        if (activity.Kind == ActivityKind.Flowchart)
        {
            activity.Flow = ReadFlowchart(element, activity);
        }

        return activity;
    }

    private Flowchart ReadFlowchart(JsonElement element, Activity owner)
    {
        var children = element.MemberAnyCase("activities").Items().Select(e => ReadActivity(e, owner)).ToList();
        var byId = new Dictionary<string, Activity>(StringComparer.Ordinal);
        foreach (var child in children)
        {
            if (!byId.TryAdd(child.Id, child))
            {
                throw new WorkflowFormatException($"The id '{child.Id}' is used twice in the flowchart '{owner.Id}'.");
            }
        }

        // A line to an activity that is not there is dropped, as the real engine does from 3.6 on; the linter names it.
        var connections = element.MemberAnyCase("connections").Items()
            .Select(ConnectionEnds.Read)
            .Where(ends => byId.ContainsKey(ends.Source) && byId.ContainsKey(ends.Target))
            .Select(ends => new Connection(byId[ends.Source], ends.Port, byId[ends.Target]) { TargetPort = ends.TargetPort })
            .ToList();
        _connections += connections.Count;
        if (_connections > MaxConnections)
        {
            throw new WorkflowFormatException($"The definition has more than {MaxConnections} connections.");
        }

        return new Flowchart(children, connections, ReadVariables(element.MemberAnyCase("variables")));
    }

    /// <summary>Saved states name activities by id, or by path where an id is used in two flowcharts.</summary>
    private static void NameKeys(List<Activity> activities)
    {
        foreach (var doubled in activities.GroupBy(a => a.Id, StringComparer.Ordinal).Where(g => g.Skip(1).Any()).SelectMany(g => g))
        {
            var path = new List<string>();
            for (var step = doubled; step is not null; step = step.Parent)
            {
                path.Insert(0, step.Id);
            }

            doubled.Key = string.Join(':', path);
        }
    }
}
