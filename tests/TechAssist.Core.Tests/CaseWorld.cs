using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TechAssist.Core.Experts.Staffing;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;
using TechAssist.Testing;

namespace TechAssist.Core.Tests;

/// <summary>A database of its own with the people of a case, a clock that stands still, and every act as somebody.</summary>
internal sealed class CaseWorld : IAsyncDisposable
{
    private CoreHost host = null!;

    private ServiceProvider Services => host.Services;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2031, 3, 3, 9, 0, 0, TimeSpan.Zero));

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    public ReferenceCatalog Reference => Services.GetRequiredService<ReferenceCatalog>();

    public Guid RequestId { get; private set; }

    public static async Task<CaseWorld> OpenAsync(Provider provider = Provider.Sqlite)
    {
        var world = new CaseWorld();
        world.host = await CoreHost.StartAsync(provider, world.Clock);
        await world.AddPersonAsync("requester", Role.Requester, "SN");
        await world.AddPersonAsync("focal", Role.FocalPoint, "SN");
        await world.AddPersonAsync("officer", Role.CaseOfficer);
        await world.AddPersonAsync("duty", Role.DutyOfficer);
        await world.AddPersonAsync("adviser", Role.ThematicAdviser);
        await world.AddPersonAsync("coordinator", Role.Coordinator);
        await world.AddPersonAsync("logistics", Role.Logistics);
        await world.AddPersonAsync("committee", Role.Committee);
        await world.AddPersonAsync("stranger", Role.Requester, "GH");
        return world;
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    /// <summary>The roster as another node would hold it.</summary>
    public RosterCopy AnotherCopy() => new(Services.GetRequiredService<IServiceScopeFactory>());

    /// <summary>The definitions as another node would hold them.</summary>
    public WorkflowCatalog AnotherCatalog() => WorkflowCatalog.Load(Path.Combine(AppContext.BaseDirectory, "workflows"), Services.GetRequiredService<IServiceScopeFactory>());

    public Task AddPersonAsync(string name, Role role, string? country = null) => WithAsync(async (_, db) =>
    {
        var person = Person.Invite(name + "@x.test", name, "fr", null, Now);
        person.EmailConfirmed = true;
        person.Grant(role, Now, country);
        db.People.Add(person);
        await db.SaveChangesAsync();
    });

    /// <summary>Lets somebody act through a service.</summary>
    public async Task<TResult> AsAsync<TService, TResult>(string who, Func<TService, Actor, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        var actor = await scope.ServiceProvider.GetRequiredService<FindActor>().ByEmailAsync(who + "@x.test", default);
        return await act(scope.ServiceProvider.GetRequiredService<TService>(), actor!);
    }

    public Task AsAsync<TService>(string who, Func<TService, Actor, Task> act)
        where TService : notnull => AsAsync<TService, bool>(who, async (service, actor) =>
        {
            await act(service, actor);
            return true;
        });

    public async Task<T> ReadAsync<T>(Func<TechAssistDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TechAssistDb>());
    }

    public Task AnswerAsync(string who, string step, string outcome, object? form = null) => AsAsync<CompleteWorkItem>(who, async (act, actor) =>
    {
        var id = await ReadAsync(db => db.WorkItems
            .Where(item => item.PersonId == actor.PersonId && item.ClosedAt == null && item.Step.StepId == step)
            .Select(item => item.Id)
            .SingleAsync());
        JsonElement? json = form is null ? null : JsonSerializer.SerializeToElement(form, form.GetType(), CoreJson.Options);
        await act.ExecuteAsync(new CompleteWorkItemInput(id, outcome, json), actor, default);
    });

    public Task SweepAsync(int batch = 100) => WithAsync((provider, _) => provider.GetRequiredService<SweepDeadlines>().ExecuteAsync(batch, default));

    public Task<string[]> OpenStepsAsync() =>
        ReadAsync(db => db.Steps.Where(step => step.RequestId == RequestId && step.ClosedAt == null).OrderBy(step => step.StepId).Select(step => step.StepId).ToArrayAsync());

    /// <summary>A request of Senegal, approved: its terms are to be drafted.</summary>
    public async Task ApproveRequestAsync()
    {
        await ReachDecisionAsync();
        await AnswerAsync("coordinator", "decision", "approve", new { reasons = "utile" });
    }

    public async Task SubmitAsync(RequestContent? content = null, string who = "requester") =>
        RequestId = await AsAsync<SubmitRequest, Guid>(who, async (act, actor) => (await act.ExecuteAsync(content ?? Request, actor, default)).Id);

    public async Task ReachEligibilityAsync()
    {
        await SubmitAsync();
        await AnswerAsync("focal", "endorsement", "endorse");
        await AnswerAsync("officer", "receipt", "accept");
    }

    public async Task ReachDecisionAsync()
    {
        await ReachEligibilityAsync();
        await AnswerAsync("officer", "eligibility", "eligible", new { mayBenefit = true, withinMandate = true, shortTerm = true, servesTheCountry = true, noOverlap = true });
        await AnswerAsync("officer", "triage", "scored", new { strategicFit = 4, expertDays = 10, trips = 1, cost = 8500, riskLevel = "low", overlap = "None known." });
        await AnswerAsync("adviser", "triage", "scored", new { strategicFit = 4, expertDays = 10, trips = 1, cost = 8500, riskLevel = "low", overlap = "None known." });
    }

    public static readonly RequestContent Request = new()
    {
        Country = "SN",
        Institution = new Institution { Name = "Agence nationale de la statistique", Type = InstitutionType.Agency },
        Contact = new Contact { Name = "Mamadou Sène", Email = "requester@x.test", Language = "fr" },
        Title = new LangText("Statistiques des migrations", null),
        Theme = "T1",
        Objectives = ["DAK11:R9"],
        AssistanceTypes = ["TRN"],
        Problem = new LangText(string.Concat(Enumerable.Repeat("Les données migratoires sont dispersées. ", 8)), null),
        Objective = new LangText("Produire un profil migratoire annuel", null),
        Results = [new ExpectedResult { Result = "Un profil publié", Indicator = "Profils publiés", Baseline = "0", Target = "1" }],
        PolicyLink = "Politique nationale de migration, axe 2",
        NeedsAssessment = false,
        NoOtherEfforts = true,
        Beneficiaries = new Beneficiaries { Institutions = "ANSD", Women = 6, Men = 6 },
        Absorption = new Absorption { CounterpartTeam = "Quatre statisticiens" },
        Periods = [new Period { From = new DateOnly(2031, 9, 1), To = new DateOnly(2031, 9, 5) }],
        LatestOn = new DateOnly(2031, 12, 1),
        Places = "Dakar",
        WorkingLanguages = ["fr"],
        ExpertProfile = "Statisticien des migrations",
        GenderAndRights = "Données ventilées par sexe",
        Sustainability = "Une équipe permanente",
        Commitments = new Commitments { Host = true, Evaluate = true, Publish = true },
    };

    private async Task WithAsync(Func<IServiceProvider, TechAssistDb, Task> act)
    {
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<TechAssistDb>());
    }
}
