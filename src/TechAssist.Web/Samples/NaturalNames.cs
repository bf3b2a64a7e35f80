using System.Text.Json.Nodes;

namespace TechAssist.Web.Samples;

/// <summary>What a name in a sample stands for.</summary>
public enum Named { Person, Expert, Nomination, Recommendation, Document }

/// <summary>Where a form or an input wants an id, a sample writes the name people use: an e-mail for a person, an expert or
/// an expert's nomination, the number of a recommendation, the file name of a document.</summary>
public static class NaturalNames
{
    private static readonly Dictionary<string, Named> Fields = new(StringComparer.Ordinal)
    {
        ["officerId"] = Named.Person,
        ["expertId"] = Named.Expert,
        ["leavingExpertId"] = Named.Expert,
        ["trainers"] = Named.Expert,
        ["nominationId"] = Named.Nomination,
        ["nominations"] = Named.Nomination,
        ["chosen"] = Named.Nomination,
        ["reserve"] = Named.Nomination,
        ["recommendationId"] = Named.Recommendation,
        ["supersededById"] = Named.Recommendation,
        ["documentId"] = Named.Document,
    };

    /// <summary>The same with an empty id for every name: enough to see whether it fits a form.</summary>
    public static JsonObject WithoutNames(JsonObject form)
    {
        var copy = (JsonObject)form.DeepClone();
        foreach (var name in Find(copy, ""))
        {
            name.Value.ReplaceWith(Guid.Empty);
        }

        return copy;
    }

    /// <summary>The same with the ids of the case.</summary>
    /// <param name="form">What the sample says.</param>
    /// <param name="find">The id of a name, or null when there is none.</param>
    /// <returns>The form, and the path of a name nobody has (then the form is of no use).</returns>
    public static async Task<(JsonObject Form, string? Unknown)> WithIdsAsync(JsonObject form, Func<Named, string, Task<Guid?>> find)
    {
        var copy = (JsonObject)form.DeepClone();
        foreach (var name in Find(copy, "").ToList())
        {
            if (await find(name.Kind, name.Value.ToString()) is not { } id)
            {
                return (copy, name.Path);
            }

            name.Value.ReplaceWith(id);
        }

        return (copy, null);
    }

    private static IEnumerable<Name> Find(JsonNode? node, string path) => node switch
    {
        JsonObject fields => fields.ToList().SelectMany(field => FindIn(field.Key, field.Value, path.Length == 0 ? field.Key : $"{path}.{field.Key}")),
        JsonArray items => items.ToList().SelectMany((item, index) => Find(item, $"{path}[{index}]")),
        _ => [],
    };

    private static IEnumerable<Name> FindIn(string field, JsonNode? value, string path) => (Fields.TryGetValue(field, out var kind), value) switch
    {
        (true, JsonValue name) => [new Name(kind, name, path)],
        (true, JsonArray names) => [.. names.OfType<JsonValue>().Select((name, index) => new Name(kind, name, $"{path}[{index}]"))],
        _ => Find(value, path),
    };

    private sealed record Name(Named Kind, JsonValue Value, string Path);
}
