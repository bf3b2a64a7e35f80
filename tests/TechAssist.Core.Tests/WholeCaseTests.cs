using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Experts;
using TechAssist.Core.FollowUp;
using TechAssist.Core.Missions;
using TechAssist.Core.Terms;
using TechAssist.Testing;

namespace TechAssist.Core.Tests;

[TestFixture(Provider.Sqlite)]
[TestFixture(Provider.Postgres)]
public sealed class WholeCaseTests(Provider provider)
{
    [Test]
    public async Task An_approved_request_is_carried_to_a_published_report_and_settled_recommendations()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var reportId = await world.ReachReportAsync();
        await world.WriteReportAsync(reportId, CaseTexts.Report);
        await world.AnswerAsync("expert", "report", "submit");
        await world.AnswerAsync("officer", "review", "accept");
        await world.AnswerAsync("requester", "comments", "agree");
        await world.AnswerAsync("officer", "finalisation", "publish");

        Assert.That(await world.OpenStepsAsync(), Is.EqualTo(new[] { "appraisal", "evaluationBeneficiary", "evaluationExpert", "publicVersion" }));
        await world.AnswerAsync("requester", "evaluationBeneficiary", "submit", new { answers = CaseTexts.Answers(EvaluationKind.Beneficiary) });
        await world.AnswerAsync("expert", "evaluationExpert", "submit", new { answers = CaseTexts.Answers(EvaluationKind.Expert) });
        await world.AnswerAsync("officer", "appraisal", "submit", new { appraisals = await world.AppraiseAsync() });
        await world.AnswerAsync("officer", "closing", "close");

        var result = await world.ReadAsync(db => db.Requests.Select(request => request.Result).SingleAsync());
        var suitability = await world.ReadAsync(db => db.Experts.Select(expert => expert.Suitability).SingleAsync());
        Assert.That((result, suitability), Is.EqualTo(("completed", Suitability.DeployNow)));

        world.Clock.SetUtcNow(new DateTimeOffset(2032, 3, 10, 9, 0, 0, TimeSpan.Zero));
        await world.SweepAsync();
        var open = await world.ReadAsync(db => db.Recommendations.OrderBy(row => row.Number).ToListAsync());
        Assert.That(open.Select(row => (row.Number, row.Term)), Is.EqualTo(new[]
        {
            (1, RecommendationTerm.ThreeMonths), (2, RecommendationTerm.TwelveMonths), (3, RecommendationTerm.Longer),
        }));
        await world.AnswerAsync("focal", "followUp6", "submit", new
        {
            answers = CaseTexts.Answers(EvaluationKind.SixMonths),
            deliverables = await CaseTexts.DeliverablesUsedAsync(world),
            recommendations = open.Select(row => new { recommendationId = row.Id, status = "implemented", note = "Fait" }),
        });
        world.Clock.SetUtcNow(new DateTimeOffset(2032, 9, 10, 9, 0, 0, TimeSpan.Zero));
        await world.SweepAsync();
        var followUp = await world.ReadAsync(db => db.WorkflowRuns.Where(run => run.Definition == "followup").Select(run => run.Result).SingleAsync());
        Assert.That(followUp, Is.EqualTo("completed"));
    }

    [Test]
    public async Task Silence_of_the_beneficiary_confirms_the_chosen_expert_who_may_then_see_the_case()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ApproveRequestAsync();
        await world.ApproveTermsAsync();
        var (_, nominationId) = await world.AcceptAsync("expert");
        await world.AnswerAsync("officer", "mobilisation", "shortlist");
        await world.AnswerAsync("coordinator", "selection", "confirm", new { chosen = new[] { nominationId }, why = "La plus qualifiée" });
        world.Clock.Advance(TimeSpan.FromDays(8));
        await world.SweepAsync();

        var status = await world.ReadAsync(db => db.Nominations.Select(nomination => nomination.Status).SingleAsync());
        Assert.That(status, Is.EqualTo(NominationStatus.Confirmed));
        var missions = await world.AsAsync<ListMissions, IReadOnlyList<MissionRow>>("expert", (query, actor) => query.OwnAsync(actor, default));
        Assert.That(missions.Single(), Has.Property("Number").EqualTo(1).And.Property("StartOn").EqualTo(new DateOnly(2031, 9, 1)).And.Property("TeamCount").EqualTo(1));
        var tasks = await world.ReadAsync(db => db.WorkItems.Where(item => item.Step.StepId == "preparation").Select(item => item.Role).ToListAsync());
        Assert.That(tasks, Does.Contain(People.Role.Expert));
    }

    [Test]
    public async Task Terms_go_back_for_a_new_version_when_one_approver_comments()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        await world.ApproveRequestAsync();
        await world.DraftTermsAsync();
        await world.AnswerAsync("officer", "termsDrafting", "submit");
        await world.AnswerAsync("requester", "termsApproval", "comment", new { comment = "Ajouter Thiès" });
        var unchanged = await Assert.ThrowsAsync<InvalidInputException>(() => world.AnswerAsync("officer", "termsDrafting", "submit"));
        Assert.That(unchanged!.Errors.Select(error => error.Code), Does.Contain("terms-unchanged"));

        await world.DraftTermsAsync(CaseTexts.Terms with { Scope = new LangText("Dakar et Thiès", null) });
        await world.AnswerAsync("officer", "termsDrafting", "submit");
        await world.AnswerAsync("coordinator", "termsApproval", "approve");
        await world.AnswerAsync("requester", "termsApproval", "approve");

        var versions = await world.ReadAsync(db => db.Terms.OrderBy(terms => terms.Version).Select(terms => terms.Status).ToListAsync());
        Assert.That(versions, Is.EqualTo(new[] { TermsStatus.Superseded, TermsStatus.Approved }));
        Assert.That((await world.TermsAsync("requester"))!.Content, Has.Property("Budget").Null);
        Assert.That((await world.TermsAsync("officer"))!.Content.Budget!.Lines[0].Amount, Is.EqualTo(4500.50m));
    }

    [Test]
    public async Task An_interrupted_mission_of_a_replaced_expert_can_end_the_case()
    {
        await using var world = await CaseWorld.OpenAsync(provider);
        var missionId = await world.ReachMissionAsync();
        var (_, reserveId) = await world.AcceptAsync("reserve");
        var leavingId = await world.ReadAsync(db => db.Set<MissionMember>().Select(member => member.ExpertId).SingleAsync());
        await world.AnswerAsync("expert", "preparation", "replace", new { comment = "Malade" });
        await world.AnswerAsync("officer", "replacement", "replaced", new { leavingExpertId = leavingId, nominationId = reserveId, comment = "Malade" });

        var team = await world.AsAsync<GetMission, MissionView>("reserve", (query, actor) => query.ExecuteAsync(missionId, actor, default));
        Assert.That(team.Team.Single().Name, Is.EqualTo("reserve Dubœuf"));
        await Assert.ThrowsAsync<NotFoundException>(() => world.AsAsync<GetMission>("expert", (query, actor) => query.ExecuteAsync(missionId, actor, default)));

        await world.AnswerAsync("officer", "missions", "cancelled", new { comment = "Crise" });
        var request = await world.ReadAsync(db => db.Requests.Select(found => found.Result).SingleAsync());
        Assert.That((request, await world.OpenStepsAsync()), Is.EqualTo(("cancelled", Array.Empty<string>())));
    }
}
