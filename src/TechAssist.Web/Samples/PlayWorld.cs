using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using TechAssist.Core;
using TechAssist.Core.Clock;
using TechAssist.Core.Notifications;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Workflows;
using TechAssist.Web.Infrastructure;
using TechAssist.Web.Infrastructure.Demo;

namespace TechAssist.Web.Samples;

/// <summary>The product on a clock that is set by hand, with the demo people: what a sample is played in. Either on a
/// throw-away database, or on the portal's own for the demo load.</summary>
public sealed class PlayWorld : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly string? folder;

    private PlayWorld(ManualClock clock, Action<DbContextOptionsBuilder> database, string? folder, string? mailFolder)
    {
        Clock = clock;
        this.folder = folder;
        var collection = new ServiceCollection();
        if (mailFolder is null)
        {
            collection.AddSingleton<IMailer, NoMailer>();
        }
        else
        {
            collection.Configure<MailOptions>(options => options.Folder = mailFolder).AddSingleton<IMailer, FolderMailer>();
        }

        services = collection
            // One silent factory for all worlds: with another one, EF Core builds its model again.
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddLogging()
            .AddScoped<HandOverMail>()
            .AddScoped<SendOutbox>()
            .AddScoped<Jobs.OfficerChanges>()
            .AddScoped<Jobs.DueWork>()
            .AddScoped<Jobs.MissionWork>()
            .AddScoped<Jobs.RosterWork>()
            .AddScoped<Jobs.FollowUpWork>()
            .AddCore()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new SecretariatOffice())
            .AddSingleton(WorkflowCatalog.Load(WorkflowFolder))
            .AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>()
            .AddDbContextPool<TechAssistDb>(database)
            .AddTextSearch()
            // Not validated as a whole: acts on accounts need the sign-in, which nobody plays.
            .BuildServiceProvider(validateScopes: true);
    }

    private static string WorkflowFolder => Path.Combine(AppContext.BaseDirectory, "workflows");

    /// <summary>Reads samples against the definitions the product runs on.</summary>
    public static SampleReader Reader() => new(WorkflowCatalog.Load(WorkflowFolder));

    public ManualClock Clock { get; }

    /// <summary>Where its database is; null where somebody else made it.</summary>
    public string? Folder => folder;

    public IServiceProvider Services => services;

    public CasePlayer Player => new(services, Clock);

    /// <summary>A world of its own, gone when it is disposed: a database in a temporary folder.</summary>
    /// <param name="startAt">When its people were there already (UTC).</param>
    /// <param name="mailFolder">Where its mails are written, a file each; null lets them go nowhere.</param>
    public static async Task<PlayWorld> CreateAsync(DateTime startAt, string? mailFolder, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("techassist-play-").FullName;
        return await FillAsync(new PlayWorld(new ManualClock(startAt), options => Database.Choose(options, SettingsOf(folder)), folder, mailFolder), cancellationToken);
    }

    /// <summary>Another process in the world of that folder, which stays when this one leaves.</summary>
    public static async Task<PlayWorld> JoinAsync(string folder, DateTime startAt, string mailFolder, CancellationToken cancellationToken)
    {
        var world = new PlayWorld(new ManualClock(startAt), options => Database.Choose(options, SettingsOf(folder)), null, mailFolder);
        await world.services.GetRequiredService<ReferenceCatalog>().GetLatestAsync(cancellationToken);
        return world;
    }

    /// <summary>A world in an empty database that somebody else made, and removes.</summary>
    public static Task<PlayWorld> CreateInAsync(Action<DbContextOptionsBuilder> database, DateTime startAt, CancellationToken cancellationToken) =>
        FillAsync(new PlayWorld(new ManualClock(startAt), database, null, null), cancellationToken);

    /// <summary>On a database that is there already, with its people and reference data. The mails of what is played go nowhere.</summary>
    public static async Task<PlayWorld> OnAsync(Action<DbContextOptionsBuilder> database, DateTime startAt, CancellationToken cancellationToken)
    {
        var world = new PlayWorld(new ManualClock(startAt), database, null, null);
        await world.services.GetRequiredService<ReferenceCatalog>().GetLatestAsync(cancellationToken);
        return world;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (folder is not null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IConfiguration SettingsOf(string folder) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Database:ConnectionString", $"Data Source={Path.Combine(folder, "play.db")};Foreign Keys=True;Pooling=True")])
        .Build();

    private static async Task<PlayWorld> FillAsync(PlayWorld world, CancellationToken cancellationToken)
    {
        await using var scope = world.services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TechAssistDb>().Database.MigrateAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<LoadReferenceData>().ExecuteAsync(cancellationToken);
        await world.services.GetRequiredService<ReferenceCatalog>().GetLatestAsync(cancellationToken);
        await DemoPeople.CreateAsync(scope.ServiceProvider, cancellationToken);
        await DemoExperts.CreateAsync(scope.ServiceProvider, cancellationToken);
        return world;
    }

    private sealed class NoMailer : IMailer
    {
        public Task SendAsync(MimeMessage message, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
