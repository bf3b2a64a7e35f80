using System.Text.Json;
using System.Text.Json.Nodes;

namespace TechAssist.Workflow.Definitions;

/// <summary>A declared variable. One without the instance storage driver falls back to its default at the end of each burst.</summary>
/// <param name="Id">Id by which bindings and SetVariable find it; the name when the file has none.</param>
/// <param name="Name">Name by which scripts find it.</param>
/// <param name="Type">What its values are converted to.</param>
/// <param name="Default">JSON of the initial value; null for none.</param>
/// <param name="IsPersistent">Kept with the case (instance storage driver).</param>
public sealed record WorkflowVariable(string Id, string Name, ValueShape Type, JsonNode? Default, bool IsPersistent)
{
    /// <summary>The .NET name of the only driver that keeps a variable with the instance.</summary>
    public const string InstanceStorageDriver = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    /// <summary>Null when the type name is unknown: the variable then vanishes, as in the real engine.</summary>
    internal static WorkflowVariable? Read(JsonElement element)
    {
        var name = element.TextOf("name") ?? element.TextOf("id");
        var type = ValueShapes.Resolve(element.TextOf("typeName"), element.Member("isArray").AsBool());
        if (name is null || type is null)
        {
            return null;
        }

        var id = element.TextOf("id") ?? name;
        return new WorkflowVariable(id, name, type.Value, ReadDefault(element.Member("value"), type.Value), IsInstanceDriver(element.TextOf("storageDriverTypeName")));
    }

    /// <summary>A value that does not fit its type reads as none; the linter names it.</summary>
    private static JsonNode? ReadDefault(JsonElement value, ValueShape shape)
    {
        try
        {
            return ValueShapes.Convert(ValueShapes.ToNode(value), shape);
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The full .NET name and the short alias of the newest version are both read.</summary>
    internal static bool IsInstanceDriver(string? driver) =>
        driver is not null && (driver.Contains("WorkflowInstanceStorageDriver", StringComparison.Ordinal)
            || driver.Contains("WorkflowStorageDriver", StringComparison.Ordinal));
}

/// <summary>A declared workflow input. It lives in the burst that got it, unless it is persistent.</summary>
public sealed record WorkflowInput(string Name, bool IsPersistent);
