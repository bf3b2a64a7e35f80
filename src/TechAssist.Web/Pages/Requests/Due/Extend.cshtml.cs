using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Requests.Steering;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Requests.Due;

/// <summary>Gives a step more time, also when its due time has passed.</summary>
public sealed class ExtendModel(ExtendDue extend) : DuePage
{
    [BindProperty]
    public ExtendDueInput Input { get; set; } = new();

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

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await extend.ExecuteAsync(Reference, Id, Input, Actor, cancellationToken);
        Flash("DueExtend.Done");
        return LocalRedirect(Links.Due(Reference, Id));
    }
}
