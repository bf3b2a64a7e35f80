using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TechAssist.Core.People;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Api;

/// <summary>Under /api a bearer token says who calls, and nothing else does: a browser's cookie counts for nothing there, so
/// that no page elsewhere can make a browser act (no antiforgery is needed). A bad token is a 401, never a redirect.</summary>
public sealed class TokenSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, FindTokenOwner findTokenOwner)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "token";

    /// <summary>The claim that holds the token's id.</summary>
    public const string TokenId = "token";

    private const string Prefix = "Bearer ";
    private const int LongestToken = 200;

    public static void Add(IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, TokenSignIn>(SchemeName, null);
        services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.ApplicationScheme, cookie => cookie.ForwardDefaultSelector = context => context.IsApi() ? SchemeName : null);
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Token() is not { } token)
        {
            return AuthenticateResult.NoResult();
        }

        if (token.Length is 0 or > LongestToken || await findTokenOwner.ExecuteAsync(token, Context.RequestAborted) is not var (tokenId, personId))
        {
            return AuthenticateResult.Fail("The token is not known.");
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, personId.ToString()), new Claim(TokenId, tokenId.ToString())], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        // RFC 6750, section 3: the error is named only when a token was sent.
        Response.Headers.WWWAuthenticate = Token() is null ? "Bearer realm=\"TechAssist\"" : "Bearer realm=\"TechAssist\", error=\"invalid_token\"";
        return Task.CompletedTask;
    }

    private string? Token() => Request.Headers.Authorization.ToString() is { } header && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        ? header[Prefix.Length..].Trim()
        : null;
}
