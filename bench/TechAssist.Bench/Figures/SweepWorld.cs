using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TechAssist.Core;
using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;
using TechAssist.Testing;

namespace TechAssist.Bench.Figures;

/// <summary>A database with a million open deadlines: one request filed through the real act, with all it leads to copied until there
/// are 10,000 cases, 250,000 open steps with their tasks, and four deadlines a step. The clock stands still.</summary>
internal sealed class SweepWorld
{
    public const int Deadlines = 1_000_000;
    public const int Cases = 10_000;

    private const int Steps = Deadlines / DeadlinesAStep;
    private const int DeadlinesAStep = 4;
    private const int StepsACase = Steps / Cases;

    private static readonly ConcurrentDictionary<Provider, Task<SweepWorld>> Made = new();
    private static readonly DateTimeOffset Now = new(2031, 3, 3, 9, 0, 0, TimeSpan.Zero);

    private readonly FreshDatabase database;
    private readonly ServiceProvider services;

    private SweepWorld(FreshDatabase database)
    {
        this.database = database;
        services = new ServiceCollection().AddCore().AddLogging()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(Now))
            .AddSingleton(new SecretariatOffice())
            .AddSingleton(WorkflowCatalog.Load(Path.Combine(AppContext.BaseDirectory, "workflows")))
            .AddDbContext<TechAssistDb>(database.Choose)
            .BuildServiceProvider();
    }

    /// <summary>Made once in a run for all figures on the same database, gone when the run ends.</summary>
    /// <exception cref="FigureSkippedException">The database's server is not installed.</exception>
    public static Task<SweepWorld> GetAsync(Provider provider) => Made.GetOrAdd(provider, MakeAsync);

    /// <summary>As the recurring job does it; returns how many were due.</summary>
    public Task<int> SweepAsync() => AsAsync<SweepDeadlines, int>(sweep => sweep.ExecuteAsync(200, default));

    /// <summary>Lets one deadline of every case be due, from each rung of the ladder in turn.</summary>
    public Task<int> LetOneOfEachCaseBeDueAsync() => AsAsync<TechAssistDb, int>(db => ExecuteAsync(db, string.Create(CultureInfo.InvariantCulture, $"""
        WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < {Cases})
        UPDATE deadlines SET fire_at = '{Now.AddHours(-1):yyyy-MM-dd HH:mm:ss}'
        WHERE id IN (SELECT {Id(db, $"(n - 1) * {DeadlinesAStep * StepsACase} + 1 + n % {DeadlinesAStep}")} FROM copies)
        """)));

    public Task<int> MailsAsync() => AsAsync<TechAssistDb, int>(db => db.Outbox.CountAsync());

    private static async Task<SweepWorld> MakeAsync(Provider provider)
    {
        FreshDatabase database;
        try
        {
            database = await FreshDatabase.CreateAsync(provider);
        }
        catch (NUnit.Framework.IgnoreException missing)
        {
            throw new FigureSkippedException(missing.Message, missing);
        }

        var world = new SweepWorld(database);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => world.RemoveAsync().GetAwaiter().GetResult();
        await world.services.GetRequiredService<ReferenceCatalog>().GetLatestAsync(default);
        foreach (var (name, role, country) in ((string, Role, string?)[])[("requester", Role.Requester, "SN"), ("focal", Role.FocalPoint, "SN"), ("officer", Role.CaseOfficer, null), ("coordinator", Role.Coordinator, null)])
        {
            await world.AsAsync<TechAssistDb, int>(db =>
            {
                var person = Person.Invite(name + "@x.test", name, "fr", null, Now.UtcDateTime);
                person.Grant(role, Now.UtcDateTime, country);
                db.People.Add(person);
                return db.SaveChangesAsync();
            });
        }

        var requester = (await world.AsAsync<FindActor, Actor?>(find => find.ByEmailAsync("requester@x.test", default)))!;
        await world.AsAsync<SubmitRequest, AssistanceRequest>(submit => submit.ExecuteAsync(SweepCase.Request, requester, default));
        await world.AsAsync<TechAssistDb, bool>(CopyAsync);
        return world;
    }

    private static async Task<bool> CopyAsync(TechAssistDb db)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        var request = await db.Requests.Select(row => row.Id).SingleAsync();
        var step = await db.Steps.SingleAsync(row => row.RequestId == request);
        var ladder = await db.Deadlines.Where(row => row.StepRowId == step.Id).OrderBy(row => row.FireAt).ThenBy(row => row.Id).Select(row => row.Id).ToListAsync();
        // "n" counts the copies from 1; the case, or step, a copy belongs to follows from it.
        var ofCase = Id(db, $"(n - 1) / {StepsACase} + 1");
        var ofStep = Id(db, $"(n - 1) / {DeadlinesAStep} + 1");
        await CopyAsync(db, typeof(AssistanceRequest), Cases, request, new() { ["Id"] = Id(db, "n"), ["Reference"] = "'TA-2032-SN-' || CAST(n + 10000 AS TEXT)" });
        await CopyAsync(db, typeof(RequestCountry), Cases, request, new() { ["RequestId"] = Id(db, "n") }, "RequestId");
        await CopyAsync(db, typeof(WorkflowRun), Cases, step.RunId, new() { ["Id"] = Id(db, "n"), ["RequestId"] = Id(db, "n") });
        await CopyAsync(db, typeof(Step), Steps, step.Id, new() { ["Id"] = Id(db, "n"), ["RequestId"] = ofCase, ["RunId"] = ofCase });
        await CopyAsync(db, typeof(WorkItem), Steps, step.Id, new() { ["Id"] = Id(db, "n"), ["RequestId"] = ofCase, ["StepRowId"] = Id(db, "n") }, "StepRowId");
        for (var rung = 0; rung < DeadlinesAStep; rung++)
        {
            await CopyAsync(db, typeof(Deadline), Deadlines, ladder[rung % ladder.Count], new()
            {
                ["Id"] = Id(db, "n"),
                ["StepRowId"] = ofStep,
                ["RequestId"] = Id(db, $"(n - 1) / {DeadlinesAStep * StepsACase} + 1"),
                ["RunId"] = Id(db, $"(n - 1) / {DeadlinesAStep * StepsACase} + 1"),
                ["FireAt"] = "'2031-04-03 09:00:00'",
            }, where: string.Create(CultureInfo.InvariantCulture, $"n % {DeadlinesAStep} = {rung}"));
        }

        await ExecuteAsync(db, "ANALYZE");
        if (await db.Deadlines.CountAsync(row => row.HandledAt == null) < Deadlines)
        {
            throw new InvalidOperationException($"There are not {Deadlines} open deadlines.");
        }

        return true;
    }

    /// <summary>Copies one row many times, with other values in some columns.</summary>
    private static Task<int> CopyAsync(TechAssistDb db, Type entity, int count, Guid of, Dictionary<string, string> other, string key = "Id", string where = "1 = 1")
    {
        var type = db.Model.FindEntityType(entity)!;
        var properties = type.GetProperties().ToList();
        var columns = properties.Select(property => $"\"{property.GetColumnName()}\"");
        var values = properties.Select(property => other.TryGetValue(property.Name, out var value) ? Cast(db, property, value) : $"source.\"{property.GetColumnName()}\"");
        var keyColumn = type.FindProperty(key)!.GetColumnName();
        return ExecuteAsync(db, string.Create(CultureInfo.InvariantCulture, $"""
            WITH RECURSIVE copies(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM copies WHERE n < {count})
            INSERT INTO {type.GetTableName()} ({string.Join(", ", columns)})
            SELECT {string.Join(", ", values)} FROM copies CROSS JOIN (SELECT * FROM {type.GetTableName()} WHERE "{keyColumn}" = {Literal(db, of)}) AS source WHERE {where}
            """));
    }

    private static string Cast(TechAssistDb db, Microsoft.EntityFrameworkCore.Metadata.IProperty property, string value) =>
        db.Database.IsNpgsql() && property.ClrType == typeof(DateTime) ? $"CAST({value} AS {property.GetColumnType()})" : value;

    private static string Id(TechAssistDb db, string number) => db.Database.IsNpgsql()
        ? $"CAST(lpad(to_hex({number}), 8, '0') || '-0000-7000-8000-000000000000' AS uuid)"
        : $"printf('%08X-0000-7000-8000-000000000000', {number})";

    private static string Literal(TechAssistDb db, Guid id) => db.Database.IsNpgsql() ? $"'{id}'" : $"'{id.ToString().ToUpperInvariant()}'";

#pragma warning disable EF1002 // Nothing in it comes from anybody.
    private static Task<int> ExecuteAsync(TechAssistDb db, string sql) => db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
#pragma warning restore EF1002

    private async Task<T> AsAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private async Task RemoveAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
