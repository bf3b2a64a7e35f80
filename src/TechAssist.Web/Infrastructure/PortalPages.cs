using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using TechAssist.Core;
using TechAssist.Web.Forms;

namespace TechAssist.Web.Infrastructure;

/// <summary>How Razor Pages behave here.</summary>
public static class PortalPages
{
    public static void AddPortalPages(this IServiceCollection services)
    {
        services.AddRazorPages(Conventions).AddMvcOptions(Configure);
        services.AddScoped<PageErrors>();
        services.AddScoped<ReaderZone>();
        services.AddSingleton<StepFormTexts>();
        services.AddSingleton<StepAnswerText>();
        services.Configure<RouteOptions>(options => (options.LowercaseUrls, options.LowercaseQueryStrings) = (true, false));
        // Accents stay letters in the page: smaller, and readable in its source. What could be markup is still encoded.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        // A whole request with twenty rows of results and partners. A text far too long is still read, so that the page can say
        // so beside its field and give it back; the server's limit on the whole body stands.
        services.Configure<FormOptions>(options => (options.ValueCountLimit, options.ValueLengthLimit) = (2000, 32 * 1024 * 1024));
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = PortalPage.FlashCookie);
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<PortalOptions>>((antiforgery, portal) =>
        {
            antiforgery.Cookie.Name = "techassist-form";
            antiforgery.Cookie.SecurePolicy = portal.Value.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
    }

    private static void Conventions(RazorPagesOptions options)
    {
        options.Conventions.AuthorizeFolder("/Admin", Access.Administrator);
        options.Conventions.ConfigureFilter(new ServiceFilterAttribute<PageErrors>());
    }

    private static void Configure(MvcOptions options)
    {
        // Acts check their input themselves, once for page and API; here only what cannot be read at all is refused.
        options.ModelValidatorProviders.Clear();
        options.ModelBinderProviders.Insert(0, new FreshLists());
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        Translate(options.ModelBindingMessageProvider);
    }

    private static void Translate(DefaultModelBindingMessageProvider words)
    {
        words.SetAttemptedValueIsInvalidAccessor((_, _) => NotValid());
        words.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => NotValid());
        words.SetUnknownValueIsInvalidAccessor(_ => NotValid());
        words.SetNonPropertyUnknownValueIsInvalidAccessor(NotValid);
        words.SetValueIsInvalidAccessor(_ => NotValid());
        words.SetValueMustBeANumberAccessor(_ => NotValid());
        words.SetNonPropertyValueMustBeANumberAccessor(NotValid);
        words.SetValueMustNotBeNullAccessor(_ => Required());
        words.SetMissingBindRequiredValueAccessor(_ => Required());
        words.SetMissingKeyOrValueAccessor(Required);
        words.SetMissingRequestBodyRequiredValueAccessor(Required);
    }

    private static string NotValid() => Messages.Text("Error.not-valid", Languages.Current);

    private static string Required() => Messages.Text("Error.required", Languages.Current);
}
