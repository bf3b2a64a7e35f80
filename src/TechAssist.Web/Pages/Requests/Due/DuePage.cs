using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Requests.Cases;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Due;

/// <summary>A page about one due time of a case.</summary>
public abstract class DuePage : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Reference { get; set => field = value.ToUpperInvariant(); } = "";

    /// <summary>The step's.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DueView Due { get; private set; } = null!;

    public DueWords Words { get; private set; } = null!;

    protected abstract string TitleKey { get; }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Due = await HttpContext.RequestServices.GetRequiredService<GetDue>().ExecuteAsync(Reference, Id, Actor, cancellationToken);
        var choices = HttpContext.RequestServices.GetRequiredService<ReferenceChoices>();
        await choices.ReadAsync(cancellationToken);
        Words = new DueWords(T, choices);
        ViewData["Title"] = T[TitleKey];
        ViewData["Trail"] = new (string, string)[] { (T["Requests.Title"], Links.Requests), (Due.Reference, Links.Case(Due.RequestId, Due.Reference)) };
    }
}
