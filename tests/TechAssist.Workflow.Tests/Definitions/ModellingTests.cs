using NUnit.Framework;

namespace TechAssist.Workflow.Tests.Definitions;

/// <summary>The rules of <c>docs/process.md</c> about how a definition is drawn.</summary>
[TestFixtureSource(typeof(DefinitionFile), nameof(DefinitionFile.Keys))]
internal sealed class ModellingTests(string key)
{
    private static readonly string[] _results = ["completed", "refused", "not-eligible", "referred", "declined", "withdrawn", "lapsed", "cancelled"];

    private readonly DefinitionFile _definition = DefinitionFile.Read(key);

    [Test]
    public void Every_outcome_leads_to_exactly_one_step_and_no_arrow_leaves_by_another_port()
    {
        var targets = _definition.Activities.Select(DefinitionFile.IdOf).ToHashSet();
        Assert.That(_definition.Connections.Where(c => !targets.Contains(c.Target) || c.TargetPort != "In"), Is.Empty);
        foreach (var activity in _definition.Activities)
        {
            var ports = _definition.Connections.Where(c => c.Source == DefinitionFile.IdOf(activity)).Select(c => c.Port);
            Assert.That(ports, Is.EquivalentTo(DefinitionFile.PortsOf(activity)), DefinitionFile.IdOf(activity));
        }
    }

    [Test]
    public void Whatever_is_entered_from_several_sides_is_a_join_with_a_mode()
    {
        foreach (var shared in _definition.Connections.GroupBy(c => c.Target).Where(g => g.Select(c => (c.Source, c.Port)).Distinct().Count() > 1))
        {
            var activity = _definition.Activities.Single(a => DefinitionFile.IdOf(a) == shared.Key);
            Assert.That(DefinitionFile.TypeOf(activity), Is.EqualTo("Elsa.FlowJoin"), shared.Key);
        }

        Assert.That(_definition.OfType("Elsa.FlowJoin").Select(j => DefinitionFile.Text(j, "mode")), Has.All.EqualTo("WaitAny").Or.EqualTo("WaitAllActive"));
    }

    [Test]
    public void There_is_one_start_and_one_end_and_a_join_stands_before_the_end()
    {
        Assert.That(_definition.OfType("Elsa.Start").Count(), Is.EqualTo(1));
        var end = _definition.OfType("Elsa.End").Single();
        var before = _definition.Connections.Single(c => c.Target == DefinitionFile.IdOf(end)).Source;
        var join = _definition.Activities.Single(a => DefinitionFile.IdOf(a) == before);
        Assert.That(DefinitionFile.TypeOf(join), Is.EqualTo("Elsa.FlowJoin"));
        Assert.That(DefinitionFile.Text(join, "mode"), Is.EqualTo("WaitAny"));
    }

    [Test]
    public void Branches_of_a_fork_are_single_steps_joined_by_WaitAllActive()
    {
        foreach (var fork in _definition.OfType("Elsa.FlowFork"))
        {
            var branches = _definition.Connections.Where(c => c.Source == DefinitionFile.IdOf(fork)).Select(c => c.Target).ToHashSet();
            var joins = _definition.Connections.Where(c => branches.Contains(c.Source)).Select(c => c.Target).Distinct().ToList();
            Assert.That(joins, Has.Count.EqualTo(1));
            var join = _definition.Activities.Single(a => DefinitionFile.IdOf(a) == joins[0]);
            Assert.That(DefinitionFile.Text(join, "mode"), Is.EqualTo("WaitAllActive"));
        }
    }

    [Test]
    public void Only_a_result_the_process_knows_is_set_and_only_in_the_variable_result()
    {
        var results = _definition.OfType("Elsa.SetVariable").ToList();
        Assert.That(results.Select(s => s.GetProperty("variable").GetProperty("id").GetString()), Has.All.EqualTo("result"));
        Assert.That(results.Select(s => DefinitionFile.Text(s, "value")).Distinct(), Is.SubsetOf(_results));
    }

    [Test]
    public void Conditions_read_nothing_but_the_facts()
    {
        foreach (var decision in _definition.OfType("Elsa.FlowDecision"))
        {
            Assert.That(DefinitionFile.Text(decision, "condition"), Does.Match("""^getInput\("facts"\)\.[A-Za-z.?]+ (===|>=|>) (true|"[a-z]+"|\d+)$"""));
        }
    }
}
