using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core;
using TechAssist.Core.Audit;
using TechAssist.Core.Experts;
using TechAssist.Core.Persistence;
using TechAssist.Core.Workflows;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Bench;

/// <summary>Puts invented experts on a roster, through the act that an import uses.</summary>
internal static class FillRoster
{
    private const int Batch = 1000;

    public const int Seed = 20261123;

    /// <summary>Into the database of a portal in development; the portal may be running.</summary>
    public static async Task RunAsync(string folder, int count)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["TECHASSIST_DATA"] = folder }).Build();
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddCore()
            .AddSingleton(WorkflowCatalog.Load(Path.Combine(AppContext.BaseDirectory, "workflows")))
            .AddDbContext<TechAssistDb>(options => Database.Choose(options, configuration)).BuildServiceProvider();
        await IntoAsync(services, count, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
    }

    public static async Task IntoAsync(IServiceProvider services, int count, DateOnly today)
    {
        foreach (var profiles in new ManyExperts(Seed, today).Take(count).Chunk(Batch))
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TechAssistDb>();
            var add = new AddExperts(db, scope.ServiceProvider.GetRequiredService<TimelineWriter>(), scope.ServiceProvider.GetRequiredService<TimeProvider>());
            await add.ExecuteAsync(profiles, Actor.System, CancellationToken.None);
        }
    }
}
