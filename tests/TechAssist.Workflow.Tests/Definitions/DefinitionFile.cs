using System.Text.Json;

namespace TechAssist.Workflow.Tests.Definitions;

/// <summary>A definition of <c>workflows/</c> as plain JSON: what a reader other than ours would find in the file.</summary>
internal sealed class DefinitionFile
{
    private readonly JsonElement _file;

    private DefinitionFile(string key, JsonElement file)
    {
        Key = key;
        _file = file;
    }

    public static string[] Keys { get; } = ["followup", "mission", "publication", "rapid", "standard"];

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "workflows");

    public string Key { get; }

    public JsonElement Head => _file;

    public JsonElement Flowchart => _file.GetProperty("root");

    public IReadOnlyList<JsonElement> Activities => [.. Flowchart.GetProperty("activities").EnumerateArray()];

    public IReadOnlyList<Connection> Connections => [.. Flowchart.GetProperty("connections").EnumerateArray().Select(Connection.Of)];

    public IEnumerable<JsonElement> HumanSteps => OfType("TechAssist.HumanStep");

    public static string PathOf(string key) => Path.Combine(Folder, $"{key}.v1.json");

    public static DefinitionFile Read(string key) => new(key, JsonDocument.Parse(File.ReadAllBytes(PathOf(key))).RootElement);

    public IEnumerable<JsonElement> OfType(string type) => Activities.Where(a => TypeOf(a) == type);

    public static string IdOf(JsonElement activity) => activity.GetProperty("id").GetString()!;

    public static string TypeOf(JsonElement activity) => activity.GetProperty("type").GetString()!;

    /// <summary>The properties of an activity that are Elsa inputs.</summary>
    public static IEnumerable<JsonProperty> InputsOf(JsonElement activity) => activity.EnumerateObject()
        .Where(p => p.Value.ValueKind == JsonValueKind.Object && p.Value.TryGetProperty("expression", out _));

    public static bool Has(JsonElement activity, string input) => activity.TryGetProperty(input, out _);

    public static string Text(JsonElement activity, string input) => ValueOf(activity, input).ToString();

    /// <summary>The value of a list or object input, which the format keeps as JSON text.</summary>
    public static JsonElement Parsed(JsonElement activity, string input) =>
        JsonDocument.Parse(ValueOf(activity, input).GetString()!).RootElement;

    public static string[] Strings(JsonElement activity, string input) => Strings(Parsed(activity, input));

    public static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(i => i.GetString()!)];

    /// <summary>The ports by which an activity can be left.</summary>
    public static string[] PortsOf(JsonElement activity) => TypeOf(activity) switch
    {
        "TechAssist.HumanStep" => Strings(activity, "outcomes"),
        "Elsa.FlowDecision" => ["True", "False"],
        "Elsa.FlowFork" => Strings(activity, "branches"),
        "Elsa.End" => [],
        _ => ["Done"],
    };

    private static JsonElement ValueOf(JsonElement activity, string input) =>
        activity.GetProperty(input).GetProperty("expression").GetProperty("value");

    internal sealed record Connection(string Source, string Port, string Target, string TargetPort)
    {
        public static Connection Of(JsonElement connection)
        {
            var source = connection.GetProperty("source");
            var target = connection.GetProperty("target");
            return new(
                source.GetProperty("activity").GetString()!, source.GetProperty("port").GetString()!,
                target.GetProperty("activity").GetString()!, target.GetProperty("port").GetString()!);
        }
    }
}
