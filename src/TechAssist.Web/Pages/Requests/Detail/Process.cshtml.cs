using TechAssist.Core;
using TechAssist.Core.Requests.Cases;
using TechAssist.Workflow.Drawing;

namespace TechAssist.Web.Pages.Requests.Detail;

/// <summary>The drawn process with the way the case took, and the same as a list.</summary>
public sealed class ProcessModel(GetCasePath getPath) : CaseTab
{
    public override string Tab => "process";

    public IReadOnlyList<CasePath> Paths { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        Paths = await getPath.ExecuteAsync(Standing.Id, Actor, cancellationToken);
    }

    public string TitleOf(CasePath path) => path.MissionNumber is { } number ? T["Process.mission", number] : T["Process." + path.Definition.DefinitionId];

    public DiagramOptions OptionsOf(CasePath path) => new(Languages.Current)
    {
        Visited = path.Visited,
        Current = path.Current,
        ForRequester = !Standing.IsForStaff,
        Title = TitleOf(path),
        IdPrefix = "w" + path.RunId.ToString("N"),
    };
}
