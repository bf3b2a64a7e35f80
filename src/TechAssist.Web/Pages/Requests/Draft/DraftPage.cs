using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Documents;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Draft;

/// <summary>What every page of a draft has: the draft, the reference data, and what is still missing in words.</summary>
public abstract class DraftPage(GetDraft getDraft, ReferenceCatalog reference) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DraftView Draft { get; private set; } = null!;

    public ReferenceSnapshot Reference { get; private set; } = null!;

    public IReadOnlyList<JourneySection> Sections { get; private set; } = [];

    public bool IsShort => Journey.IsShort(Draft.Content);

    /// <summary>What the draft is called as long as it has no title.</summary>
    public string DraftTitle => Draft.Content.Title.In(Languages.Current) is { Length: > 0 } title ? title : T["Requests.Untitled"];

    public (string Label, string Href)[] Trail => [(T["Requests.Title"], Links.Requests), (DraftTitle, Links.Draft(Id))];

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Draft = await getDraft.ExecuteAsync(Id, Actor, cancellationToken);
        Reference = await reference.GetAsync(cancellationToken);
        Sections = Journey.Of(Draft);
    }

    /// <summary>What people attached, the first first. One page of the list is more than a request ever needs.</summary>
    protected async Task<IReadOnlyList<DocumentRow>> FilesAsync(ListDocuments listDocuments, CancellationToken cancellationToken) =>
        [.. (await listDocuments.ExecuteAsync(Id, new PageInput { PageSize = 100 }, Actor, cancellationToken)).Items
            .Where(file => file.Kind == "attachment").Reverse()];

    /// <summary>The case itself, once there is nothing left to write here.</summary>
    protected IActionResult ToCase() => LocalRedirect(Links.Case(Id, Draft.Reference));

    /// <summary>Puts messages beside the fields; what is typed stays.</summary>
    protected void Tell(IEnumerable<FieldError> errors)
    {
        foreach (var error in errors)
        {
            ModelState.AddModelError(FieldNames.Key(FieldPath.Place(error.Field)), Message(error));
        }
    }

    /// <summary>The message; a country is said by its name.</summary>
    public string Message(FieldError error) => error is { Code: "not-a-beneficiary-country", Arguments: [string code] } && Reference.Country(code) is { } country
        ? Messages.Text(error with { Arguments = [country.Name(Languages.Current)] }, Languages.Current)
        : Messages.Text(error, Languages.Current);
}
