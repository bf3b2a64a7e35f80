using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.Missions;
using TechAssist.Core.Missions.Delivery;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;

namespace TechAssist.Core.EndOfMission;

/// <summary>Begins the report of a mission, filled with what the terms promised and the mission's records tell. The team's act, or the secretariat's for it;
/// a second call finds the report that is there.</summary>
public sealed class StartReport(TechAssistDb db, TimelineWriter timeline, TimeProvider clock)
{
    /// <param name="missionId">The mission.</param>
    /// <param name="language">"fr" or "en"; null for the language of the request.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="cancellationToken">Stops the act.</param>
    /// <returns>The report's id.</returns>
    public async Task<Guid> ExecuteAsync(Guid missionId, string? language, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindMissionAsync(missionId, actor, cancellationToken);
        actor.Require(actor.IsSecretariat || actor.IsOnTeam(mission));
        var there = await db.Reports.Where(report => report.MissionId == missionId).Select(report => (Guid?)report.Id).SingleOrDefaultAsync(cancellationToken);
        if (there is { } id)
        {
            return id;
        }

        mission.Request.RequireRunning();
        if (mission.Status is MissionStatus.Planned or MissionStatus.Postponed or MissionStatus.Cancelled)
        {
            throw new RuleException("mission-not-under-way");
        }

        var spoken = language ?? mission.Request.Content.Contact.Language ?? (mission.Request.Content.WorkingLanguages.Contains("fr") ? "fr" : "en");
        if (spoken is not ("fr" or "en"))
        {
            throw new InvalidInputException("language", "french-or-english");
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var terms = await db.ApprovedTermsAsync(mission.RequestId, cancellationToken);
        var report = EndOfMissionReport.Start(mission, spoken, await DraftAsync(mission, terms, spoken, cancellationToken), actor, now);
        db.Reports.Add(report);
        await timeline.AddAsync(mission.RequestId, MissionLine.Of("report-started", mission) with { IsPublic = false }, actor, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return report.Id;
    }

    /// <summary>Section 10 has what the records of the mission add up to, and what participants said, once enough of them did.</summary>
    private async Task<ReportContent> DraftAsync(Mission mission, TermsContent? terms, string language, CancellationToken cancellationToken)
    {
        var draft = ReportDraft.From(terms, language);
        var figures = await DeliveryFigures.FindAsync(db, mission.Id, cancellationToken);
        var training = figures?.Over(null);
        return await GetSurvey.MeanAsync(db, mission.Id, cancellationToken) is { } mean
            ? draft with { Training = (training ?? new TrainingData { Women = mission.ParticipantsWomen, Men = mission.ParticipantsMen }) with { Satisfaction = mean } }
            : draft with { Training = training };
    }
}
