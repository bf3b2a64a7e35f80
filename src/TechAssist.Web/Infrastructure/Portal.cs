using System.IO.Compression;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using TechAssist.Core;
using TechAssist.Core.Clock;
using TechAssist.Core.Workflows;
using TechAssist.Web.Api;
using TechAssist.Web.Infrastructure.Demo;
using TechAssist.Web.Pages.Notifications;

namespace TechAssist.Web.Infrastructure;

/// <summary>Puts the host together. The command line builds the same one and never starts it.</summary>
public static class Portal
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Settings, workflows and browser files stand beside the program; the data folder is where the command is typed.
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
        Listen(builder);

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddOptions<PortalOptions>().BindConfiguration(PortalOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.AddDatabase();
        builder.Services.AddKeysInDatabase();
        builder.Services.AddAccounts();
        builder.Services.AddSingleton(services => WorkflowCatalog.Load(Path.Combine(AppContext.BaseDirectory, "workflows"), services.GetRequiredService<IServiceScopeFactory>()));
        builder.Services.AddSingleton(builder.Configuration.GetSection("Secretariat").Get<SecretariatOffice>() ?? new SecretariatOffice());
        builder.Services.AddCore();
        builder.Services.AddSingleton<DemoCases>();
        builder.AddMails();
        builder.AddJobs();
        builder.Services.AddLanguages();
        builder.Services.AddPortalPages();
        builder.Services.AddApiErrors();
        builder.Services.AddRateLimits();
        builder.Services.AddApi(builder.Configuration);
        builder.Services.AddPortalHealth();
        builder.Services.AddSingleton<UnreadEvents>();
        builder.Services.AddSingleton<RegionMap>();
        builder.Services.AddResponseCompression(Compress);
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        builder.Services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        return Wire(builder.Build());
    }

    private static void Listen(WebApplicationBuilder builder)
    {
        // Built but not published, the browser files are still in the project; a manifest beside the program says where.
        if (File.Exists(Path.Combine(AppContext.BaseDirectory, $"{builder.Environment.ApplicationName}.staticwebassets.runtime.json")))
        {
            builder.WebHost.UseStaticWebAssets();
        }

        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        string[] addresses = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];
        if (!Array.Exists(addresses, name => builder.Configuration.GetSection(name).Exists()))
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }
    }

    private static WebApplication Wire(WebApplication app)
    {
        // A faulty definition keeps the program from starting.
        _ = app.Services.GetRequiredService<WorkflowCatalog>();
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseFriendlyErrors();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRequestLocalization();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapPortalHealth();
        app.MapUnreadEvents();
        app.MapApi();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }

    private static void Compress(ResponseCompressionOptions options)
    {
        // Over https too: a page that shows a secret beside echoed input would be open to guessing by size (BREACH). Ours
        // carry one secret, the antiforgery token, which differs in every answer.
        options.EnableForHttps = true;
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json"];
    }
}
