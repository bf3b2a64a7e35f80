using Microsoft.AspNetCore.Identity;

namespace TechAssist.Core.People;

/// <summary>The one-time links of an account. Each is signed, bound to the account's security stamp (so that it works once) and
/// expires; opening it changes nothing, only the form behind it does.</summary>
public sealed class AccountLinks(UserManager<Person> accounts)
{
    public const string InvitationProvider = "Invitation";

    private const string InvitationPurpose = "AcceptInvitation";

    public static readonly TimeSpan InvitationLifetime = TimeSpan.FromDays(14);

    public static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(2);

    /// <returns>Path and query on the portal, such as <c>/account/invitation?person=…&amp;token=…</c>.</returns>
    public async Task<string> InvitationAsync(Person person) =>
        Path("/account/invitation", person, await accounts.GenerateUserTokenAsync(person, InvitationProvider, InvitationPurpose));

    /// <returns>Path and query on the portal.</returns>
    public async Task<string> ResetAsync(Person person) =>
        Path("/account/reset", person, await accounts.GeneratePasswordResetTokenAsync(person));

    public async Task<bool> IsInvitationAsync(Person person, string token) =>
        await accounts.VerifyUserTokenAsync(person, InvitationProvider, InvitationPurpose, token);

    public async Task<bool> IsResetAsync(Person person, string token) =>
        await accounts.VerifyUserTokenAsync(person, accounts.Options.Tokens.PasswordResetTokenProvider, UserManager<Person>.ResetPasswordTokenPurpose, token);

    private static string Path(string page, Person person, string token) =>
        $"{page}?person={person.Id:N}&token={Uri.EscapeDataString(token)}";
}
