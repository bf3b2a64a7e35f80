using Microsoft.AspNetCore.Mvc;
using TechAssist.Core;
using TechAssist.Core.Experts;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.Pages.Shared;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Pages.Invitations;

/// <summary>The mission in brief, and the expert's answer with the declaration, on one screen.</summary>
public sealed class DetailModel(ListInvitations listInvitations, AnswerInvitation answerInvitation, ReferenceChoices choices) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AnswerForm Input { get; set; } = new();

    public InvitationRow Invitation { get; private set; } = null!;

    public ReferenceChoices Choices => choices;

    public IReadOnlyList<Choice> Answers => [new("true", T["Invitations.Accept"]), new("false", T["Invitations.Decline"])];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public override async Task LoadAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Invitation = await listInvitations.OneAsync(Id, Actor, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var accepts = Input.Accepts ?? throw new InvalidInputException("accepts", "required");
        await answerInvitation.ExecuteAsync(Id, new AnswerInvitationInput(accepts) { Message = Input.Message, Declaration = accepts ? Input.Declaration.Declared() : null }, Actor, cancellationToken);
        Flash(accepts ? "Invitations.Accepted" : "Invitations.Declined");
        return LocalRedirect(Links.Invitation(Id));
    }

    /// <summary>As it is typed: at first neither yes nor no.</summary>
    public sealed record AnswerForm
    {
        public bool? Accepts { get; init; }

        public string? Message { get; init; }

        public DeclarationForm Declaration { get; init; } = new();
    }
}
