using System.Data.Common;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core.Persistence;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Api;

/// <summary>The same program on the same database, with its questions to the database counted.</summary>
internal sealed class CountedApp : IDisposable
{
    private readonly Counter counter = new();
    private readonly WebApplicationFactory<Program> app;

    public CountedApp(PortalApp portal)
    {
        app = portal.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
            services.ConfigureDbContext<TechAssistDb>(options => options.AddInterceptors(counter))));
        Client = app.CreateClient();
    }

    public HttpClient Client { get; }

    public async Task<int> CountAsync(Func<Task> work)
    {
        var before = counter.Count;
        await work();
        return counter.Count - before;
    }

    public void Dispose()
    {
        Client.Dispose();
        app.Dispose();
    }

    private sealed class Counter : DbCommandInterceptor
    {
        private int count;

        public int Count => count;

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref count);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
