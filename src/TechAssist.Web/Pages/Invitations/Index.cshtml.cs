using TechAssist.Core.Experts;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Pages.Invitations;

/// <summary>The expert's own invitations, with the way to the own profile.</summary>
public sealed class IndexModel(ListInvitations listInvitations, GetExpert getExpert, ReferenceChoices choices) : PortalPage
{
    public IReadOnlyList<InvitationRow> Invitations { get; private set; } = [];

    public ExpertView? Profile { get; private set; }

    public ReferenceChoices Choices => choices;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await choices.ReadAsync(cancellationToken);
        Invitations = await listInvitations.ExecuteAsync(Actor, cancellationToken);
        Profile = await getExpert.OwnAsync(Actor, cancellationToken);
    }
}
