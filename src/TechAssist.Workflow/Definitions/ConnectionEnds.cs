using System.Text.Json;

namespace TechAssist.Workflow.Definitions;

/// <summary>The ends of a connection as the file names them, before they are looked up.</summary>
internal sealed record ConnectionEnds(string Source, string? Port, string Target, string TargetPort)
{
    /// <summary>Reads <c>{ source: { activity, port }, target: { activity, port } }</c> and the old flat form.</summary>
    public static ConnectionEnds Read(JsonElement element)
    {
        var source = element.Member("source");
        var target = element.Member("target");
        return source.ValueKind == JsonValueKind.String
            ? new ConnectionEnds(source.GetString()!, element.TextOf("sourcePort"), target.AsText() ?? "", element.TextOf("targetPort") ?? "In")
            : new ConnectionEnds(
                source.TextOf("activity") ?? "",
                source.TextOf("port"),
                target.TextOf("activity") ?? "",
                target.TextOf("port") ?? "In");
    }
}
