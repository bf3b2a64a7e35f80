using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Experts.Registrations;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.Pages.Shared;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Roster.Registrations;

/// <summary>A registration is vetted: what is missing, who it may be already, and the decision.</summary>
[Authorize(Access.Secretariat)]
public sealed class DetailModel(
    GetRegistration getRegistration, AdmitRegistration admit, DeclineRegistration decline, AskMore askMore, ReferenceChoices choices) : PortalPage
{
    private const string New = "new";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DecisionForm Input { get; set; } = new();

    public RegistrationView View { get; private set; } = null!;

    public ReferenceChoices Choices => choices;

    public IReadOnlyList<Choice> AdmitChoices =>
    [
        .. View.Lookalikes.Select(same => new Choice(same.Id.ToString(), T["Registrations.AdmitOver", same.Name], same.BirthYear?.ToString(CultureInfo.InvariantCulture))),
        new Choice(New, T["Registrations.AdmitNew"]),
    ];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        View = await getRegistration.ExecuteAsync(Id, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostAdmitAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (View.Lookalikes.Count > 0 && Input.SameAs is null)
        {
            throw new InvalidInputException("sameAs", "choose-one");
        }

        Guid? sameAs = Input.SameAs is null or New ? null : Guid.TryParse(Input.SameAs, out var id) ? id : throw new InvalidInputException("sameAs", "not-a-choice");
        var expertId = await admit.ExecuteAsync(Id, new AdmitInput(Input.Revision, sameAs), Actor, cancellationToken);
        Flash("Registrations.Admitted", View.Name);
        return LocalRedirect(Links.Expert(expertId));
    }

    public async Task<IActionResult> OnPostMoreAsync(CancellationToken cancellationToken)
    {
        await askMore.ExecuteAsync(Id, new DecideInput(Input.Revision, Input.Reason), Actor, cancellationToken);
        Flash("Registrations.MoreAsked");
        return LocalRedirect(Links.Registrations);
    }

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellationToken)
    {
        await decline.ExecuteAsync(Id, new DecideInput(Input.Revision, Input.Reason), Actor, cancellationToken);
        Flash("Registrations.Declined");
        return LocalRedirect(Links.Registrations);
    }

    /// <summary>Where on this page the part stands in which a fault is seen.</summary>
    public static string PlaceOf(FieldError error) => ProfileWords.PartOf(error).Key switch
    {
        RegistrationPart.Cv => "part-cv",
        "identity" or "availability" or "readiness" or "references" or RegistrationPart.Consents => "part-identity",
        _ => "part-work",
    };

    /// <summary>As it is typed.</summary>
    public sealed record DecisionForm
    {
        public int Revision { get; init; }

        public string? SameAs { get; init; }

        public string? Reason { get; init; }
    }
}
