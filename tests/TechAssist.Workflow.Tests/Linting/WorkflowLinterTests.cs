using System.Text.Json.Nodes;
using NUnit.Framework;
using TechAssist.Workflow.Linting;

namespace TechAssist.Workflow.Tests.Linting;

/// <summary>Each rule is broken once in a sound file and must be named, at the step it is about.</summary>
public sealed class WorkflowLinterTests
{
    [Test]
    public void A_sound_file_has_no_fault() =>
        Assert.That(WorkflowLinter.Check("sound.json", SoundFile.Create().ToJsonString()), Is.Empty);

    [TestCaseSource(nameof(Files))]
    public void A_definition_of_the_product_has_no_fault(string path) =>
        Assert.That(WorkflowLinter.Check(Path.GetFileName(path), File.ReadAllText(path)), Is.Empty);

    [TestCaseSource(nameof(Breaks))]
    public void A_broken_file_is_told_what_is_wrong(string code, string step, Action<JsonObject> breakIt)
    {
        var file = SoundFile.Create();
        breakIt(file);

        var faults = WorkflowLinter.Check("broken.json", file.ToJsonString());

        Assert.That(faults.Select(f => (f.File, f.StepId, f.Code)), Does.Contain(("broken.json", step, code)), string.Join('\n', faults));
    }

    [Test]
    public void A_connection_that_differs_only_in_case_is_named_so()
    {
        var file = SoundFile.Create();
        Connection(file, "review", "approve")["source"]!["port"] = "Approve";

        var faults = WorkflowLinter.Check("broken.json", file.ToJsonString());

        Assert.That(faults.Select(f => f.Code), Does.Contain("port-case").And.Contain("outcome-not-connected"));
    }

    [TestCase("")]
    [TestCase("hello")]
    [TestCase("{ \"root\": ")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("{\"root\":{}}")]
    [TestCase("{\"root\":{\"Type\":\"Elsa.Flowchart\",\"id\":\"f\"}}")]
    [TestCase("{\"root\":{\"type\":\"Elsa.Sequence\",\"id\":\"f\"}}")]
    public void What_is_not_a_definition_is_a_fault(string text) =>
        Assert.That(WorkflowLinter.Check("x.json", text), Is.Not.Empty);

    [Test]
    public void Two_files_of_one_version_are_a_fault_of_the_catalogue()
    {
        var sound = SoundFile.Create().ToJsonString();

        var faults = WorkflowLinter.CheckCatalogue([("a.json", sound), ("b.json", sound)]);

        Assert.That(faults.Select(f => (f.File, f.Code)), Is.EqualTo([("b.json", "version-twice")]).AsCollection);
    }

    private static string[] Files() =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "*.json");

    private static IEnumerable<TestCaseData> Breaks() => LinterBreaks.All
        .Select(b => new TestCaseData(b.Code, b.Step, b.Break).SetArgDisplayNames(b.Code, b.Step, b.What));

    internal static JsonObject Find(JsonObject file, string id) =>
        file["root"]!["activities"]!.AsArray().Select(a => a!.AsObject()).First(a => a["id"]!.GetValue<string>() == id);

    internal static JsonObject Connection(JsonObject file, string source, string port) =>
        file["root"]!["connections"]!.AsArray().Select(c => c!.AsObject())
            .First(c => c["source"]!["activity"]!.GetValue<string>() == source && c["source"]!["port"]!.GetValue<string>() == port);
}
