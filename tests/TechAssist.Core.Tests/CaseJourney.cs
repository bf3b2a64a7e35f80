using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Experts;
using TechAssist.Core.FollowUp;
using TechAssist.Core.Missions;
using TechAssist.Core.People;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;
using TechAssist.Core.Work;

namespace TechAssist.Core.Tests;

/// <summary>The stretches of a case's way, so that a test begins where it has something to say.</summary>
internal static class CaseJourney
{
    public static async Task DraftTermsAsync(this CaseWorld world, TermsContent? content = null)
    {
        await world.AsAsync<StartTerms>("officer", (act, actor) => act.ExecuteAsync(world.RequestId, actor, default));
        var seen = await world.TermsAsync("officer");
        await world.AsAsync<SaveTerms>("officer", (act, actor) => act.ExecuteAsync(world.RequestId, new SaveTermsInput(content ?? CaseTexts.Terms, seen!.Revision), actor, default));
    }

    public static Task<TermsView?> TermsAsync(this CaseWorld world, string who) =>
        world.AsAsync<GetTerms, TermsView?>(who, (query, actor) => query.ExecuteAsync(world.RequestId, null, actor, default));

    public static async Task ApproveTermsAsync(this CaseWorld world)
    {
        await world.DraftTermsAsync();
        await world.AnswerAsync("officer", "termsDrafting", "submit");
        await world.AnswerAsync("requester", "termsApproval", "approve");
        await world.AnswerAsync("coordinator", "termsApproval", "approve");
    }

    /// <summary>An expert with an account, on the roster.</summary>
    public static async Task<Guid> AddExpertAsync(this CaseWorld world, string account, string nationality = "FR")
    {
        await world.AddPersonAsync(account, Role.Expert);
        var profile = CaseTexts.Expert("Dubœuf", account, nationality, DateOnly.FromDateTime(world.Now).AddDays(-30));
        return await world.AsAsync<AddExpert, Guid>("officer", (act, actor) => act.ExecuteAsync(new AddExpertInput(profile, account + "@x.test"), actor, default));
    }

    public static Task<Guid> ProposeAsync(this CaseWorld world, Guid expertId) =>
        world.AsAsync<Propose, Guid>("officer", (act, actor) => act.ExecuteAsync(world.RequestId, new ProposeInput(expertId) { Role = "Statisticienne" }, actor, default));

    /// <summary>An expert who was proposed, invited and accepted.</summary>
    public static async Task<(Guid ExpertId, Guid NominationId)> AcceptAsync(this CaseWorld world, string account, ConflictDeclaration? declaration = null)
    {
        var expertId = await world.AddExpertAsync(account);
        var nominationId = await world.ProposeAsync(expertId);
        await world.AsAsync<Invite>("officer", (act, actor) => act.ExecuteAsync(nominationId, actor, default));
        await world.AsAsync<AnswerInvitation>(account, (act, actor) =>
            act.ExecuteAsync(nominationId, new AnswerInvitationInput(true) { Declaration = declaration ?? CaseTexts.NoConflict }, actor, default));
        return (expertId, nominationId);
    }

    /// <summary>A rapid case that looks for experts while its terms are written.</summary>
    public static async Task ReachRapidCallAsync(this CaseWorld world)
    {
        await world.SubmitAsync(CaseWorld.Request with
        {
            Track = Track.Rapid,
            Urgency = new Urgency { Event = "Arrivées", EventOn = new DateOnly(2031, 2, 20), Consequence = "Vies", Authority = "Le ministre" },
        });
        await world.AnswerAsync("focal", "lateEndorsement", "endorse");
        await world.AnswerAsync("duty", "receipt", "accept", new { officerId = await world.AsAsync<ListMyTasks, Guid>("officer", (_, actor) => Task.FromResult(actor.PersonId)) });
        await world.AnswerAsync("duty", "rapidCheck", "pass", new { eventCertified = true, harmFromDelay = true, onePlace = true, fitsAKit = true, expertDays = 8, hostConfirms = true });
        await world.AnswerAsync("coordinator", "decision", "approve", new { procedure = "coordinator", reasons = "Urgent" });
    }

    /// <summary>One confirmed expert, "expert", and a mission to be prepared.</summary>
    public static async Task<Guid> ReachMissionAsync(this CaseWorld world)
    {
        await world.ApproveRequestAsync();
        await world.ApproveTermsAsync();
        var (_, nominationId) = await world.AcceptAsync("expert");
        await world.AnswerAsync("officer", "mobilisation", "shortlist");
        await world.AnswerAsync("coordinator", "selection", "confirm", new { chosen = new[] { nominationId }, why = "La plus qualifiée" });
        await world.AnswerAsync("requester", "noObjection", "noObjection");
        return await world.ReadAsync(db => db.Missions.Select(mission => mission.Id).SingleAsync());
    }

    public static async Task SettleChecklistAsync(this CaseWorld world, Guid missionId)
    {
        foreach (var kind in Enum.GetValues<ChecklistKind>().Where(kind => kind != ChecklistKind.Other))
        {
            await world.AsAsync<TickChecklist>("logistics", (act, actor) => act.ExecuteAsync(missionId, new TickChecklistInput(kind, ChecklistState.Done), actor, default));
        }
    }

    /// <summary>The mission took place; its report is to be written.</summary>
    public static async Task<Guid> ReachReportAsync(this CaseWorld world)
    {
        var missionId = await world.ReachMissionAsync();
        await world.SettleChecklistAsync(missionId);
        await world.AnswerAsync("logistics", "preparation", "ready");
        world.Clock.SetUtcNow(new DateTimeOffset(2031, 9, 8, 9, 0, 0, TimeSpan.Zero));
        await world.AnswerAsync("expert", "underWay", "completed", new { actualStartOn = "2031-09-01", actualEndOn = "2031-09-05", participantsWomen = 6, participantsMen = 6 });
        return await world.AsAsync<StartReport, Guid>("expert", (act, actor) => act.ExecuteAsync(missionId, null, actor, default));
    }

    public static Task<ReportView> ReportAsync(this CaseWorld world, string who, Guid reportId) =>
        world.AsAsync<GetReport, ReportView>(who, (query, actor) => query.ExecuteAsync(reportId, actor, default));

    public static async Task WriteReportAsync(this CaseWorld world, Guid reportId, ReportContent content)
    {
        var seen = await world.ReportAsync("expert", reportId);
        await world.AsAsync<SaveReport>("expert", (act, actor) => act.ExecuteAsync(reportId, new SaveReportInput(content, "fr", seen.Revision), actor, default));
    }

    /// <summary>The officer answers what the beneficiary remarked on the report.</summary>
    public static async Task AnswerRemarksAsync(this CaseWorld world)
    {
        var open = await world.ReadAsync(db => db.Set<ReportComment>().Where(row => row.IsFromBeneficiary && row.Status == CommentStatus.Open).Select(row => new { row.ReportId, row.Id }).ToListAsync());
        foreach (var remark in open)
        {
            await world.AsAsync<ResolveComment>("officer", (act, actor) => act.ExecuteAsync(remark.ReportId, remark.Id, new ResolveCommentInput { Answer = "Entendu" }, actor, default));
        }
    }

    /// <summary>The same marks for every expert of the case.</summary>
    public static async Task<IReadOnlyList<ExpertAppraisal>> AppraiseAsync(this CaseWorld world, int score = 4)
    {
        var experts = await world.ReadAsync(db => db.Nominations.Where(row => row.RequestId == world.RequestId && row.Status == NominationStatus.Confirmed).Select(row => row.ExpertId).ToListAsync());
        return
        [
            .. experts.Select(id => new ExpertAppraisal(id)
            {
                Answers = [.. CaseTexts.Answers(EvaluationKind.Appraisal).Select(answer => answer with { Score = score })],
                Suitability = Suitability.DeployNow,
                Comment = "Bon travail",
            }),
        ];
    }
}
