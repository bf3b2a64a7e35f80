using System.Text.Json;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Workflow.Linting;

/// <summary>Checks definition files: what the real engine accepts in silence, what our own steps need, and what counter mode punishes. Every finding is an error. No input makes it throw or hang.</summary>
public static class WorkflowLinter
{
    private static readonly Func<LintFile, IEnumerable<Finding>>[] _rules =
    [
        HeadRules.Check,
        VariableRules.Check,
        ActivityRules.Check,
        InputRules.Check,
        ScriptRules.Check,
        HumanStepRules.Check,
        OwnActivityRules.Check,
        ConnectionRules.Check,
        OutcomeRules.Check,
        ReachRules.Check,
        LoopRules.Check,
        ParallelRules.Check,
        NestingRules.Check,
    ];

    /// <summary>The faults of one file, none when it is sound.</summary>
    /// <param name="fileName">Named in the faults; not opened.</param>
    public static IReadOnlyList<WorkflowFault> Check(string fileName, string json)
    {
        JsonElement root;
        try
        {
            root = DefinitionParser.ParseJson(json);
        }
        catch (WorkflowFormatException fault)
        {
            return [new WorkflowFault(fileName, "", "not-json", fault.Message)];
        }

        // Faults that keep a file from being read are named one by one, before the reader stops at the first.
        var unreadable = IdentityRules.Check(root).ToList();
        if (unreadable.Count > 0)
        {
            return In(fileName, unreadable);
        }

        try
        {
            var file = new LintFile(root, WorkflowDefinition.Parse(json));
            return In(fileName, _rules.SelectMany(rule => rule(file)));
        }
        catch (WorkflowFormatException fault)
        {
            return [new WorkflowFault(fileName, "", "unreadable", fault.Message)];
        }
    }

    /// <summary>The faults of a whole catalogue: those of each file, and versions that two files claim.</summary>
    public static IReadOnlyList<WorkflowFault> CheckCatalogue(IEnumerable<(string FileName, string Json)> files)
    {
        var faults = new List<WorkflowFault>();
        var owners = new Dictionary<(string, int), string>();
        foreach (var (fileName, json) in files)
        {
            faults.AddRange(Check(fileName, json));
            if (IdentityOf(json) is not { } identity)
            {
                continue;
            }

            if (!owners.TryAdd(identity, fileName))
            {
                faults.Add(new WorkflowFault(fileName, "", "version-twice",
                    $"Version {identity.Version} of '{identity.Id}' is already in {owners[identity]}; the later one would overwrite it."));
            }
        }

        return faults;
    }

    private static (string Id, int Version)? IdentityOf(string json)
    {
        try
        {
            var definition = WorkflowDefinition.Parse(json);
            return (definition.DefinitionId, definition.Version);
        }
        catch (WorkflowFormatException)
        {
            return null;
        }
    }

    private static List<WorkflowFault> In(string fileName, IEnumerable<Finding> findings) =>
        [.. findings.Select(f => new WorkflowFault(fileName, f.StepId, f.Code, f.Message)).Distinct()];
}

/// <summary>A fault before it is put to a file.</summary>
internal sealed record Finding(string StepId, string Code, string Message);

/// <summary>A file as the rules see it: the raw JSON and the parsed definition.</summary>
internal sealed class LintFile(JsonElement root, WorkflowDefinition definition)
{
    private readonly Dictionary<Flowchart, IReadOnlyList<ParallelRegion>> _regions = [];

    public JsonElement Root { get; } = root;

    public WorkflowDefinition Definition { get; } = definition;

    public IEnumerable<Activity> Flowcharts => Definition.Activities.Where(a => a.Flow is not null);

    public IReadOnlyList<ParallelRegion> RegionsOf(Flowchart flow)
    {
        if (!_regions.TryGetValue(flow, out var regions))
        {
            _regions[flow] = regions = ParallelRegion.Of(flow);
        }

        return regions;
    }

    /// <summary>The children of every flowchart: all activities but the root.</summary>
    public IEnumerable<Activity> Children => Definition.Activities.Where(a => a.Parent is not null);
}
