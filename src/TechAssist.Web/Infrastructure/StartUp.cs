using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure.Demo;

namespace TechAssist.Web.Infrastructure;

/// <summary>What happens between building the host and the first request.</summary>
public static class StartUp
{
    public static async Task StartUpAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var database = services.GetRequiredService<TechAssistDb>().Database;
        if (app.Environment.IsDevelopment())
        {
            await database.MigrateAsync(stopping);
        }

        if (!(await database.GetPendingMigrationsAsync(stopping)).Any())
        {
            await services.GetRequiredService<LoadReferenceData>().ExecuteAsync(stopping);
            await services.GetRequiredService<ReferenceCatalog>().GetAsync(stopping);
        }

        app.MapJobs();

        if (app.Environment.IsDevelopment())
        {
            await DemoPeople.CreateAsync(services, stopping);
            var isNew = await app.Services.GetRequiredService<DemoCases>().ExpectAsync(stopping);
            app.Lifetime.ApplicationStarted.Register(() => _ = Task.Run(() => WelcomeAsync(app, isNew), stopping));
            return;
        }

        app.StartJobs();
        var link = await FirstAdministrator.CreateAsync(services, app.Configuration, stopping);
        app.Lifetime.ApplicationStarted.Register(() => Greeting.Print(Addresses(app), link));
    }

    private static async Task WelcomeAsync(WebApplication app, bool isNew)
    {
        Greeting.Print(Addresses(app));
        if (isNew)
        {
            await app.Services.GetRequiredService<DemoCases>().LoadAsync(app.Lifetime.ApplicationStopping);
            Greeting.PrintLoaded();
        }

        app.StartJobs();
    }

    private static IReadOnlyCollection<string> Addresses(WebApplication app) =>
        [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];
}
