using Microsoft.AspNetCore.Identity;
using TechAssist.Core.People;

namespace TechAssist.Web.Pages.Account;

public sealed class InvitationModel(ChoosePassword choosePassword, SignInManager<Person> signIn)
    : LinkPage(choosePassword, signIn, isInvitation: true)
{
    public override string Lead => T["Invitation.Lead", Email];

    protected override string DoneKey => "Invitation.Done";
}
