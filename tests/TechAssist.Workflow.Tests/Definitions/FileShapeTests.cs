using System.Text.Json;
using NUnit.Framework;

namespace TechAssist.Workflow.Tests.Definitions;

/// <summary>What Elsa Studio and an Elsa server need to find in a file, and real exports have.</summary>
[TestFixtureSource(typeof(DefinitionFile), nameof(DefinitionFile.Keys))]
internal sealed class FileShapeTests(string key)
{
    private const string InstanceDriver = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core";

    private static readonly string[] _typesInUse =
    [
        "Elsa.Start", "Elsa.End", "Elsa.FlowDecision", "Elsa.FlowFork", "Elsa.FlowJoin", "Elsa.SetVariable",
        "TechAssist.HumanStep", "TechAssist.Notify", "TechAssist.Produce", "TechAssist.WaitUntil",
    ];

    private static readonly string[] _expressionTypes = ["Literal", "Object", "JavaScript"];

    private readonly DefinitionFile _definition = DefinitionFile.Read(key);

    [Test]
    public void The_head_is_that_of_an_export_of_3_7()
    {
        var head = _definition.Head;
        Assert.Multiple(() =>
        {
            Assert.That(head.EnumerateObject().First().Name, Is.EqualTo("$schema"));
            Assert.That(head.GetProperty("$schema").GetString(), Is.EqualTo("https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json"));
            Assert.That(head.GetProperty("id").GetString(), Is.EqualTo($"{key}-v1"));
            Assert.That(head.GetProperty("definitionId").GetString(), Is.EqualTo(key));
            Assert.That(head.GetProperty("name").GetString(), Is.Not.Empty);
            Assert.That(head.GetProperty("version").GetInt32(), Is.EqualTo(1));
            Assert.That(head.GetProperty("toolVersion").GetString(), Is.EqualTo("3.7.2.0"));
            Assert.That(head.GetProperty("options").GetProperty("incidentStrategyType").GetString(),
                Is.EqualTo("Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core"));
            Assert.That(_definition.Flowchart.GetProperty("type").GetString(), Is.EqualTo("Elsa.Flowchart"));
        });
    }

    [Test]
    public void Every_variable_has_an_id_a_type_and_survives_a_burst()
    {
        var variables = _definition.Head.GetProperty("variables").EnumerateArray()
            .Concat(_definition.Flowchart.GetProperty("variables").EnumerateArray()).ToList();
        Assert.That(variables.Select(v => v.GetProperty("id").GetString()), Is.Unique.And.All.Not.Empty);
        foreach (var variable in variables)
        {
            Assert.That(variable.GetProperty("typeName").GetString(), Is.Not.Empty);
            Assert.That(variable.GetProperty("isArray").ValueKind, Is.EqualTo(JsonValueKind.False).Or.EqualTo(JsonValueKind.True));
            Assert.That(variable.GetProperty("value").ValueKind, Is.EqualTo(JsonValueKind.String));
            Assert.That(variable.GetProperty("storageDriverTypeName").GetString(), Is.EqualTo(InstanceDriver));
        }
    }

    [Test]
    public void The_facts_are_declared_as_an_input()
    {
        var inputs = _definition.Head.GetProperty("inputs").EnumerateArray().ToList();
        Assert.That(inputs.Select(i => i.GetProperty("name").GetString()), Is.EqualTo(new[] { "facts" }));
        Assert.That(inputs[0].GetProperty("type").GetString(), Is.EqualTo("Object"));
    }

    [Test]
    public void Every_activity_has_an_id_a_name_a_known_type_and_version_1()
    {
        Assert.That(_definition.Activities.Select(DefinitionFile.IdOf), Is.Unique);
        foreach (var activity in _definition.Activities)
        {
            var id = DefinitionFile.IdOf(activity);
            Assert.Multiple(() =>
            {
                Assert.That(id, Does.Match("^[a-z][A-Za-z0-9]*$"));
                Assert.That(activity.GetProperty("nodeId").GetString(), Is.EqualTo($"Workflow1:{key}:{id}"));
                Assert.That(activity.GetProperty("name").GetString(), Is.Not.Empty, id);
                Assert.That(activity.GetProperty("version").GetInt32(), Is.EqualTo(1), id);
                Assert.That(_typesInUse, Does.Contain(DefinitionFile.TypeOf(activity)), id);
                Assert.That(activity.GetProperty("customProperties").GetProperty("canStartWorkflow").GetBoolean(),
                    Is.EqualTo(DefinitionFile.TypeOf(activity) == "Elsa.Start"), id);
            });
        }
    }

    [Test]
    public void Every_activity_has_its_own_place_in_the_designer()
    {
        var boxes = _definition.Activities.Select(a => a.GetProperty("metadata").GetProperty("designer")).Select(d => (
            X: d.GetProperty("position").GetProperty("x").GetDouble(), Y: d.GetProperty("position").GetProperty("y").GetDouble(),
            Width: d.GetProperty("size").GetProperty("width").GetDouble(), Height: d.GetProperty("size").GetProperty("height").GetDouble())).ToList();
        var overlaps = boxes.SelectMany((a, i) => boxes.Skip(i + 1).Where(b =>
            a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height));
        Assert.Multiple(() =>
        {
            Assert.That(boxes, Has.All.Matches<(double X, double Y, double Width, double Height)>(b => b is { X: >= 0, Y: >= 0, Width: > 0, Height: > 0 }));
            Assert.That(overlaps, Is.Empty);
        });
    }

    [Test]
    public void Every_input_names_its_type_and_a_language_every_host_has()
    {
        foreach (var (activity, input) in _definition.Activities.SelectMany(a => DefinitionFile.InputsOf(a).Select(i => (a, i))))
        {
            var where = $"{DefinitionFile.IdOf(activity)}.{input.Name}";
            Assert.That(input.Value.TryGetProperty("typeName", out var type) && type.GetString() is { Length: > 0 }, Is.True, where);
            var expression = input.Value.GetProperty("expression");
            var language = expression.GetProperty("type").GetString();
            Assert.That(_expressionTypes, Does.Contain(language), where);
            if (language == "Object")
            {
                Assert.That(() => JsonDocument.Parse(expression.GetProperty("value").GetString()!), Throws.Nothing, where);
            }
        }
    }
}
