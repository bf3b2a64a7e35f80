using TechAssist.Core.Workflows;
using TechAssist.Web.Infrastructure;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Web.Pages.Admin.Process;

/// <summary>The reminders and escalations of every step, as a case that starts today gets them.</summary>
public sealed class IndexModel(WorkflowCatalog workflows, ListVersions listVersions) : PortalPage
{
    public IReadOnlyList<WorkflowDefinition> Definitions { get; private set; } = [];

    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];

    public LadderWords Words => new(T);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Versions = await listVersions.ExecuteAsync(cancellationToken);
        string[] order = ["standard", "rapid", "mission", "publication", "followup"];
        Definitions = [.. workflows.All.GroupBy(definition => definition.DefinitionId).Select(versions => versions.Last()).OrderBy(definition => Array.IndexOf(order, definition.DefinitionId))];
    }

    /// <summary>Who changed a definition last, where somebody did.</summary>
    public VersionRow? ChangeOf(WorkflowDefinition definition) => Versions.FirstOrDefault(row => row.Definition == definition.DefinitionId && row.Version == definition.Version);
}
