using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Core.Workflows;

namespace TechAssist.Core.Tests.Work;

public sealed class CaseFlowTests
{
    [Test]
    public async Task A_declined_request_ends_declined_when_nobody_appeals()
    {
        var file = Path.GetTempFileName();
        var clock = new FakeTimeProvider(new DateTimeOffset(2031, 3, 3, 9, 0, 0, TimeSpan.Zero));
        var services = new ServiceCollection().AddCore()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(new SecretariatOffice())
            .AddSingleton<ReferenceCatalog>()
            .AddScoped<LoadReferenceData>()
            .AddSingleton(WorkflowCatalog.Load(Path.Combine(TestContext.CurrentContext.TestDirectory, "../../../../../workflows")))
            .AddDbContext<TechAssistDb>(o => o.UseSqlite($"Data Source={file}").UseSnakeCaseNamingConvention())
            .BuildServiceProvider();
        var now = clock.GetUtcNow().UtcDateTime;
        using (var scope = services.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TechAssistDb>();
            await db.Database.EnsureCreatedAsync();
            await scope.ServiceProvider.GetRequiredService<LoadReferenceData>().ExecuteAsync(default);
            await services.GetRequiredService<ReferenceCatalog>().GetLatestAsync(default);
            void Add(string name, Role role, string? country = null)
            {
                var p = Person.Invite(name + "@x.test", name, "fr", null, now);
                p.Grant(role, now, country);
                db.People.Add(p);
            }

            Add("requester", Role.Requester, "SN");
            Add("focal", Role.FocalPoint, "SN");
            Add("officer", Role.CaseOfficer);
            Add("adviser", Role.ThematicAdviser);
            Add("coordinator", Role.Coordinator);
            await db.SaveChangesAsync();
        }

        async Task<T> As<T>(string who, Func<IServiceProvider, Actor, Task<T>> act)
        {
            using var scope = services.CreateScope();
            var actor = await scope.ServiceProvider.GetRequiredService<FindActor>().ByEmailAsync(who + "@x.test", default);
            return await act(scope.ServiceProvider, actor!);
        }

        var content = new RequestContent
        {
            Country = "SN", Institution = new() { Name = "ANSD", Type = InstitutionType.Agency }, Contact = new() { Name = "A", Email = "requester@x.test", Language = "fr" },
            Title = new("Titre é", null), Theme = "T1", Objectives = ["DAK11:R9"], AssistanceTypes = ["TRN"], Problem = new(new string('p', 250), null), Objective = new("o", null),
            Results = [new() { Result = "r" }], NeedsAssessment = false, NoOtherEfforts = true, Beneficiaries = new() { Institutions = "x" }, Absorption = new() { CounterpartTeam = "x" },
            Periods = [new() { From = new(2031, 9, 1), To = new(2031, 9, 10) }], LatestOn = new(2031, 12, 1), WorkingLanguages = ["fr"], GenderAndRights = "g", Sustainability = "s",
            Commitments = new() { Host = true, Evaluate = true, Publish = true },
        };
        var reference = await As("requester", async (sp, a) => (await sp.GetRequiredService<SubmitRequest>().ExecuteAsync(content, a, default)).Reference!);
        Assert.That(reference, Is.EqualTo("TA-2031-SN-0001"));

        async Task Do(string who, string step, string outcome, object? form = null) => await As(who, async (sp, a) =>
        {
            var db = sp.GetRequiredService<TechAssistDb>();
            var id = await db.WorkItems.Where(i => i.PersonId == a.PersonId && i.ClosedAt == null && i.Step.StepId == step).Select(i => i.Id).SingleAsync();
            return await sp.GetRequiredService<CompleteWorkItem>().ExecuteAsync(new(id, outcome, form is null ? null : JsonSerializer.SerializeToElement(form, CoreJson.Options)), a, default);
        });

        await Do("focal", "endorsement", "endorse");
        await Do("officer", "receipt", "accept");
        clock.Advance(TimeSpan.FromDays(1));
        await Do("officer", "eligibility", "moreInformation", new { missing = "quoi" });
        clock.Advance(TimeSpan.FromDays(10));
        await As("officer", async (sp, _) => await sp.GetRequiredService<SweepDeadlines>().ExecuteAsync(100, default));
        await Do("requester", "moreInformation", "answer", new { answer = "voilà" });
        await Do("officer", "eligibility", "eligible", new { mayBenefit = true, withinMandate = true, shortTerm = true, servesTheCountry = true, noOverlap = true });
        await Do("officer", "triage", "scored", new { strategicFit = 4, expertDays = 10 });
        await Do("adviser", "triage", "scored", new { strategicFit = 3, expertDays = 10 });
        await Do("coordinator", "decision", "decline", new { reasons = "non" });
        await Do("officer", "declineLetter", "send", new { reason = "lowerPriority", explanation = "non", wayForward = "mieux" });
        clock.Advance(TimeSpan.FromDays(60));
        await As("officer", async (sp, _) => await sp.GetRequiredService<SweepDeadlines>().ExecuteAsync(100, default));
        var result = await As("officer", async (sp, _) => (await sp.GetRequiredService<TechAssistDb>().Requests.SingleAsync()).Result);
        Assert.That(result, Is.EqualTo("declined"));
    }
}
