using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Draft;

/// <summary>The first question; its answer begins the draft.</summary>
public sealed class NewModel(PrefillRequest prefill, SaveDraft saveDraft, ReferenceCatalog reference, TimeProvider clock) : PortalPage, IKindPage
{
    [BindProperty]
    public RequestContent Input { get; set; } = new();

    public JourneyChoices Choices { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Input = await prefill.ExecuteAsync(Actor, cancellationToken);
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (!PrefillRequest.MayAsk(Actor))
        {
            throw new NotFoundException("The page");
        }

        Choices = new JourneyChoices(await reference.GetAsync(cancellationToken), T, Actor, Today);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var known = await prefill.ExecuteAsync(Actor, cancellationToken);
        var content = Journey.Kind.Take(known, Actor.IsSecretariat ? Input : Input with { Channel = RequestChannel.Web });
        var rules = new RequestRules(await reference.GetAsync(cancellationToken));
        InputCheck.ThrowIfInvalid(content, rules.Check(content, Today).Where(Journey.Kind.Owns));
        var draft = await saveDraft.StartAsync(content, Actor, cancellationToken);
        return LocalRedirect(Links.Draft(draft.Id));
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
