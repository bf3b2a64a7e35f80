using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Requests;

/// <summary>The requests the reader may see, newest first, with filters that stay in the address.</summary>
public sealed class IndexModel(ListRequests listRequests, ReferenceCatalog reference, TimeProvider clock) : PortalPage
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ListRequestsInput Input { get; set; } = new();

    public Page<RequestRow> Rows { get; private set; } = new([], null);

    public IReadOnlyList<Choice> Countries { get; private set; } = [];

    public bool IsFirst => string.IsNullOrEmpty(Input.After);

    public IEnumerable<Choice> StageChoices => Stages.All.Select(stage => new Choice(stage, T["Stage." + stage]));

    public IEnumerable<Choice> StatusChoices => Enum.GetNames<RequestStatus>().Select(status => new Choice(status, T["Status." + status]));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var data = await reference.GetAsync(cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Countries = [.. data.BeneficiariesOn(today, Languages.Current).Select(country => new Choice(country.Code, country.Name(Languages.Current)))];
        Rows = await listRequests.ExecuteAsync(Input with { PageSize = 25 }, Actor, cancellationToken);
    }
}
