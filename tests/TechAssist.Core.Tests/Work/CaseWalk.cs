using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Work;

/// <summary>A database, a clock and a handful of people, in which a case can be walked through its real acts.</summary>
internal sealed class CaseWalk : IAsyncDisposable
{
    private CoreHost host = null!;

    /// <summary>Monday 3 March 2031, 09:00 UTC.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2031, 3, 3, 9, 0, 0, TimeSpan.Zero));

    public static async Task<CaseWalk> StartAsync(Provider provider)
    {
        var walk = new CaseWalk();
        walk.host = await CoreHost.StartAsync(provider, walk.Clock);
        using var scope = walk.host.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<TechAssistDb>();
        AddPeople(db, walk.Now);
        await db.SaveChangesAsync();
        return walk;
    }

    private static void AddPeople(TechAssistDb db, DateTime now)
    {
        (string Name, Role Role, string? Country)[] people =
        [
            ("requester", Role.Requester, "SN"), ("focal", Role.FocalPoint, "SN"), ("stranger", Role.FocalPoint, "GH"),
            ("officer", Role.CaseOfficer, null), ("duty", Role.DutyOfficer, null), ("adviser", Role.ThematicAdviser, null),
            ("coordinator", Role.Coordinator, null), ("coordinator2", Role.Coordinator, null),
        ];
        foreach (var (name, role, country) in people)
        {
            var person = Person.Invite(name + "@example.test", name, "fr", null, now);
            person.Grant(role, now, country);
            db.People.Add(person);
        }
    }

    public DateTime Now => Clock.GetUtcNow().UtcDateTime;

    /// <summary>A request that may be submitted.</summary>
    public static RequestContent Request(Track track = Track.Standard) => new()
    {
        Track = track,
        Country = "SN",
        Institution = new() { Name = "Agence nationale de la statistique", Type = InstitutionType.Agency },
        Contact = new() { Name = "Mamadou Sène", Email = "requester@example.test", Language = "fr" },
        Title = new("Améliorer les statistiques migratoires", null),
        Theme = "T1",
        Objectives = ["DAK11:R9"],
        AssistanceTypes = ["TRN"],
        Problem = new(string.Concat(Enumerable.Repeat("Les données sont éparses. ", 10)), null),
        Objective = new("Un tableau de bord annuel.", null),
        Results = [new() { Result = "Un tableau de bord" }],
        PolicyLink = "Politique nationale de migration",
        NeedsAssessment = false,
        NoOtherEfforts = true,
        Beneficiaries = new() { Institutions = "Trois ministères" },
        Absorption = new() { CounterpartTeam = "Quatre statisticiens" },
        Periods = track == Track.Rapid ? [] : [new() { From = new(2031, 9, 1), To = new(2031, 9, 10) }],
        LatestOn = new(2031, 12, 1),
        WorkingLanguages = ["fr"],
        GenderAndRights = "Données par sexe.",
        Sustainability = "L'agence.",
        Urgency = track == Track.Rapid ? new() { Event = "Arrivées", EventOn = new(2031, 2, 20), Consequence = "Vies", Authority = "Le ministre" } : null,
        Commitments = new() { Host = true, Evaluate = true, Publish = true },
    };

    public async Task<T> AsAsync<T>(string who, Func<IServiceProvider, Actor, Task<T>> act)
    {
        using var scope = host.Services.CreateScope();
        var actor = await scope.ServiceProvider.GetRequiredService<FindActor>().ByEmailAsync(who + "@example.test", default);
        return await act(scope.ServiceProvider, actor!);
    }

    public Task AsAsync(string who, Func<IServiceProvider, Actor, Task> act) => AsAsync(who, async (provider, actor) =>
    {
        await act(provider, actor);
        return true;
    });

    public Task<string> SubmitAsync(RequestContent? content = null, string who = "requester") => AsAsync(
        who, async (provider, actor) => (await provider.GetRequiredService<SubmitRequest>().ExecuteAsync(content ?? Request(), actor, default)).Reference!);

    /// <summary>Answers the person's open task of a step.</summary>
    public Task AnswerAsync(string who, string stepId, string outcome, object? form = null) => AsAsync(who, async (provider, actor) =>
    {
        var id = await provider.GetRequiredService<TechAssistDb>().WorkItems
            .Where(item => item.PersonId == actor.PersonId && item.ClosedAt == null && item.Step.StepId == stepId)
            .Select(item => item.Id)
            .SingleAsync();
        JsonElement? json = form is null ? null : JsonSerializer.SerializeToElement(form, CoreJson.Options);
        await provider.GetRequiredService<CompleteWorkItem>().ExecuteAsync(new(id, outcome, json), actor, default);
    });

    /// <summary>From the submission to the decision, without detours.</summary>
    public async Task<string> SubmitToDecisionAsync()
    {
        var reference = await SubmitAsync();
        await AnswerAsync("focal", "endorsement", "endorse");
        await AnswerAsync("officer", "receipt", "accept");
        await AnswerAsync("officer", "eligibility", "eligible", new { mayBenefit = true, withinMandate = true, shortTerm = true, servesTheCountry = true, noOverlap = true });
        await AnswerAsync("officer", "triage", "scored", new { strategicFit = 4, expertDays = 10, trips = 1, cost = 8500, riskLevel = "low", overlap = "None known." });
        await AnswerAsync("adviser", "triage", "scored", new { strategicFit = 3, expertDays = 12, trips = 1, cost = 8500, riskLevel = "low", overlap = "None known." });
        return reference;
    }

    public Task SweepAsync() => AsAsync("officer", async (provider, _) =>
    {
        while (await provider.GetRequiredService<SweepDeadlines>().ExecuteAsync(100, default) > 0)
        {
        }
    });

    public Task<T> ReadAsync<T>(Func<TechAssistDb, Task<T>> read) =>
        AsAsync("officer", (provider, _) => read(provider.GetRequiredService<TechAssistDb>()));

    public Task<string[]> OpenStepsAsync() => ReadAsync(db =>
        db.Steps.Where(step => step.ClosedAt == null).OrderBy(step => step.StepId).Select(step => step.StepId).ToArrayAsync());

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
