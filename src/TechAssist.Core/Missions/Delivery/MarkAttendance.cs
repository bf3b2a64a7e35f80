using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>Somebody in a session: "session:participant" in a form.</summary>
public readonly record struct AttendanceMark(Guid SessionId, Guid ParticipantId)
{
    public override string ToString() => $"{SessionId}:{ParticipantId}";

    /// <summary>Null where the text is no mark.</summary>
    public static AttendanceMark? Read(string text) =>
        text.Split(':') is [var session, var participant] && Guid.TryParse(session, CultureInfo.InvariantCulture, out var sessionId) && Guid.TryParse(participant, CultureInfo.InvariantCulture, out var participantId)
            ? new AttendanceMark(sessionId, participantId)
            : null;
}

/// <summary>Who was there.</summary>
/// <param name="Present">Ticked now.</param>
/// <param name="Seen">Ticked when the page was opened: only what was changed is changed, so that two people may tick at once.</param>
public sealed record MarkAttendanceInput(IReadOnlyCollection<AttendanceMark> Present, IReadOnlyCollection<AttendanceMark> Seen)
{
    /// <summary>Everybody on the list was in this session.</summary>
    public Guid? AllOf { get; init; }
}

/// <summary>Notes who came to which session: the secretariat and the team, from the day of the session on.</summary>
public sealed class MarkAttendance(TechAssistDb db, ReferenceCatalog reference, TimelineWriter timeline, TimeProvider clock)
{
    /// <exception cref="RuleException"><c>delivery-too-early</c>: the mission is not ready to leave.</exception>
    public async Task ExecuteAsync(Guid missionId, MarkAttendanceInput input, Actor actor, CancellationToken cancellationToken)
    {
        var (mission, delivery) = await db.OpenDeliveryAsync(missionId, actor, cancellationToken);
        mission.RequireReady();
        var people = await db.Participants.Include(row => row.Attended).Where(row => row.MissionId == missionId).ToDictionaryAsync(row => row.Id, cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = (await reference.GetAsync(cancellationToken)).Calendars.Country(delivery.Plan.Country).LocalDay(now);
        var all = input.AllOf is { } session ? people.Keys.Select(id => new AttendanceMark(session, id)) : Enumerable.Empty<AttendanceMark>();
        var (coming, going) = (input.Present.Concat(all).Except(input.Seen).ToList(), input.Seen.Except(input.Present).Where(mark => mark.SessionId != input.AllOf).ToList());
        foreach (var mark in coming.Concat(going))
        {
            Check(mark, delivery.Plan, people, today);
        }

        coming.ForEach(mark => Add(people[mark.ParticipantId], mark.SessionId));
        going.ForEach(mark => people[mark.ParticipantId].Attended.RemoveAll(known => known.SessionId == mark.SessionId));
        if (coming.Count + going.Count > 0)
        {
            var count = people.Values.Sum(person => person.Attended.Count).ToString(CultureInfo.InvariantCulture);
            await timeline.AddAsync(mission.RequestId, DeliveryDoor.Line("attendance-marked", mission, ("count", count)), actor, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Check(AttendanceMark mark, DeliveryPlan plan, Dictionary<Guid, Participant> people, DateOnly today)
    {
        var session = plan.Sessions.FirstOrDefault(known => known.Id == mark.SessionId);
        if (session is null || !people.ContainsKey(mark.ParticipantId))
        {
            throw new RuleException("stale");
        }

        if (session.On > today)
        {
            throw new InvalidInputException("present", "session-to-come", session.Title!);
        }
    }

    private static void Add(Participant participant, Guid sessionId)
    {
        if (!participant.Attended.Exists(mark => mark.SessionId == sessionId))
        {
            participant.Attended.Add(new Attendance(participant.Id, sessionId));
        }
    }
}
