using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Npgsql;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Testing;

/// <summary>A migrated database with the reference data for one fixture: a copy of one that was made once in the run.</summary>
public sealed class FreshDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteModel = new(MakeSqliteModelAsync);
    private static readonly Lazy<Task> PostgresModel = new(MakePostgresModelAsync);
    private static int last;

    private readonly string? folder;

    private FreshDatabase(Provider provider, string connectionString, string? folder) =>
        (Provider, ConnectionString, this.folder) = (provider, connectionString, folder);

    public Provider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>Lets a context use this database, as the program would.</summary>
    public void Choose(DbContextOptionsBuilder options) => Database.Choose(options, Configuration(Provider, ConnectionString));

    public static async Task<FreshDatabase> CreateAsync(Provider provider)
    {
        if (provider == Provider.Sqlite)
        {
            var folder = TestFolder.Create("techassist-");
            var file = Path.Combine(folder, "techassist.db");
            File.Copy(await SqliteModel.Value, file);
            return new FreshDatabase(provider, SqliteConnection(file), folder);
        }

        var cluster = await PostgresCluster.GetAsync();
        await PostgresModel.Value;
        var name = $"fixture{Interlocked.Increment(ref last)}";
        // Files are copied as they are: through the log, with tables as many as ours, it takes twice as long.
        await OnPostgresAsync(cluster, $"CREATE DATABASE {name} TEMPLATE model STRATEGY FILE_COPY");
        return new FreshDatabase(provider, cluster.ConnectionString(name), folder: null);
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null)
        {
            await RemovePostgresAsync();
            return;
        }

        SqliteConnectionPool.Clear(ConnectionString);
        Directory.Delete(folder, recursive: true);
    }

    private async Task RemovePostgresAsync()
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
        var cluster = await PostgresCluster.GetAsync();
        if (!cluster.IsGone)
        {
            // A thousand of them would fill the memory they live in. What still listens is cut off.
            await OnPostgresAsync(cluster, $"DROP DATABASE {connection.Database} WITH (FORCE)");
        }
    }

    private static async Task<string> MakeSqliteModelAsync()
    {
        var folder = Directory.CreateTempSubdirectory("techassist-model-").FullName;
        TestRun.AtEnd(() => Directory.Delete(folder, recursive: true));
        var file = Path.Combine(folder, "model.db");
        await MigrateAsync(Provider.Sqlite, SqliteConnection(file));
        SqliteConnectionPool.Clear(SqliteConnection(file));
        return file;
    }

    private static async Task MakePostgresModelAsync()
    {
        var cluster = await PostgresCluster.GetAsync();
        await OnPostgresAsync(cluster, "CREATE DATABASE model");
        await MigrateAsync(Provider.Postgres, cluster.ConnectionString("model") + ";Pooling=false");
    }

    private static async Task MigrateAsync(Provider provider, string connectionString)
    {
        var options = new DbContextOptionsBuilder<TechAssistDb>();
        Database.Choose(options, Configuration(provider, connectionString));
        await using var db = new TechAssistDb(options.Options);
        await db.Database.MigrateAsync();
        await new LoadReferenceData(db, TimeProvider.System).ExecuteAsync(default);
    }

    private static IConfiguration Configuration(Provider provider, string connectionString) =>
        new ConfigurationBuilder().AddInMemoryCollection(Settings(provider, connectionString)).Build();

    internal static Dictionary<string, string?> Settings(Provider provider, string connectionString) => new()
    {
        ["Database:Provider"] = provider.ToString(),
        ["Database:ConnectionString"] = connectionString,
    };

    private static async Task OnPostgresAsync(PostgresCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string SqliteConnection(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 10 }.ToString();

    private static class SqliteConnectionPool
    {
        public static void Clear(string connectionString)
        {
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection(connectionString);
            Microsoft.Data.Sqlite.SqliteConnection.ClearPool(connection);
        }
    }
}
