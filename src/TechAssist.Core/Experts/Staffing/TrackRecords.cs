using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts.Matching;
using TechAssist.Core.FollowUp;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Experts.Staffing;

/// <summary>Reads what experts did with us: nominations, missions, appraisals.</summary>
internal static class TrackRecords
{
    /// <summary>The experts of the missions of some cases.</summary>
    public static async Task<IReadOnlyList<Guid>> ExpertsOfAsync(TechAssistDb db, Guid[] requestIds, CancellationToken cancellationToken) =>
        await (from member in db.Set<MissionMember>()
               join mission in db.Missions on member.MissionId equals mission.Id
               where requestIds.Contains(mission.RequestId)
               select member.ExpertId).Distinct().ToListAsync(cancellationToken);

    /// <param name="expertIds">Null for everybody.</param>
    public static async Task<IReadOnlyDictionary<Guid, TrackRecord>> ReadAsync(TechAssistDb db, Guid[]? expertIds, CancellationToken cancellationToken)
    {
        var nominations = (await db.Nominations.AsNoTracking()
            .Where(nomination => expertIds == null || expertIds.Contains(nomination.ExpertId))
            .Select(nomination => new
            {
                nomination.ExpertId,
                nomination.Status,
                nomination.ProposedAt,
                IsAsked = nomination.InvitedAt != null,
                IsAnswered = nomination.AnsweredAt != null,
                IsOpen = nomination.EndedAt == null,
            })
            .ToListAsync(cancellationToken)).ToLookup(nomination => nomination.ExpertId);
        var missions = (await MissionsAsync(db, expertIds, cancellationToken)).ToLookup(mission => mission.ExpertId);
        var appraisals = await AppraisalsAsync(db, expertIds, cancellationToken);
        var records = new Dictionary<Guid, TrackRecord>();
        foreach (var id in nominations.Select(group => group.Key).Union(missions.Select(group => group.Key)))
        {
            double[] scores = [.. appraisals[id]];
            records[id] = new TrackRecord
            {
                Missions = [.. missions[id].Where(mission => mission.Engagement is not null).Select(mission => mission.Engagement!.Value)],
                ChosenOn =
                [
                    .. nominations[id]
                        .Where(nomination => nomination.Status is NominationStatus.Selected or NominationStatus.Confirmed or NominationStatus.Replaced)
                        .Select(nomination => DateOnly.FromDateTime(nomination.ProposedAt)),
                ],
                Asked = nominations[id].Count(nomination => nomination.IsAsked),
                Answered = nominations[id].Count(nomination => nomination.IsAnswered),
                OpenNominations = nominations[id].Count(nomination => nomination.IsOpen),
                Appraisal = scores.Length == 0 ? null : scores.Average(),
            };
        }

        return records;
    }

    private static async Task<IReadOnlyList<Taken>> MissionsAsync(TechAssistDb db, Guid[]? expertIds, CancellationToken cancellationToken)
    {
        var rows = await (from member in db.Set<MissionMember>().AsNoTracking()
                          join mission in db.Missions on member.MissionId equals mission.Id
                          where (expertIds == null || expertIds.Contains(member.ExpertId)) && mission.Status != MissionStatus.Cancelled
                          select new
                          {
                              member.ExpertId,
                              mission.RequestId,
                              From = mission.ActualStartOn ?? mission.StartOn,
                              To = mission.ActualEndOn ?? mission.EndOn,
                              mission.Plan,
                          }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new Taken(row.ExpertId, row.RequestId, row is { From: { } from, To: { } to }
                ? new Engagement(new Days(from, to), Share(row.Plan))
                : null)),
        ];
    }

    /// <summary>Expert days are planned for the whole team.</summary>
    private static int Share(MissionPlan plan) => (int)Math.Ceiling((double)plan.Days.Total / Math.Max(1, plan.Team.Count));

    /// <summary>The mean of every appraisal, by the expert it is about.</summary>
    private static async Task<ILookup<Guid, double>> AppraisalsAsync(TechAssistDb db, Guid[]? expertIds, CancellationToken cancellationToken)
    {
        var found = await db.Evaluations.AsNoTracking()
            .Where(evaluation => evaluation.Kind == EvaluationKind.Appraisal && evaluation.ExpertId != null)
            .Where(evaluation => expertIds == null || expertIds.Contains(evaluation.ExpertId!.Value))
            .Select(evaluation => new { ExpertId = evaluation.ExpertId!.Value, evaluation.Answers })
            .ToListAsync(cancellationToken);
        return found
            .Where(appraisal => appraisal.Answers.Any(answer => answer.Score is not null))
            .ToLookup(appraisal => appraisal.ExpertId, appraisal => appraisal.Answers.Where(answer => answer.Score is not null).Average(answer => answer.Score!.Value));
    }

    private sealed record Taken(Guid ExpertId, Guid RequestId, Engagement? Engagement);
}
