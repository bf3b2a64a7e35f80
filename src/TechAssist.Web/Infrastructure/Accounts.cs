using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;

namespace TechAssist.Web.Infrastructure;

/// <summary>Accounts, cookies and who may open what. Everything needs sign-in unless it says otherwise.</summary>
public static class Accounts
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddScoped<IAuthorizationHandler, AccessHandler>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<Person>(Configure)
            .AddEntityFrameworkStores<TechAssistDb>()
            .AddSignInManager<OpenAccounts>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<InvitationTokens>(AccountLinks.InvitationProvider);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = AccountLinks.ResetLifetime);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(5));
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<PortalOptions>>((cookie, portal) => Configure(cookie, portal.Value));
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(Policy())
            .SetFallbackPolicy(Policy())
            .AddPolicy(Access.Administrator, Policy(Role.Administrator))
            .AddPolicy(Access.Secretariat, Policy(Roles.Secretariat))
            .AddPolicy(Access.Internals, Policy([.. Roles.Secretariat, Role.Auditor]))
            .AddPolicy(Access.Strategy, Policy([.. Roles.Secretariat, Role.Auditor, Role.Committee]));
    }

    private static AuthorizationPolicy Policy(params Role[] roles) =>
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new Access(roles)).Build();

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        // Length counts, not kinds of characters (NIST SP 800-63B); PasswordRules refuses what is easy to guess.
        options.Password.RequiredLength = PasswordRules.Least;
        options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 5;
        options.Lockout.MaxFailedAccessAttempts = 6;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }

    private static void Configure(CookieAuthenticationOptions cookie, PortalOptions portal)
    {
        cookie.Cookie.Name = "techassist";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = portal.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/account/sign-in";
        cookie.ReturnUrlParameter = "returnUrl";
        // A page that only listens is nobody at work: the session still ends when it should.
        cookie.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew &= !OnlyListens(context.Request);
            return Task.CompletedTask;
        };
        var validate = cookie.Events.OnValidatePrincipal;
        cookie.Events.OnValidatePrincipal = async context =>
        {
            await validate(context);
            context.ShouldRenew &= !OnlyListens(context.Request);
        };
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context.Response, StatusCodes.Status404NotFound);
        cookie.Events.OnRedirectToLogin = context =>
        {
            if (context.HttpContext.IsApi())
            {
                return Answer(context.Response, StatusCodes.Status401Unauthorized);
            }

            if (context.Request.Headers.ContainsKey("HX-Request"))
            {
                // A part of an open page is asked for or sent: a sign-in page in its place would take away what stands there.
                return Answer(context.Response, StatusCodes.Status401Unauthorized);
            }

            if (OnlyListens(context.Request))
            {
                // The session of an open page has ended: it stops asking, and the next click leads to the sign-in.
                return Answer(context.Response, StatusCodes.Status204NoContent);
            }

            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        };
    }

    private static bool OnlyListens(HttpRequest request) => request.Path.Equals(Links.UnreadEvents, StringComparison.OrdinalIgnoreCase);

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>A closed account does not sign in, whatever its password.</summary>
    private sealed class OpenAccounts(
        UserManager<Person> userManager, IHttpContextAccessor contextAccessor, IUserClaimsPrincipalFactory<Person> claimsFactory,
        IOptions<IdentityOptions> optionsAccessor, ILogger<SignInManager<Person>> logger, IAuthenticationSchemeProvider schemes, IUserConfirmation<Person> confirmation)
        : SignInManager<Person>(userManager, contextAccessor, claimsFactory, optionsAccessor, logger, schemes, confirmation)
    {
        public override async Task<bool> CanSignInAsync(Person user) => user.IsActive && await base.CanSignInAsync(user);
    }

    /// <summary>Links of invitations live longer than those for a new password.</summary>
    private sealed class InvitationTokens(IDataProtectionProvider protection, ILogger<DataProtectorTokenProvider<Person>> logger)
        : DataProtectorTokenProvider<Person>(
            protection,
            Microsoft.Extensions.Options.Options.Create(new DataProtectionTokenProviderOptions { Name = AccountLinks.InvitationProvider, TokenLifespan = AccountLinks.InvitationLifetime }),
            logger);
}
