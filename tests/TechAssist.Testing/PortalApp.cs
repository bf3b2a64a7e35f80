using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TechAssist.Core.Persistence;

namespace TechAssist.Testing;

/// <summary>The real program on a real database of its own, with a clock that stands until it is moved.</summary>
public sealed class PortalApp : WebApplicationFactory<Program>
{
    /// <summary>One for all: with another one, EF Core would build its model and every query again for each fixture.</summary>
    private static readonly ILoggerFactory Log = LoggerFactory.Create(log => log.AddConsole().SetMinimumLevel(LogLevel.Error));

    private readonly FreshDatabase database;
    private readonly IReadOnlyDictionary<string, string?> settings;

    private PortalApp(FreshDatabase database, IReadOnlyDictionary<string, string?>? settings)
    {
        (this.database, this.settings) = (database, settings ?? new Dictionary<string, string?>());
        ClientOptions.AllowAutoRedirect = false;
        ClientOptions.BaseAddress = new Uri("http://127.0.0.1/");
        Data = new TestData(this);
    }

    /// <summary>Monday 3 March 2031, 9:00 UTC.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2031, 3, 3, 9, 0, 0, TimeSpan.Zero));

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public TestData Data { get; }

    public static async Task<PortalApp> StartAsync(Provider provider, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var app = new PortalApp(await FreshDatabase.CreateAsync(provider), settings);
        _ = app.Server;
        return app;
    }

    /// <summary>The same on a free port of this machine, for real browsers.</summary>
    public static async Task<PortalApp> ListenAsync(Provider provider, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var app = new PortalApp(await FreshDatabase.CreateAsync(provider), settings);
        app.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app.StartServer();
        app.ClientOptions.BaseAddress = app.Address;
        return app;
    }

    /// <summary>Where it listens, when it does.</summary>
    public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>A browser with its own cookies, without JavaScript.</summary>
    public Visitor Visit(string language = "en") => new(CreateClient(), language);

    /// <summary>A browser that is signed in.</summary>
    public async Task<Visitor> SignInAsync(TestPerson person)
    {
        var visitor = Visit(person.Language);
        await visitor.SignInAsync(person);
        return visitor;
    }

    /// <summary>Work on the services of one scope, such as an act.</summary>
    public async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task<T> ReadAsync<T>(Func<TechAssistDb, Task<T>> read) => WithAsync(services => read(services.GetRequiredService<TechAssistDb>()));

    public Task WriteAsync(Action<TechAssistDb> write) => WithAsync(async services =>
    {
        var db = services.GetRequiredService<TechAssistDb>();
        write(db);
        return await db.SaveChangesAsync();
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        foreach (var (key, value) in FreshDatabase.Settings(database.Provider, database.ConnectionString))
        {
            builder.UseSetting(key, value);
        }

        builder.UseSetting("Jobs:Run", "false");
        builder.UseSetting("RateLimits:PublicPerMinute", "1000000");
        builder.UseSetting("RateLimits:LinksReadPerMinute", "1000000");
        builder.UseSetting("RateLimits:RoomPerMinute", "1000000");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton(Log);
            // Hard hashing guards real passwords; here it would only be slow.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await database.DisposeAsync();
    }
}
