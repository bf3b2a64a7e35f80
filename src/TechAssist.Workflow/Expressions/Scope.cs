using System.Text.Json;
using System.Text.Json.Nodes;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;

namespace TechAssist.Workflow.Expressions;

/// <summary>Finds variables from an activity outwards, nearest first: bindings by id, scripts by name.</summary>
internal static class Scope
{
    public static Found? ById(WorkflowDefinition definition, ActivityExecution from, string id) =>
        All(definition, from).FirstOrDefault(f => f.Variable.Id == id);

    public static Found? ByName(WorkflowDefinition definition, ActivityExecution from, string name) =>
        All(definition, from).FirstOrDefault(f => f.Variable.Name == name);

    public static IEnumerable<Found> All(WorkflowDefinition definition, ActivityExecution from)
    {
        for (var execution = from; execution is not null; execution = execution.Parent)
        {
            var declared = execution.Activity.Flow?.Variables ?? (execution.Activity == definition.Workflow ? definition.Variables : []);
            foreach (var variable in declared)
            {
                yield return new Found(variable, execution);
            }
        }
    }

    /// <summary>A variable and the execution that holds its value.</summary>
    internal sealed record Found(WorkflowVariable Variable, ActivityExecution Holder)
    {
        public JsonNode? Get() => Holder.Variables is { } values && values.TryGetValue(Variable.Id, out var value) ? value : Variable.Default?.DeepClone();

        /// <summary>Converts to the type of the variable.</summary>
        /// <exception cref="FormatException">The value cannot be converted.</exception>
        public void Set(JsonNode? value)
        {
            try
            {
                Holder.SetVariable(Variable.Id, ValueShapes.Convert(value, Variable.Type)?.DeepClone());
            }
            catch (JsonException fault)
            {
                throw new FormatException($"The variable '{Variable.Name}' does not take this value: {fault.Message}", fault);
            }
        }
    }
}
