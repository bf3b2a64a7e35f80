using Microsoft.AspNetCore.Mvc;
using TechAssist.Core.People;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Account;

/// <summary>Tokens for programs that act in somebody's name: made here, shown once, taken back here.</summary>
public sealed class TokensModel(CreateApiToken createApiToken, RevokeApiToken revokeApiToken, ListApiTokens listApiTokens) : PortalPage
{
    [BindProperty]
    public CreateApiTokenInput Input { get; set; } = new();

    public IReadOnlyList<ApiTokenRow> Tokens { get; private set; } = [];

    /// <summary>The token just made. It is on this one answer and nowhere else, so there is no redirect after it.</summary>
    public CreatedApiToken? Created { get; private set; }

    public override async Task LoadAsync(CancellationToken cancellationToken) => Tokens = await listApiTokens.ExecuteAsync(Actor, cancellationToken);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        Created = await createApiToken.ExecuteAsync(Input, Actor, cancellationToken);
        ModelState.Clear();
        Input = new CreateApiTokenInput();
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        await revokeApiToken.ExecuteAsync(id, Actor, cancellationToken);
        Flash("Tokens.Revoked");
        return LocalRedirect(Links.Tokens);
    }
}
