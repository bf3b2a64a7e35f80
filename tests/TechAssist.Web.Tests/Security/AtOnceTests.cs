using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using TechAssist.Core;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Testing;
using TechAssist.Web.Infrastructure.Demo;
using TechAssist.Web.Samples;
using TechAssist.Web.Tests.Cases;

namespace TechAssist.Web.Tests.Security;

/// <summary>People and programs that do the same thing in the same moment.</summary>
public sealed class AtOnceTests(Provider provider) : PortalTests(provider)
{
    [Test]
    public async Task Of_two_who_decide_at_once_one_wins_and_the_other_reads_who_it_was_and_keeps_the_text()
    {
        var second = await App.Data.CreatePersonAsync(Role.Coordinator, name: "Zoë Ünlü-Coordonnatrice");
        var walked = await WalkedCase.SubmitAsync(App, "senegal-migration-statistics");
        await walked.WalkUntilAsync(act => act.Task == "decision");
        await walked.WaitForNextAsync();
        var first = App.Visit();
        await first.FillAsync("/account/sign-in", ("Input.Email", walked.Next!.By), ("Input.Password", DemoPeople.Password));
        var people = new[] { (Visitor: first, Email: walked.Next.By, Name: "Mariam Coulibaly-Étienne"), (Visitor: await App.SignInAsync(second), second.Email, second.Name) };
        var opened = await Task.WhenAll(people.Select(async person => await person.Visitor.GetAsync($"/tasks/{await TaskOfAsync(walked, person.Email)}")));

        var answers = await Task.WhenAll(people.Zip(opened, (person, page) => person.Visitor.SubmitAsync(
            page, "#task-form", ("outcome", "approve"), ("Input.procedure", "coordinator"), ("Input.reasons", $"Les raisons de {person.Name}."))));

        var winner = Array.FindIndex(answers, answer => answer.Status == HttpStatusCode.Found);
        Assert.That(winner, Is.Not.Negative, string.Join(" and ", answers.Select(answer => $"{(int)answer.Status} {string.Join("; ", answer.Errors)}")));
        var (loser, late) = (people[1 - winner], answers[1 - winner]);
        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(late.Page.QuerySelector("main")!.TextContent, Does.Contain(people[winner].Name).And.Contain($"Les raisons de {loser.Name}."));
        var decided = await App.ReadAsync(db => db.WorkItems.CountAsync(item => item.RequestId == walked.RequestId && item.Step.StepId == "decision" && item.Outcome != null));
        Assert.That(decided, Is.EqualTo(1));
    }

    [Test]
    public async Task A_request_sent_eight_times_at_once_with_one_key_is_one_request()
    {
        var walked = await WalkedCase.ReadAsync(App, "senegal-migration-statistics");
        var by = await WalkedCase.ActorAsync(App, walked.By);
        var token = await Caller.TokenAsync(App, by);
        var client = App.Visit().Client;
        var before = await CountAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/requests")
            {
                Content = new StringContent(JsonSerializer.Serialize(walked.Request, CoreJson.Options), Encoding.UTF8, "application/json"),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Add("Idempotency-Key", "nightly-7");
            using var answer = await client.SendAsync(request);
            return (answer.StatusCode, Body: await answer.Content.ReadAsStringAsync());
        }));

        Assert.That(answers.Select(answer => answer.StatusCode), Is.All.AnyOf(HttpStatusCode.Created, HttpStatusCode.OK), answers[^1].Body);
        Assert.That(answers.Select(answer => answer.Body).Distinct().Count(), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(await CountAsync(), Is.EqualTo(before + 1));
    }

    private Task<int> CountAsync() => App.ReadAsync(db => db.Requests.CountAsync());

    private Task<Guid> TaskOfAsync(WalkedCase walked, string email) => App.WithAsync(async services =>
    {
        var by = await services.GetRequiredService<FindActor>().ByEmailAsync(email, default);
        var lookUp = new CaseLookUp(services.GetRequiredService<TechAssistDb>(), walked.RequestId, walked.Reference);
        return (await lookUp.FindTaskAsync("decision", null, by!.PersonId, default))!.Id;
    });
}
