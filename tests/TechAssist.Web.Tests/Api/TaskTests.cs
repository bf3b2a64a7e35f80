using System.Net;
using System.Text.Json;
using NUnit.Framework;
using TechAssist.Core.People;
using TechAssist.Testing;
using TechAssist.Web.Api.Description;

namespace TechAssist.Web.Tests.Api;

public sealed class TaskTests(Provider provider) : ApiTests(provider)
{
    private const string Tasks = "/api/v1/tasks";

    [Test]
    public async Task A_task_shows_what_may_be_answered_and_moves_the_case_on()
    {
        var (focal, task) = await OpenAsync("BJ");
        Assert.That(task.GetProperty("outcomes").EnumerateArray().Select(outcome => outcome.GetString()), Is.EqualTo(new[] { "endorse", "return", "refuse" }));
        Assert.That((task.GetProperty("form").GetString(), task.GetProperty("role").GetString()), Is.EqualTo(("endorsement", "focalPoint")));

        var done = await focal.PostAsync(Answer(task), new { outcome = "endorse", revision = task.GetProperty("revision").GetInt32() });
        Assert.That((done.Status, done["reference"], done["status"]), Is.EqualTo((HttpStatusCode.OK, task.GetProperty("reference").GetString(), "open")), done.Text);
        var left = (await focal.GetAsync(Tasks)).Items.Select(one => one.GetProperty("id").GetString());
        Assert.That(left, Has.None.EqualTo(task.GetProperty("id").GetString()));
        var read = await focal.GetAsync(done["request"]);
        Assert.That(read.Json.TryGetProperty("endorsedAt", out _), Is.True);
    }

    [Test]
    public async Task A_task_is_answered_once()
    {
        var (focal, task) = await OpenAsync("BJ");
        await focal.PostAsync(Answer(task), new { outcome = "endorse" });
        var again = await focal.PostAsync(Answer(task), new { outcome = "endorse" });
        Assert.That((again.Status, again.Problem), Is.EqualTo((HttpStatusCode.Conflict, "already-done")));
    }

    [Test]
    public async Task A_task_that_changed_meanwhile_is_stale()
    {
        var (focal, task) = await OpenAsync("BJ");
        var reply = await focal.PostAsync(Answer(task), new { outcome = "endorse", revision = task.GetProperty("revision").GetInt32() - 1 });
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.Conflict, "stale")));
    }

    [Test]
    public async Task Of_two_who_answer_at_once_one_is_told_so()
    {
        var (focal, task) = await OpenAsync("BJ");
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => focal.PostAsync(Answer(task), new { outcome = "endorse" })));
        Assert.That(replies.Count(reply => reply.Status == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(replies.Where(reply => reply.Status != HttpStatusCode.OK).Select(reply => reply.Problem), Is.All.AnyOf("already-done", "stale"));
    }

    [Test]
    public async Task Somebody_elses_task_is_not_theirs_to_answer()
    {
        var (_, task) = await OpenAsync("BJ");
        var stranger = await (await CallAsAsync(Role.FocalPoint, "NE")).PostAsync(Answer(task), new { outcome = "endorse" });
        Assert.That((stranger.Status, stranger.Problem), Is.EqualTo((HttpStatusCode.NotFound, "not-found")));
        var adviser = await (await CallAsAsync(Role.ThematicAdviser)).PostAsync(Answer(task), new { outcome = "endorse" });
        Assert.That((adviser.Status, adviser.Problem), Is.EqualTo((HttpStatusCode.Conflict, "not-yours")));
    }

    [TestCase("""{}""", "outcome", "required")]
    [TestCase("""{"outcome":null}""", "outcome", "not-null")]
    [TestCase("""{"outcome":"lapse"}""", "outcome", "not-a-choice")]
    [TestCase("""{"outcome":"refuse"}""", "form.comment", "reason-required")]
    [TestCase("""{"outcome":"endorse","form":{"colour":1}}""", "form.colour", "unknown-field")]
    [TestCase("""{"outcome":"endorse","form":{"comment":5}}""", "form.comment", "not-a-text")]
    [TestCase("""{"outcome":"endorse","form":[]}""", "form", "not-an-object")]
    [TestCase("""{"outcome":"endorse","form":{"comment":"\u0000"}}""", "form", "bad-characters")]
    [TestCase("""{"outcome":"endorse","revision":"1"}""", "revision", "not-a-number")]
    [TestCase("""{"outcome":"endorse","oops":true}""", "oops", "unknown-field")]
    public async Task What_is_wrong_with_an_answer_is_named_and_nothing_moves(string body, string field, string code)
    {
        var (focal, task) = await OpenAsync("BJ");
        var reply = await focal.PostAsync(Answer(task), body);
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.BadRequest, "invalid-input")), reply.Text);
        Assert.That(reply.Errors, Is.EqualTo(new Dictionary<string, string> { [field] = code }));
        Assert.That((await focal.GetAsync(Tasks + "?pageSize=100")).Items.Select(one => one.GetProperty("id").GetString()), Has.Member(task.GetProperty("id").GetString()));
    }

    [TestCase("0198f2b4-6a51-7c3e-9d10-2f6b8c4e7a90")]
    [TestCase("nonsense")]
    public async Task An_unknown_task_is_not_found(string id)
    {
        var reply = await (await CallAsAsync(Role.Coordinator)).PostAsync($"{Tasks}/{id}/outcome", new { outcome = "endorse" });
        Assert.That((reply.Status, reply.Problem), Is.EqualTo((HttpStatusCode.NotFound, "not-found")));
    }

    [TestCase("pageSize=1000", "pageSize")]
    [TestCase("late=1", "late")]
    [TestCase("after=x", "after")]
    public async Task A_value_of_the_list_that_cannot_be_is_named(string query, string field) =>
        Assert.That((await (await CallAsAsync(Role.Coordinator)).GetAsync($"{Tasks}?{query}")).Errors.Keys, Is.EqualTo(new[] { field }));

    private static string Answer(JsonElement task) => task.GetProperty("answer").GetString()!;

    /// <summary>A focal point with the task to endorse a request just submitted.</summary>
    private async Task<(Caller Focal, JsonElement Task)> OpenAsync(string country)
    {
        var focal = await CallAsAsync(Role.FocalPoint, country);
        var reply = await (await CallAsAsync(Role.Requester, country)).SubmitAsync(RequestExample.Content with { Country = country });
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Created), reply.Text);
        var tasks = (await focal.GetAsync(Tasks + "?pageSize=100")).Items;
        return (focal, tasks.Single(task => task.GetProperty("reference").GetString() == reply["reference"]));
    }
}
