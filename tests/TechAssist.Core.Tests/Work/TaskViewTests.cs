using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.People;
using TechAssist.Core.Terms;
using TechAssist.Core.Work.Tasks;
using TechAssist.Testing;

namespace TechAssist.Core.Tests.Work;

/// <summary>What a task shows beside its form: what is missing elsewhere, and what went before.</summary>
[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class TaskViewTests(Provider provider)
{
    [Test]
    public async Task A_task_about_the_terms_says_what_they_lack_before_anybody_answers()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ApproveRequestAsync();
        var none = await TaskAsync(world, "officer", "termsDrafting", "officer");
        await world.AsAsync<StartTerms>("officer", (act, actor) => act.ExecuteAsync(world.RequestId, actor, default));
        var begun = await TaskAsync(world, "officer", "termsDrafting", "officer");
        await world.DraftTermsAsync();
        var whole = await TaskAsync(world, "officer", "termsDrafting", "officer");
        Assert.Multiple(() =>
        {
            Assert.That(none.Missing.Select(error => error.Code), Is.EqualTo(new[] { "terms-missing" }));
            Assert.That(begun.Missing.Select(error => error.Field), Does.Contain("terms.scope").And.Contain("terms.effort"));
            Assert.That(whole.Missing, Is.Empty);
        });
    }

    [Test]
    public async Task Tasks_about_the_mission_and_the_report_say_what_stands_in_the_way_to_whoever_acts_only()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        var preparation = await TaskAsync(world, "logistics", "preparation", "logistics");
        var looking = await TaskAsync(world, "coordinator", "preparation", "logistics");
        await world.SettleChecklistAsync(missionId);
        Assert.That((await TaskAsync(world, "logistics", "preparation", "logistics")).Missing, Is.Empty);
        await world.AnswerAsync("logistics", "preparation", "ready");
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 8, 9, 0, 0, TimeSpan.Zero));
        await world.AnswerAsync("expert", "underWay", "completed", new { actualStartOn = "2031-09-01", actualEndOn = "2031-09-05" });
        await world.AsAsync<StartReport>("expert", (act, actor) => act.ExecuteAsync(missionId, null, actor, default));

        var report = await TaskAsync(world, "expert", "report", "expert");
        Assert.Multiple(() =>
        {
            Assert.That(preparation.Missing.Select(error => error.Code), Is.EqualTo(new[] { "checklist-open" }));
            Assert.That(looking.Missing, Is.Empty);
            Assert.That(report.Missing.Select(error => error.Field), Does.Contain("report.summary.fr").And.Contain("report.recommendations"));
        });
    }

    [Test]
    public async Task An_expert_reads_public_answers_and_those_of_the_own_mission_and_nothing_else()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.SubmitAsync();
        await world.AnswerAsync("focal", "endorsement", "endorse", new { comment = "Avis favorable du comité national." });
        await world.AnswerAsync("officer", "receipt", "accept", new { messageToRequester = "Nous vous lirons vite." });
        await world.AnswerAsync("officer", "eligibility", "eligible", new { mayBenefit = true, withinMandate = true, shortTerm = true, servesTheCountry = true, noOverlap = true, comment = "Interne" });
        await world.AnswerAsync("officer", "triage", "scored", new { strategicFit = 4, expertDays = 10, trips = 1, cost = 8500, riskLevel = "low", overlap = "None known." });
        await world.AnswerAsync("adviser", "triage", "scored", new { strategicFit = 4, expertDays = 10, trips = 1, cost = 8500, riskLevel = "low", overlap = "None known." });
        await world.AnswerAsync("coordinator", "decision", "approveWithConditions", new { reasons = "Pour le requérant", conditions = "Nommer un homologue" });
        await world.ApproveTermsAsync();
        var (_, nominationId) = await world.AcceptAsync("expert");
        await world.AnswerAsync("officer", "mobilisation", "shortlist");
        await world.AnswerAsync("coordinator", "selection", "confirm", new { chosen = new[] { nominationId }, why = "La plus qualifiée" });
        await world.AnswerAsync("requester", "noObjection", "noObjection");

        var before = (await TaskAsync(world, "expert", "preparation", "expert")).Before;
        Assert.Multiple(() =>
        {
            Assert.That(before.Select(answer => answer.Form), Is.EquivalentTo(new[] { "noObjection", "termsApproval", "endorsement" }));
            Assert.That(before.Select(answer => answer.Role), Has.None.EqualTo(Role.Coordinator).And.None.EqualTo(Role.CaseOfficer));
            Assert.That(before.Single(answer => answer.Form == "endorsement").Fields["comment"]!.GetValue<string>(), Is.EqualTo("Avis favorable du comité national."));
        });
    }

    [Test]
    public async Task An_expert_whose_report_came_back_reads_what_the_reviewer_said()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report);
        await world.AnswerAsync("expert", "report", "submit");
        await world.AsAsync<CommentOnReport>("officer", (act, actor) => act.ExecuteAsync(reportId, new CommentOnReportInput(5, "Préciser"), actor, default));
        await world.AnswerAsync("officer", "review", "return", new { comment = "Presque." });

        var review = (await TaskAsync(world, "expert", "report", "expert")).Before.Single(answer => answer.Form == "reportReview");
        Assert.That((review.Outcome, review.Fields["comment"]!.GetValue<string>()), Is.EqualTo(("return", "Presque.")));
    }

    /// <summary>Somebody's open task of a step, as a reader sees it.</summary>
    private static async Task<TaskView> TaskAsync(CaseWorld world, string reader, string step, string whose)
    {
        var id = await world.ReadAsync(db => db.WorkItems
            .Where(item => item.ClosedAt == null && item.Step.StepId == step && db.People.Any(person => person.Id == item.PersonId && person.Name == whose))
            .Select(item => item.Id).SingleAsync());
        return await world.AsAsync<GetTask, TaskView>(reader, (query, actor) => query.ExecuteAsync(id, actor, default));
    }
}
