using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Files;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Roster;

/// <summary>A new CV for an expert on the roster: the secretariat's, or the expert's own.</summary>
[RequestSizeLimit(AttachCv.Most + (1024 * 1024))]
public sealed class NewCvModel(GetExpert getExpert, AttachCv attach) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CvInput Input { get; set; } = new();

    public ExpertView Expert { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Actor.IsSecretariat || Expert.PersonId == Actor.PersonId ? Page() : NotFound();
    }

    public override async Task LoadAsync(CancellationToken cancellationToken) => Expert = await getExpert.ExecuteAsync(Id, Actor, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await using var content = Input.File?.OpenReadStream() ?? Stream.Null;
        await attach.ExecuteAsync(Id, new SentFile(Input.File?.FileName, Input.File?.ContentType, content), Actor, cancellationToken);
        Flash("Roster.CvSent");
        return LocalRedirect(Links.Expert(Id));
    }

    public sealed record CvInput
    {
        public IFormFile? File { get; init; }
    }
}
