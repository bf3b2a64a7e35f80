using NUnit.Framework;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Execution;
using TechAssist.Workflow.Tests.Linting;

namespace TechAssist.Workflow.Tests.Execution;

/// <summary>A definition that was not linted may loop without ever waiting.</summary>
public sealed class EndlessLoopTests
{
    [Test]
    public void A_loop_in_which_nobody_is_asked_faults_instead_of_running_for_ever()
    {
        var file = SoundFile.Create();
        SoundFile.Put(file, "ready", "condition", "false");
        WorkflowLinterTests.Connection(file, "ready", "False")["target"]!["activity"] = "ready";
        var definition = WorkflowDefinition.Parse(file.ToJsonString());
        var state = WorkflowEngine.Start(definition).State;
        state = WorkflowEngine.Resume(definition, state, "file", ["submit"]).State;

        var burst = WorkflowEngine.Resume(definition, state, "review", ["approve"]);

        Assert.That(burst.State.Status, Is.EqualTo(WorkflowStatus.Faulted));
        Assert.That(burst.Effects.OfType<Faulted>().Single().Incidents[0].ActivityId, Is.EqualTo("ready"));
    }
}
