using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;
using TechAssist.Workflow.Definitions;
using TechAssist.Workflow.Linting;

namespace TechAssist.Core.Workflows;

/// <summary>The process definitions: the files of <c>workflows/</c>, read and checked once at start, and the versions that an administrator
/// published since. A running case keeps its version.</summary>
public sealed class WorkflowCatalog
{
    private readonly IServiceScopeFactory? scopes;
    private readonly Lock adding = new();
    private volatile FrozenDictionary<(string Key, int Version), Entry> definitions;

    private WorkflowCatalog(IEnumerable<Entry> entries, IServiceScopeFactory? scopes)
    {
        this.scopes = scopes;
        definitions = entries.ToFrozenDictionary(entry => entry.Key);
    }

    public IEnumerable<WorkflowDefinition> All => definitions.Values.Select(entry => entry.Definition)
        .OrderBy(definition => definition.DefinitionId).ThenBy(definition => WorkflowVersion.OrderOf(definition.Version));

    /// <summary>Reads every definition of a folder.</summary>
    /// <param name="scopes">Where the versions published meanwhile are found; null where there is no database of its own.</param>
    /// <exception cref="InvalidOperationException">The folder is missing, or a file has a fault; the message lists them all.</exception>
    public static WorkflowCatalog Load(string folder, IServiceScopeFactory? scopes = null)
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
            List<Entry> entries = [.. files.Select(file => Entry.Of(file.Json))];
            faults.AddRange(entries.SelectMany(entry => UnknownForms(entry.Definition)));
            faults.AddRange(entries.SelectMany(entry => UnknownMails(entry.Definition)));
            if (faults.Count == 0)
            {
                return new WorkflowCatalog(entries, scopes);
            }
        }

        throw new InvalidOperationException("The workflow definitions have faults:\n" + string.Join('\n', faults));
    }

    /// <summary>The newest version of a definition, for a case that starts now; as of the last <see cref="ReadPublishedAsync"/>.</summary>
    public WorkflowDefinition Latest(string key) => LatestEntry(key).Definition;

    /// <summary>The text of the newest version.</summary>
    internal string LatestJson(string key) => LatestEntry(key).Json;

    /// <summary>The version a case runs on.</summary>
    public WorkflowDefinition Get(string key, int version) =>
        Find(key, version)
        ?? throw new InvalidOperationException($"There is no workflow definition '{key}' version {version}.");

    public WorkflowDefinition Of(WorkflowRun run) => Get(run.Definition, run.Version);

    public HumanStep StepOf(Step step) => Of(step.Run).FindStep(step.StepId)
        ?? throw new InvalidOperationException($"The definition '{step.Run.Definition}' has no step '{step.StepId}'.");

    /// <summary>Null for a step the definition does not have.</summary>
    public HumanStep? FindStep(string key, int version, string stepId) => Find(key, version)?.FindStep(stepId);

    /// <summary>A step's name for its readers: the staff's, or the plain one for everybody else. Null for a step the definition does not have.</summary>
    public string? LabelOf(string key, int version, string stepId, string language, bool forStaff)
    {
        var step = FindStep(key, version, stepId);
        return forStaff ? step?.LabelStaff(language) : step?.LabelRequester(language);
    }

    /// <summary>Reads what was published since, here or on another node. Whoever starts a case does it first.</summary>
    public async Task ReadPublishedAsync(TechAssistDb db, CancellationToken cancellationToken)
    {
        var published = await db.WorkflowVersions.AsNoTracking().Select(version => new { version.Definition, version.Version }).ToListAsync(cancellationToken);
        foreach (var missing in published.Where(version => !definitions.ContainsKey((version.Definition, version.Version))))
        {
            Add(await db.WorkflowVersions.Where(version => version.Definition == missing.Definition && version.Version == missing.Version).Select(version => version.Json).SingleAsync(cancellationToken));
        }
    }

    /// <summary>What is wrong with a definition that is to be published; none when it is sound.</summary>
    internal static IEnumerable<string> FaultsOf(string json)
    {
        var faults = WorkflowLinter.Check("", json);
        return faults.Count > 0 ? faults.Select(fault => fault.ToString()) : UnknownMails(WorkflowDefinition.Parse(json));
    }

    private Entry LatestEntry(string key) =>
        definitions.Values.Where(entry => entry.Key.Definition == key).MaxBy(entry => WorkflowVersion.OrderOf(entry.Key.Version))
        ?? throw new InvalidOperationException($"There is no workflow definition '{key}'.");

    private WorkflowDefinition? Find(string key, int version) => definitions.TryGetValue((key, version), out var known) ? known.Definition : Published(key, version);

    /// <summary>A case runs on a version that another node published a moment ago: asked for once, and from then on known.</summary>
    private WorkflowDefinition? Published(string key, int version)
    {
        if (scopes is null || version < WorkflowVersion.PerFile)
        {
            return null;
        }

        using var scope = scopes.CreateScope();
        var json = scope.ServiceProvider.GetRequiredService<TechAssistDb>().WorkflowVersions.Where(row => row.Definition == key && row.Version == version).Select(row => row.Json).SingleOrDefault();
        return json is null ? null : Add(json);
    }

    private WorkflowDefinition Add(string json)
    {
        var entry = Entry.Of(json);
        lock (adding)
        {
            definitions = definitions.Values.Where(known => known.Key != entry.Key).Append(entry).ToFrozenDictionary(known => known.Key);
        }

        return entry.Definition;
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

    private sealed record Entry(WorkflowDefinition Definition, string Json)
    {
        public (string Definition, int Version) Key => (Definition.DefinitionId, Definition.Version);

        public static Entry Of(string json) => new(WorkflowDefinition.Parse(json), json);
    }
}
