using TechAssist.Core.Requests.Cases;

namespace TechAssist.Web.Pages.Requests.Detail;

/// <summary>Who has a part in a case.</summary>
public sealed class PeopleModel(ListCasePeople listPeople) : CaseTab
{
    public override string Tab => "people";

    public IReadOnlyList<CaseMember> People { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        People = await listPeople.ExecuteAsync(Standing.Id, Actor, cancellationToken);
    }
}
