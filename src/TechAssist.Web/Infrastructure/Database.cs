using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using TechAssist.Core.Persistence;
using TechAssist.Core.Search;
using TechAssist.Web.Infrastructure.Search;

namespace TechAssist.Web.Infrastructure;

/// <summary>Which database, and nowhere else: one SQLite file by default, PostgreSQL with <c>Database:Provider=Postgres</c>
/// and <c>Database:ConnectionString</c>.</summary>
public static class Database
{
    public static bool IsPostgres(IConfiguration configuration) => configuration["Database:Provider"] switch
    {
        null or "" or "Sqlite" => false,
        "Postgres" => true,
        var other => throw new InvalidOperationException($"Database:Provider is \"{other}\"; it must be Sqlite or Postgres."),
    };

    /// <summary>The folder of the database file: <c>TECHASSIST_DATA</c>, or <c>data</c> where the command was typed.</summary>
    public static string Folder(IConfiguration configuration) =>
        Path.GetFullPath(configuration["TECHASSIST_DATA"] is { Length: > 0 } folder ? folder : "data");

    /// <summary>Somebody else wrote the same row, or took the same place in a history, at the same moment.</summary>
    public static bool IsCollision(Exception exception) => exception is DbUpdateConcurrencyException or DbUpdateException
    {
        InnerException:
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure }
            or SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey },
    };

    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddDbContextPool<TechAssistDb>(options => Choose(options, configuration));
        builder.Services.AddTextSearch();
    }

    /// <summary>The full-text search of whichever database it is.</summary>
    public static IServiceCollection AddTextSearch(this IServiceCollection services) => services
        .AddScoped<ITextSearch>(provider => provider.GetRequiredService<TechAssistDb>().Database.IsNpgsql() ? new PostgresTextSearch() : new SqliteTextSearch());

    public static void Choose(DbContextOptionsBuilder options, IConfiguration configuration)
    {
        options.UseSnakeCaseNamingConvention();
        if (IsPostgres(configuration))
        {
            var connection = configuration["Database:ConnectionString"]
                ?? throw new InvalidOperationException("Database:Provider is Postgres, and Database:ConnectionString is missing.");
            options.UseNpgsql(connection, database => database.MigrationsAssembly(typeof(Migrations.Postgres.DesignTime).Assembly.GetName().Name));
            return;
        }

        options.UseSqlite(SqliteConnectionString(configuration), database => database.MigrationsAssembly(typeof(Migrations.Sqlite.DesignTime).Assembly.GetName().Name));
        options.AddInterceptors(SqliteSettings.Instance);
    }

    private static string SqliteConnectionString(IConfiguration configuration)
    {
        if (configuration["Database:ConnectionString"] is { Length: > 0 } given)
        {
            return given;
        }

        var folder = Folder(configuration);
        Directory.CreateDirectory(folder);
        return new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "techassist.db"),
            ForeignKeys = true,
            // Seconds a writer waits for another one.
            DefaultTimeout = 10,
        }.ToString();
    }

    /// <summary>Readers do not wait for a writer (WAL); a commit survives the program's crash.</summary>
    private sealed class SqliteSettings : DbConnectionInterceptor
    {
        public static readonly SqliteSettings Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = Command(connection);
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = Command(connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        private static DbCommand Command(DbConnection connection)
        {
            var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000;";
            return command;
        }
    }
}
