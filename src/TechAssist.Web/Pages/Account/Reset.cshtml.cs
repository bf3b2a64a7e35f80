using Microsoft.AspNetCore.Identity;
using TechAssist.Core.People;

namespace TechAssist.Web.Pages.Account;

public sealed class ResetModel(ChoosePassword choosePassword, SignInManager<Person> signIn)
    : LinkPage(choosePassword, signIn, isInvitation: false)
{
    public override string Lead => T["Reset.Lead", Email];

    protected override string DoneKey => "Reset.Done";
}
