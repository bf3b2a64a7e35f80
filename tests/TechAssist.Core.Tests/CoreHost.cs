using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Workflows;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Core.Tests;

/// <summary>The core on a database of its own, without the host around it.</summary>
internal sealed class CoreHost : IAsyncDisposable
{
    private readonly FreshDatabase database;

    private CoreHost(FreshDatabase database, TimeProvider clock)
    {
        this.database = database;
        var services = new ServiceCollection();
        services.AddLogging().AddIdentityCore<Person>().AddEntityFrameworkStores<TechAssistDb>()
            .AddTokenProvider<EmailTokenProvider<Person>>(AccountLinks.InvitationProvider);
        Services = services.AddCore()
            .AddSingleton(clock)
            .AddSingleton(new SecretariatOffice())
            .AddSingleton<ReferenceCatalog>()
            .AddSingleton(provider => WorkflowCatalog.Load(Path.Combine(AppContext.BaseDirectory, "workflows"), provider.GetRequiredService<IServiceScopeFactory>()))
            .AddDbContextPool<TechAssistDb>(database.Choose)
            .AddTextSearch()
            .BuildServiceProvider();
    }

    public ServiceProvider Services { get; }

    public static async Task<CoreHost> StartAsync(Provider provider, TimeProvider clock)
    {
        var host = new CoreHost(await FreshDatabase.CreateAsync(provider), clock);
        await host.Services.GetRequiredService<ReferenceCatalog>().GetLatestAsync(default);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await database.DisposeAsync();
    }
}
