using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Board;

/// <summary>The long stretches of a case that such facilities are measured by (domain process 4.6), in working days of the secretariat.</summary>
public sealed class CaseLegs(TechAssistDb db, ReferenceCatalog reference, TimeProvider clock)
{
    /// <summary>Sums of the limits along the way with no loop: domain process 4.2 (standard) and 4.3 (rapid).</summary>
    private static readonly Dictionary<(LegKind, Track), int> Targets = new()
    {
        [(LegKind.SubmissionToDecision, Track.Standard)] = 17,
        [(LegKind.DecisionToDeparture, Track.Standard)] = 32,
        [(LegKind.SubmissionToDeparture, Track.Standard)] = 49,
        [(LegKind.EndToReport, Track.Standard)] = 10,
        [(LegKind.SubmissionToDecision, Track.Rapid)] = 3,
        [(LegKind.DecisionToDeparture, Track.Rapid)] = 7,
        [(LegKind.SubmissionToDeparture, Track.Rapid)] = 10,
        [(LegKind.EndToReport, Track.Rapid)] = 5,
    };

    /// <param name="cases">Already those the reader may see.</param>
    /// <param name="since">Stretches that ended since then, UTC.</param>
    internal async Task<IReadOnlyList<Leg>> ReadAsync(IQueryable<AssistanceRequest> cases, DateTime since, CancellationToken cancellationToken)
    {
        var calendar = (await reference.GetAsync(cancellationToken)).Calendars.Secretariat;
        var (sinceOn, today) = (calendar.LocalDay(since), calendar.LocalDay(clock.GetUtcNow().UtcDateTime));
        var decided = await db.Steps.Where(step => step.Form == "decision" && step.ClosedAt != null && step.Outcome != null)
            .Join(cases, step => step.RequestId, request => request.Id, (step, request) => new { request.Id, request.Track, request.SubmittedAt, step.ClosedAt })
            .GroupBy(row => new { row.Id, row.Track, row.SubmittedAt })
            .Select(rows => new { rows.Key.Id, rows.Key.Track, rows.Key.SubmittedAt, At = rows.Min(row => row.ClosedAt) })
            .ToDictionaryAsync(row => row.Id, cancellationToken);
        var missions = await db.Missions.ThatLeft(today)
            .Join(cases, mission => mission.RequestId, request => request.Id, (mission, request) => new
            {
                mission.RequestId,
                request.Track,
                request.SubmittedAt,
                mission.Status,
                On = mission.ActualStartOn ?? mission.StartOn,
                EndOn = mission.ActualEndOn ?? mission.EndOn,
                ReportedAt = db.Steps.Where(step => step.MissionId == mission.Id && step.Form == "report" && step.ClosedAt != null && step.Outcome != null).Min(step => step.ClosedAt),
            })
            .ToListAsync(cancellationToken);
        var departed = missions.Where(mission => mission.On is not null).GroupBy(mission => mission.RequestId).Select(rows => rows.MinBy(row => row.On)!).Where(row => row.On >= sinceOn).ToList();
        List<(LegKind Kind, Track Track, DateTime From, DateTime To)> stretches =
        [
            .. decided.Values.Where(row => row.At!.Value >= since).Select(row => (LegKind.SubmissionToDecision, row.Track, row.SubmittedAt!.Value, row.At!.Value)),
            .. departed.Where(row => decided.ContainsKey(row.RequestId)).Select(row => (LegKind.DecisionToDeparture, row.Track, decided[row.RequestId].At!.Value, calendar.EndOf(row.On!.Value))),
            .. departed.Select(row => (LegKind.SubmissionToDeparture, row.Track, row.SubmittedAt!.Value, calendar.EndOf(row.On!.Value))),
            .. missions.Where(row => row is { EndOn: not null, ReportedAt: not null } && row.ReportedAt.Value >= since).Select(row => (LegKind.EndToReport, row.Track, calendar.EndOf(row.EndOn!.Value), row.ReportedAt!.Value)),
        ];
        return [.. stretches.GroupBy(row => (row.Kind, row.Track)).OrderBy(group => group.Key.Track).ThenBy(group => group.Key.Kind).Select(group => LegOf(group.Key, [.. group.Select(row => calendar.WorkingDaysBetween(row.From, row.To))]))];
    }

    private static Leg LegOf((LegKind Kind, Track Track) key, List<int> days)
    {
        var target = Targets[key];
        return new Leg(key.Kind, key.Track, days.Count, Median.Of([.. days.Select(value => (double)value)])!.Value, target, days.Count(value => value <= target));
    }
}
