using Microsoft.AspNetCore.Localization;
using TechAssist.Core;

namespace TechAssist.Web.Infrastructure;

/// <summary>Which language an answer speaks: the person's profile, else the switch on the page (a cookie), else the link of the mail, else the browser.</summary>
public static class LanguageChoice
{
    public const string Cookie = "techassist-language";

    public static void AddLanguages(this IServiceCollection services)
    {
        services.AddSingleton<Texts>();
        services.AddScoped<ReferenceChoices>();
        services.AddRequestLocalization(options =>
        {
            options.SetDefaultCulture(Languages.Culture("fr").Name);
            options.SupportedCultures = options.SupportedUICultures = [.. Languages.All.Select(Languages.Culture)];
            options.RequestCultureProviders = [new FromPerson()];
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
    }

    public static void Remember(HttpResponse response, string language) => response.Cookies.Append(Cookie, language, new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365),
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = response.HttpContext.Request.IsHttps,
    });

    /// <returns>Null when the header names neither language.</returns>
    public static string? FromHeader(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(accepted => accepted.Quality ?? 1)
        .Select(accepted => accepted.Value.Value?.Split('-')[0].ToLowerInvariant())
        .FirstOrDefault(Languages.IsOne);

    private sealed class FromPerson : RequestCultureProvider
    {
        public override async Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
        {
            var actor = await httpContext.RequestServices.GetRequiredService<CurrentActor>().FindAsync(httpContext.RequestAborted);
            // A program asks for its language in the header; a person has chosen it.
            var language = httpContext.IsApi()
                ? FromHeader(httpContext.Request) ?? actor?.Language
                : actor?.Language ?? FromCookie(httpContext.Request) ?? FromLink(httpContext.Request) ?? FromHeader(httpContext.Request);
            return language is null ? null : new ProviderCultureResult(Languages.Culture(language).Name);
        }

        /// <summary>The link of a mail says in which language its reader was written to.</summary>
        private static string? FromLink(HttpRequest request) =>
            request.Query["lang"].ToString() is var language && Languages.IsOne(language) ? language : null;

        private static string? FromCookie(HttpRequest request) =>
            request.Cookies[Cookie] is { } language && Languages.IsOne(language) ? language : null;
    }
}
