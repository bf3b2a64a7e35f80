using System.Text.Json;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Linting;

/// <summary>Variables and inputs that would vanish, or be lost at the end of a burst.</summary>
internal static class VariableRules
{
    public static IEnumerable<Finding> Check(LintFile file)
    {
        var findings = new List<Finding>();
        CheckAll("", file.Root.MemberAnyCase("variables"), findings);
        foreach (var flowchart in file.Flowcharts)
        {
            CheckAll(flowchart.Id, flowchart.Inputs.Raw.GetValueOrDefault("variables"), findings);
        }

        CheckInputs(file.Root.MemberAnyCase("inputs"), findings);
        return findings;
    }

    private static void CheckAll(string owner, JsonElement variables, List<Finding> findings)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var variable in variables.Items())
        {
            var id = variable.TextOf("id") ?? "";
            var name = variable.TextOf("name") ?? "";
            if (id.Length == 0 || name.Length == 0)
            {
                findings.Add(new Finding(owner, "variable-unnamed", $"The variable '{name}{id}' needs both an id and a name."));
            }
            else if (!ids.Add(id) || !names.Add(name))
            {
                findings.Add(new Finding(owner, "variable-twice", $"There are two variables '{name}' ({id})."));
            }

            if (!WorkflowVariable.IsInstanceDriver(variable.TextOf("storageDriverTypeName")))
            {
                findings.Add(new Finding(owner, "variable-not-kept",
                    $"The variable '{name}' is lost at the end of each burst; its storageDriverTypeName is to be '{WorkflowVariable.InstanceStorageDriver}'."));
            }

            CheckType(owner, name, variable, findings);
        }
    }

    private static void CheckType(string owner, string name, JsonElement variable, List<Finding> findings)
    {
        var typeName = variable.TextOf("typeName");
        if (typeName is null || ValueShapes.Resolve(typeName, variable.Member("isArray").AsBool()) is not { } shape)
        {
            findings.Add(new Finding(owner, "variable-type", $"The type '{typeName}' of the variable '{name}' is not known; the variable would vanish."));
            return;
        }

        try
        {
            ValueShapes.Convert(ValueShapes.ToNode(variable.Member("value")), shape);
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            findings.Add(new Finding(owner, "variable-value", $"The value of the variable '{name}' does not fit its type '{typeName}': {fault.Message}"));
        }
    }

    private static void CheckInputs(JsonElement inputs, List<Finding> findings)
    {
        foreach (var input in inputs.Items())
        {
            var name = input.TextOf("name") ?? "";
            if (name.Length == 0)
            {
                findings.Add(new Finding("", "input-unnamed", "A workflow input has no name."));
            }

            if (input.TextOf("type") is { } type && ValueShapes.Resolve(type, input.Member("isArray").AsBool()) is null)
            {
                findings.Add(new Finding("", "input-type", $"The type '{type}' of the workflow input '{name}' is not known."));
            }

            if (input.TextOf("storageDriverType") is { Length: > 0 } driver && !WorkflowVariable.IsInstanceDriver(driver))
            {
                findings.Add(new Finding("", "input-not-kept", $"The workflow input '{name}' has a storage driver that does not keep it with the instance."));
            }
        }
    }
}
