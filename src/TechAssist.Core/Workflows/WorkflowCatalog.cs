using System.Collections.Frozen;
using TechAssist.Core.Work;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Linting;

namespace TechAssist.Core.Workflows;

/// <summary>The process definitions of <c>workflows/</c>, read and checked once at start. A running case keeps its version.</summary>
public sealed class WorkflowCatalog
{
    private readonly FrozenDictionary<(string Key, int Version), WorkflowDefinition> definitions;

    private WorkflowCatalog(IEnumerable<WorkflowDefinition> definitions) =>
        this.definitions = definitions.ToFrozenDictionary(definition => (definition.DefinitionId, definition.Version));

    public IEnumerable<WorkflowDefinition> All => definitions.Values.OrderBy(definition => definition.DefinitionId).ThenBy(definition => definition.Version);

    /// <summary>Reads every definition of a folder.</summary>
    /// <exception cref="InvalidOperationException">The folder is missing, or a file has a fault; the message lists them all.</exception>
    public static WorkflowCatalog Load(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidOperationException($"The workflow definitions are missing: there is no folder '{folder}'.");
        }

        List<(string FileName, string Json)> files =
            [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllText(file)))];
        if (files.Count == 0)
        {
            throw new InvalidOperationException($"The workflow definitions are missing: the folder '{folder}' holds none.");
        }

        List<string> faults = [.. WorkflowLinter.CheckCatalogue(files).Select(fault => fault.ToString())];
        if (faults.Count == 0)
        {
            List<WorkflowDefinition> definitions = [.. files.Select(file => WorkflowDefinition.Parse(file.Json))];
            faults.AddRange(definitions.SelectMany(UnknownForms));
            faults.AddRange(definitions.SelectMany(UnknownMails));
            if (faults.Count == 0)
            {
                return new WorkflowCatalog(definitions);
            }
        }

        throw new InvalidOperationException("The workflow definitions have faults:\n" + string.Join('\n', faults));
    }

    /// <summary>The newest version of a definition, for a case that starts now.</summary>
    public WorkflowDefinition Latest(string key) =>
        definitions.Where(pair => pair.Key.Key == key).MaxBy(pair => pair.Key.Version).Value
        ?? throw new InvalidOperationException($"There is no workflow definition '{key}'.");

    /// <summary>The version a case runs on.</summary>
    public WorkflowDefinition Get(string key, int version) =>
        definitions.GetValueOrDefault((key, version))
        ?? throw new InvalidOperationException($"There is no workflow definition '{key}' version {version}.");

    public WorkflowDefinition Of(WorkflowRun run) => Get(run.Definition, run.Version);

    public HumanStep StepOf(Step step) => Of(step.Run).FindStep(step.StepId)
        ?? throw new InvalidOperationException($"The definition '{step.Run.Definition}' has no step '{step.StepId}'.");

    /// <summary>Null for a step the definition does not have.</summary>
    public HumanStep? FindStep(string key, int version, string stepId) => definitions.GetValueOrDefault((key, version))?.FindStep(stepId);

    /// <summary>A step's name for its readers: the staff's, or the plain one for everybody else. Null for a step the definition does not have.</summary>
    public string? LabelOf(string key, int version, string stepId, string language, bool forStaff)
    {
        var step = FindStep(key, version, stepId);
        return forStaff ? step?.LabelStaff(language) : step?.LabelRequester(language);
    }

    private static IEnumerable<string> UnknownForms(WorkflowDefinition definition) =>
        from step in definition.HumanSteps
        where !StepForms.Knows(step.Form)
        select $"{definition.DefinitionId}.v{definition.Version}: {step.Id}: there is no form '{step.Form}'.";

    private static IEnumerable<string> UnknownMails(WorkflowDefinition definition) =>
        from step in definition.HumanSteps
        from template in step.Reminders.Select(reminder => reminder.Template).Concat(step.Escalations.Select(escalation => escalation.Template)).OfType<string>()
        where !Messages.All.Has($"Mail.{template}.Subject")
        select $"{definition.DefinitionId}.v{definition.Version}: {step.Id}: there is no mail '{template}'.";
}
