using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Requests.Steering;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Due;

/// <summary>Gives a step more time, also when its due time has passed.</summary>
public sealed class ExtendModel(ExtendDue extend, DeclineMoreTime decline) : DuePage
{
    [BindProperty]
    public ExtendDueInput Input { get; set; } = new();

    [BindProperty]
    public SteeringInput Decline { get; set; } = new();

    /// <summary>Who asked for more time, and waits for a word on it.</summary>
    public IReadOnlyList<MoreTimeAsked> Asked { get; private set; } = [];

    protected override string TitleKey => "DueExtend.Title";

    /// <param name="until">The day that was asked for; null where nobody asked.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="NotFoundException">The due time is not the reader's to move.</exception>
    public async Task OnGetAsync(DateOnly? until, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!Due.MayMove)
        {
            throw new NotFoundException("The act");
        }

        Input = new ExtendDueInput { UntilOn = until ?? Due.SuggestedOn };
    }

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await base.LoadAsync(cancellationToken);
        Asked = await decline.ReadAsync(Id, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellationToken)
    {
        await decline.ExecuteAsync(Reference, Id, Decline, Actor, cancellationToken);
        Flash("DueExtend.Declined");
        return LocalRedirect(Links.Due(Reference, Id));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await extend.ExecuteAsync(Reference, Id, Input, Actor, cancellationToken);
        Flash("DueExtend.Done");
        return LocalRedirect(Links.Due(Reference, Id));
    }
}
