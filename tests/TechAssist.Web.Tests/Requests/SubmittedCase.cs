using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Testing;

namespace TechAssist.Web.Tests.Requests;

/// <summary>A submitted case with people of its own, and the way to carry it from step to step.</summary>
internal sealed class SubmittedCase
{
    private readonly PortalApp app;

    private SubmittedCase(PortalApp app) => this.app = app;

    public Guid Id { get; private set; }

    public string Reference { get; private set; } = "";

    public TestPerson Requester { get; private set; } = null!;

    public TestPerson FocalPoint { get; private set; } = null!;

    public TestPerson Officer { get; private set; } = null!;

    public TestPerson Adviser { get; private set; } = null!;

    public TestPerson Coordinator { get; private set; } = null!;

    public string Address => $"/requests/{Reference}";

    public static async Task<SubmittedCase> CreateAsync(PortalApp app, string? upTo = null)
    {
        var made = new SubmittedCase(app)
        {
            Requester = await app.Data.CreatePersonAsync(Role.Requester, "GH"),
            FocalPoint = await app.Data.CreatePersonAsync(Role.FocalPoint, "GH"),
            Officer = await app.Data.CreatePersonAsync(Role.CaseOfficer),
            Adviser = await app.Data.CreatePersonAsync(Role.ThematicAdviser),
            Coordinator = await app.Data.CreatePersonAsync(Role.Coordinator),
        };
        var request = await app.WithAsync(services => services.GetRequiredService<SubmitRequest>().ExecuteAsync(Content(), made.Requester.Actor, default));
        (made.Id, made.Reference) = (request.Id, request.Reference!);
        await made.CarryAsync(upTo ?? "endorsement");
        return made;
    }

    /// <summary>What the sample of Ghana asks for.</summary>
    public static RequestContent Content()
    {
        var file = Path.Combine(TestContext.CurrentContext.TestDirectory, "../../../../../samples/ghana-declined.json");
        return CoreJson.Read<RequestContent>(JsonNode.Parse(File.ReadAllText(file))!["request"]!.ToJsonString());
    }

    public Task<Guid> TaskOfAsync(TestPerson person) => app.ReadAsync(db => db.WorkItems
        .Where(item => item.RequestId == Id && item.PersonId == person.Id && item.ClosedAt == null).Select(item => item.Id).SingleAsync());

    public Task<List<string>> OpenStepsAsync() => app.ReadAsync(db => db.Steps.Where(step => step.RequestId == Id && step.ClosedAt == null).Select(step => step.StepId).ToListAsync());

    public async Task CompleteAsync(TestPerson person, string outcome, object? form = null)
    {
        var task = await TaskOfAsync(person);
        await app.WithAsync(services => services.GetRequiredService<CompleteWorkItem>().ExecuteAsync(
            new CompleteWorkItemInput(task, outcome, form is null ? null : JsonSerializer.SerializeToElement(form, CoreJson.Options)), person.Actor, default));
    }

    /// <summary>Lets people answer until the step is open.</summary>
    private async Task CarryAsync(string step)
    {
        (string Step, Func<Task> Pass)[] way =
        [
            ("endorsement", () => CompleteAsync(FocalPoint, "endorse")),
            ("receipt", () => CompleteAsync(Officer, "accept", new { messageToRequester = "We have your request." })),
            ("eligibility", () => CompleteAsync(Officer, "eligible", new { mayBenefit = true, withinMandate = true, shortTerm = true, servesTheCountry = true, noOverlap = true, comment = "Secretly doubtful." })),
            ("triage", async () =>
            {
                await CompleteAsync(Adviser, "scored", new { strategicFit = 4, needAndUrgency = 3, expertDays = 20, trips = 1, cost = 8500, riskLevel = "low", overlap = "None known.", comment = "Adviser's view." });
                await CompleteAsync(Officer, "scored", new { strategicFit = 2, needAndUrgency = 5, expertDays = 25, trips = 1, cost = 8500, riskLevel = "low", overlap = "None known.", comment = "Officer's view." });
            }),
            ("decision", () => CompleteAsync(Coordinator, "decline", new { reasons = "Too large.", comment = "Between us: never." })),
            ("declineLetter", () => CompleteAsync(Officer, "send", new { reason = "abovePossibilities", explanation = "More than we can do.", wayForward = "Ask for less." })),
        ];
        foreach (var (_, pass) in way.TakeWhile(one => one.Step != step))
        {
            await pass();
        }
    }
}
