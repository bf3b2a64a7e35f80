using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Web.Infrastructure;

namespace TechAssist.Web.Cli;

/// <summary>The portal's services and settings for a verb; nothing of it is started, and its log goes to standard error.</summary>
internal static class Host
{
    /// <summary>Runs something on the portal's own database.</summary>
    public static async Task<int> RunAsync(Func<IServiceProvider, Task<int>> verb)
    {
        await using var app = Portal.Build(["--Logging:Console:LogToStandardErrorThreshold=Trace", "--Logging:LogLevel:Default=Warning"]);
        await using var scope = app.Services.CreateAsyncScope();
        return await verb(scope.ServiceProvider);
    }

    /// <summary>For verbs that need the tables: refuses a database that is not up to date, and reads the reference data.</summary>
    public static async Task RequireTablesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if ((await services.GetRequiredService<TechAssistDb>().Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            throw new CannotRunException("The database is not up to date. Run the verb migrate first.");
        }

        await services.GetRequiredService<ReferenceCatalog>().GetLatestAsync(cancellationToken);
    }
}

/// <summary>A verb cannot do its work; the message says why.</summary>
internal sealed class CannotRunException(string message) : Exception(message);
