using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests.Cases;
using TechAssist.Core.Requests.Confirmations;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Requests.Steering;

/// <summary>Who stands behind a request, and the word somebody gave outside the portal, to be recorded.</summary>
public sealed class ConfirmationsModel(ListConfirmations list, RecordConfirmation record, ConfirmContact contact, ReferenceCatalog reference) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set; } = "";

    [BindProperty]
    public RecordConfirmationInput Input { get; set; } = new();

    public CaseStanding Standing { get; private set; } = null!;

    public IReadOnlyList<ConfirmationRow> Rows { get; private set; } = [];

    /// <summary>Null to whoever may not see the contact.</summary>
    public ContactStanding? Contact { get; private set; }

    /// <summary>What the reader may still record.</summary>
    public IReadOnlyList<Choice> Open => [.. Rows.Where(row => row.MayRecord).Select(row => new Choice(row.Whose, NameOf(row)))];

    public string NameOf(ConfirmationRow row) => row.IsCountry ? reference.Current.Country(row.Whose)?.Name(Languages.Current) ?? row.Whose : row.Whose;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Standing = await HttpContext.RequestServices.GetRequiredService<GetCaseStanding>().ExecuteAsync(Reference, Actor, cancellationToken);
        Rows = await list.ExecuteAsync(Standing.Id, Actor, cancellationToken);
        Contact = await contact.StandingAsync(Standing.Id, Actor, cancellationToken);
        ViewData["Title"] = T["Confirmations.Title"];
        ViewData["Trail"] = new (string, string)[] { (T["Requests.Title"], Links.Requests), (Reference, Links.Case(Standing.Id, Reference)) };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await record.ExecuteAsync(Reference, Input, Actor, cancellationToken);
        Flash("Confirmations.Done");
        return LocalRedirect(Links.Confirmations(Reference));
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellationToken)
    {
        await contact.AskAgainAsync(Reference, Actor, cancellationToken);
        Flash("Confirmations.Asked");
        return LocalRedirect(Links.Confirmations(Reference));
    }
}
