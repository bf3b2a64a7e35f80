using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Admin.People;

public sealed class IndexModel(ListPeople listPeople) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ListPeopleInput Filter { get; set; } = new();

    public Page<PersonRow> People { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        People = await listPeople.ExecuteAsync(Filter, Actor, cancellationToken);
}
