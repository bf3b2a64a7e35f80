using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TechAssist.Core;
using TechAssist.Core.Clock;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Imports;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Workflows;
using TechAssist.Testing;

namespace TechAssist.Bench.Figures;

/// <summary>A table of 10,000 experts from the sent file to the roster, dry run included: read, columns guessed, every line checked
/// and looked up among those there already, then all of them put on the roster with the way back.</summary>
internal sealed record RosterImportFigure(Provider Provider) : Figure($"roster-import-{Provider.ToString().ToLowerInvariant()}", "s", 30)
{
    private const int Experts = 10_000;

    public override Measurement Measure() => MeasureAsync().GetAwaiter().GetResult();

    private async Task<Measurement> MeasureAsync()
    {
        FreshDatabase database;
        try
        {
            database = await FreshDatabase.CreateAsync(Provider);
        }
        catch (NUnit.Framework.IgnoreException missing)
        {
            throw new FigureSkippedException(missing.Message, missing);
        }

        await using var services = new ServiceCollection().AddCore()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new SecretariatOffice())
            .AddSingleton(WorkflowCatalog.Load(Path.Combine(AppContext.BaseDirectory, "workflows")))
            .AddDbContext<TechAssistDb>(database.Choose)
            .BuildServiceProvider();
        try
        {
            return await MeasureAsync(services);
        }
        finally
        {
            await database.DisposeAsync();
        }
    }

    private static async Task<Measurement> MeasureAsync(ServiceProvider services)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await services.GetRequiredService<ReferenceCatalog>().GetLatestAsync(default);
        var officer = new Actor(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), "Officer", "fr", [new RoleGrant(Role.CaseOfficer)]);
        var file = await TableOfAsync(services, today, officer);

        var begun = Stopwatch.GetTimestamp();
        var id = await AsAsync<StartImport, Guid>(services, act => act.ExecuteAsync("experts.xlsx", new MemoryStream(file), officer, default));
        var columns = await AsAsync<GetImport, IReadOnlyList<FileColumn>>(services, query => query.ColumnsAsync(id, officer, default));
        var read = Stopwatch.GetElapsedTime(begun);
        await AsAsync<SteerImport, bool>(services, act => DoneAsync(act.MapAsync(id, new MapImportInput([.. columns.Select(column => column.Key)]), officer, default)));
        await AsAsync<WorkOnImports, bool>(services, act => DoneAsync(act.ExecuteAsync(id, default)));
        var checkedAt = Stopwatch.GetElapsedTime(begun);
        await AsAsync<SteerImport, bool>(services, act => DoneAsync(act.RunAsync(id, DuplicateChoice.Update, officer, default)));
        await AsAsync<WorkOnImports, bool>(services, act => DoneAsync(act.ExecuteAsync(id, default)));
        var all = Stopwatch.GetElapsedTime(begun);

        var counts = (await AsAsync<GetImport, ImportView>(services, query => query.ExecuteAsync(id, officer, default))).Counts;
        Console.Error.WriteLine($"read {read.TotalSeconds:0.0} s, checked after {checkedAt.TotalSeconds:0.0} s, imported after {all.TotalSeconds:0.0} s: {counts}");
        if (counts.Added + counts.Updated + counts.Faulty < Experts || counts.Added < Experts * 0.8)
        {
            throw new InvalidOperationException("The lines were not put on the roster.");
        }

        return new Measurement(all.TotalSeconds, all.TotalSeconds, all.TotalSeconds, 1);
    }

    /// <summary>The table as our own export writes it; the experts are taken off again.</summary>
    private static async Task<byte[]> TableOfAsync(ServiceProvider services, DateOnly today, Actor officer)
    {
        await FillRoster.IntoAsync(services, (int)(Experts * 1.1), today);
        var (file, count) = await AsAsync<ExportRoster, (byte[], int)>(services, act => act.ExecuteAsync(new RosterFilter(), TableFormat.Xlsx, "fr", officer, default));
        Console.Error.WriteLine($"{count} experts in the table");
        await AsAsync<TechAssistDb, int>(services, db => db.Experts.ExecuteDeleteAsync());
        return file;
    }

    private static async Task<T> AsAsync<TService, T>(ServiceProvider services, Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private static async Task<bool> DoneAsync(Task task)
    {
        await task;
        return true;
    }
}
