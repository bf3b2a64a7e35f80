using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using TechAssist.Core;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Registrations;

/// <summary>Where an expert begins: an address to send the link to. Answers the same whatever the address is known for.</summary>
[AllowAnonymous, EnableRateLimiting(RateLimits.Public)]
public sealed class ApplyModel(ApplyToRegister apply) : PortalPage
{
    [BindProperty]
    public ApplyInput Input { get; set; } = new();

    public bool IsSent { get; private set; }

    public IReadOnlyList<Choice> LanguageChoices => [new("fr", T["Form.Fr"]), new("en", T["Form.En"])];

    public void OnGet() => Input = new ApplyInput { Language = Languages.Current };

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        await apply.ExecuteAsync(Input, cancellationToken);
        IsSent = true;
    }
}
