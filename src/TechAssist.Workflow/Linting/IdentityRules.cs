using System.Text.Json;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Linting;

/// <summary>What makes a file unreadable: no root, activities without id or type, ids used twice.</summary>
internal static class IdentityRules
{
    public static IEnumerable<Finding> Check(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return [new Finding("", "not-an-object", "A workflow definition is a JSON object.")];
        }

        var start = root.MemberAnyCase("root");
        if (start.ValueKind != JsonValueKind.Object)
        {
            return [new Finding("", "no-root", "The definition has no root activity.")];
        }

        var findings = new List<Finding>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        Walk(start, "root", known, findings);
        return findings;
    }

    // The depth of the JSON is bounded, so is this recursion.
    private static void Walk(JsonElement activity, string place, HashSet<string> known, List<Finding> findings)
    {
        var id = activity.TextOf("id") ?? "";
        var type = activity.TextOf("type");
        if (id.Length == 0)
        {
            findings.Add(new Finding("", "no-id", $"An activity in '{place}' has no id."));
        }
        else if (!known.Add(id))
        {
            findings.Add(new Finding(id, "duplicate-id", $"The id '{id}' is used twice; ids are unique in the whole definition."));
        }

        if (string.IsNullOrEmpty(type))
        {
            findings.Add(new Finding(id, "no-type", "The activity has no 'type' (written in small letters)."));
        }

        if (type != "Elsa.Flowchart")
        {
            return;
        }

        foreach (var child in activity.MemberAnyCase("activities").Items())
        {
            Walk(child, id, known, findings);
        }
    }
}
