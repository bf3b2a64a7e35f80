using TechAssist.Core;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Web.Pages.Requests.Detail;

/// <summary>Everything that was asked, as it was written.</summary>
public sealed class ContentModel(GetRequest getRequest, ReferenceCatalog reference) : CaseTab
{
    public override string Tab => "request";

    public RequestView View { get; private set; } = null!;

    public IReadOnlyList<ContentGroup> Groups { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        View = await getRequest.ExecuteAsync(Standing.Id, Languages.Current, Actor, cancellationToken);
        Groups = new ContentLines(T, await reference.GetAsync(cancellationToken)).Of(View);
    }
}
