using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TechAssist.Core.Documents.Scanning;
using TechAssist.Core.Persistence;
using TechAssist.Web.Infrastructure.Demo;

namespace TechAssist.Web.Infrastructure;

/// <summary><c>/health/live</c>: the program answers. <c>/health/ready</c>: the database answers, has every migration, and
/// in Development its demo cases.</summary>
public static class Health
{
    public static void AddPortalHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseReady>("database").AddCheck<DemoReady>("demo").AddCheck<ScannerReady>("scanner");

    public static void MapPortalHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
    }

    private sealed class DatabaseReady(TechAssistDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var missing = await db.Database.GetPendingMigrationsAsync(cancellationToken);
                return missing.Any() ? HealthCheckResult.Unhealthy("Migrations are missing.") : HealthCheckResult.Healthy();
            }
            catch (System.Data.Common.DbException exception)
            {
                return HealthCheckResult.Unhealthy("The database does not answer.", exception);
            }
        }
    }

    /// <summary>The portal goes on without it; files that are sent are refused meanwhile.</summary>
    private sealed class ScannerReady(FileScan scan) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await scan.IsReadyAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("The malware scanner does not answer.");
    }

    private sealed class DemoReady(DemoCases cases) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(cases.IsLoading ? HealthCheckResult.Unhealthy("The demo cases are being loaded.") : HealthCheckResult.Healthy());
    }
}
