using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TechAssist.Core;
using TechAssist.Core.Clock;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;
using TechAssist.Core.Workflows;
using TechAssist.Testing;

namespace TechAssist.Bench.Figures;

/// <summary>A database with many experts and twenty cases with terms, made through the real acts, on a clock that stands still.</summary>
internal sealed class MatchingWorld
{
    private const int Experts = 100_000;
    private const int Cases = 20;

    private static readonly ConcurrentDictionary<Provider, Task<MatchingWorld>> Made = new();

    private readonly FreshDatabase database;
    private readonly ServiceProvider services;

    private MatchingWorld(FreshDatabase database)
    {
        this.database = database;
        services = new ServiceCollection().AddCore()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2031, 3, 3, 9, 0, 0, TimeSpan.Zero)))
            .AddSingleton(new SecretariatOffice())
            .AddSingleton(WorkflowCatalog.Load(Path.Combine(AppContext.BaseDirectory, "workflows")))
            .AddDbContext<TechAssistDb>(database.Choose)
            .BuildServiceProvider();
    }

    public static DateOnly Today { get; } = new(2031, 3, 3);

    public List<Guid> Requests { get; } = [];

    public Actor Officer { get; private set; } = null!;

    /// <summary>Made once in a run for all figures on the same database, gone when the run ends.</summary>
    /// <exception cref="FigureSkippedException">The database's server is not installed.</exception>
    public static Task<MatchingWorld> GetAsync(Provider provider) => Made.GetOrAdd(provider, MakeAsync);

    private static async Task<MatchingWorld> MakeAsync(Provider provider)
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

        var world = new MatchingWorld(database);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => world.RemoveAsync().GetAwaiter().GetResult();
        await world.services.GetRequiredService<ReferenceCatalog>().GetLatestAsync(default);
        await FillRoster.IntoAsync(world.services, Experts, Today);
        var requester = await world.PersonAsync("requester", Role.Requester, "SN");
        world.Officer = await world.PersonAsync("officer", Role.CaseOfficer, null);
        for (var number = 0; number < Cases; number++)
        {
            world.Requests.Add(await world.CaseAsync(number, requester));
        }

        return world;
    }

    /// <summary>Another node's copy of the roster.</summary>
    public RosterCopy AnotherCopy() => new(services.GetRequiredService<IServiceScopeFactory>());

    public async Task<T> AsAsync<TService, T>(Func<TService, Task<T>> act)
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

    private async Task<Actor> PersonAsync(string name, Role role, string? country)
    {
        await AsAsync<TechAssistDb, int>(async db =>
        {
            var person = Person.Invite(name + "@x.test", name, "fr", null, new DateTime(2031, 3, 3, 9, 0, 0, DateTimeKind.Utc));
            person.Grant(role, new DateTime(2031, 3, 3, 9, 0, 0, DateTimeKind.Utc), country);
            db.People.Add(person);
            return await db.SaveChangesAsync();
        });
        return (await AsAsync<FindActor, Actor?>(find => find.ByEmailAsync(name + "@x.test", default)))!;
    }

    private async Task<Guid> CaseAsync(int number, Actor requester)
    {
        var draft = AssistanceRequest.StartDraft(MatchingCases.Request(number), requester, new DateTime(2031, 3, 3, 9, 0, 0, DateTimeKind.Utc));
        await AsAsync<TechAssistDb, int>(async db =>
        {
            db.Requests.Add(draft);
            await db.SaveChangesAsync();
            // The figure is about matching: the case stands open without its workflow.
            return await db.Requests.Where(request => request.Id == draft.Id).ExecuteUpdateAsync(set => set
                .SetProperty(request => request.Status, RequestStatus.Open)
                .SetProperty(request => request.Reference, $"TA-2031-SN-{number:d4}"));
        });
        await AsAsync<StartTerms, Guid>(start => start.ExecuteAsync(draft.Id, Officer, default));
        await AsAsync<SaveTerms, SavedTerms>(async save =>
        {
            var revision = await AsAsync<TechAssistDb, int>(db => db.Terms.Where(terms => terms.RequestId == draft.Id).Select(terms => terms.Revision).SingleAsync());
            return await save.ExecuteAsync(draft.Id, new SaveTermsInput(MatchingCases.Terms(number), revision), Officer, default);
        });
        return draft.Id;
    }
}
