using TechAssist.Core.Experts;
using TechAssist.Core.Missions.Costs;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Missions;

public enum MissionStatus { Planned, Confirmed, UnderWay, Completed, Postponed, Interrupted, Cancelled }

/// <summary>Experts at work for a case: on the spot, from afar or both, from the plan to the way home. What follows is in the
/// end-of-mission report.</summary>
public sealed class Mission
{
    /// <summary>Days on site, both ends included, that need no reason.</summary>
    public const int LongestPlainStay = 5;

    private Mission()
    {
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    public AssistanceRequest Request { get; private set; } = null!;

    /// <summary>Its number in the case, from 1.</summary>
    public int Number { get; private set; }

    public MissionStatus Status { get; private set; }

    /// <summary>Why it was postponed, interrupted or cancelled.</summary>
    public string? StatusReason { get; private set; }

    public MissionPlan Plan { get; private set; } = new();

    /// <summary>As planned now; what actually happened stands in the actual days.</summary>
    public DateOnly? StartOn { get; private set; }

    public DateOnly? EndOn { get; private set; }

    public DateOnly? ActualStartOn { get; private set; }

    public DateOnly? ActualEndOn { get; private set; }

    public IReadOnlyList<ChecklistItem> Checklist { get; private set; } = [];

    public List<MissionMember> Members { get; } = [];

    public int? ParticipantsWomen { get; private set; }

    public int? ParticipantsMen { get; private set; }

    /// <summary>The first mission of the series it belongs to; null where it stands alone.</summary>
    public Guid? SeriesId { get; private set; }

    /// <summary>When the team was heard after the mission.</summary>
    public DateOnly? DebriefOn { get; private set; }

    public string? DebriefNotes { get; private set; }

    public MissionCosts Costs { get; private set; } = new();

    public DateTime CreatedAt { get; private set; }

    public int Revision { get; private set; }

    public bool IsReady => Checklist.All(item => item.IsSettled) && StartOn is not null && EndOn is not null && Members.Count > 0;

    /// <summary>The day it ended, or will end as far as is known.</summary>
    public DateOnly? LastOn => ActualEndOn ?? EndOn;

    public static Mission Planned(AssistanceRequest request, int number, MissionPlan plan, DateTime now)
    {
        var mission = new Mission
        {
            Id = Guid.CreateVersion7(now),
            RequestId = request.Id,
            Number = number,
            Checklist = Missions.Checklist.For(plan.Mode, plan.StartOn),
            CreatedAt = now,
        };
        mission.Write(plan);
        return mission;
    }

    /// <summary>What was said of the plan last.</summary>
    internal void Write(MissionPlan plan)
    {
        if (Status is MissionStatus.Completed or MissionStatus.Cancelled)
        {
            throw new RuleException("mission-ended");
        }

        if (plan.StartOn != StartOn)
        {
            Checklist = Missions.Checklist.Redated(Checklist, StartOn, plan.StartOn);
        }

        Checklist = Missions.Checklist.ForTeam(Checklist, [.. plan.Team.Select(seat => seat.ExpertId)]);
        Plan = plan;
        StartOn = plan.StartOn;
        EndOn = plan.EndOn;
        Members.RemoveAll(member => plan.Team.All(seat => seat.ExpertId != member.ExpertId));
        foreach (var seat in plan.Team)
        {
            var member = Members.Find(known => known.ExpertId == seat.ExpertId);
            if (member is null)
            {
                Members.Add(member = new MissionMember(Id, seat.ExpertId));
            }

            member.Sit(seat.Role, seat.IsLead);
        }

        Revision++;
    }

    internal void Tick(ChecklistItem item)
    {
        Checklist = [.. Checklist.Select(known => known.Key == item.Key ? item : known)];
        Revision++;
    }

    /// <summary>Whether this person is asked for an item: it is open, and where they are of the team and it is each expert's own, not in order
    /// for them and for this departure.</summary>
    public bool WaitsFor(ChecklistItem item, Guid? personId) => !item.IsSettled
        && (!item.IsPersonal || Members.Find(member => personId is not null && member.Expert.PersonId == personId) is not { } member || item.ForExpert(member.ExpertId) is not { } settled || settled.On != StartOn);

    internal void Add(ChecklistItem item)
    {
        Checklist = [.. Checklist, item];
        Revision++;
    }

    /// <summary>Once it has begun; also one that was broken off.</summary>
    public bool MayBeDebriefed(DateOnly today) =>
        Status is MissionStatus.UnderWay or MissionStatus.Interrupted or MissionStatus.Completed || (Status == MissionStatus.Confirmed && StartOn <= today);

    internal void Debrief(DateOnly on, string notes)
    {
        (DebriefOn, DebriefNotes) = (on, notes);
        Revision++;
    }

    internal void Record(MissionCosts costs)
    {
        Costs = costs;
        Revision++;
    }

    internal void Confirm() => Become(MissionStatus.Confirmed, null);

    internal void Depart() => Become(MissionStatus.UnderWay, null);

    internal void Postpone(string? reason) => Become(MissionStatus.Postponed, reason);

    internal void Interrupt(string? reason) => Become(MissionStatus.Interrupted, reason);

    internal void Cancel(string? reason) => Become(MissionStatus.Cancelled, reason);

    internal void Reschedule(DateOnly startOn, DateOnly endOn)
    {
        Write(Plan with { StartOn = startOn, EndOn = endOn });
        Become(MissionStatus.Planned, null);
    }

    /// <param name="endOn">The new last day.</param>
    /// <param name="days">Expert days in the field, now in all.</param>
    /// <param name="reason">Also why the stay is long and the ceiling passed, where no reason was given yet.</param>
    /// <param name="isAboveCeiling">With them the case takes more expert days than the ceiling.</param>
    internal void Extend(DateOnly endOn, int days, string? reason, bool isAboveCeiling)
    {
        Write(Plan with
        {
            EndOn = endOn,
            Days = Plan.Days with { Field = days },
            LongStayReason = Plan.LongStayReason ?? reason,
            CeilingReason = Plan.CeilingReason ?? (isAboveCeiling ? reason : null),
        });
        Become(MissionStatus.UnderWay, reason);
    }

    internal void Complete(DateOnly startOn, DateOnly endOn, int? women, int? men, string? reason)
    {
        (ActualStartOn, ActualEndOn, ParticipantsWomen, ParticipantsMen) = (startOn, endOn, women, men);
        Become(MissionStatus.Completed, reason);
    }

    internal void JoinSeries(Guid seriesId)
    {
        SeriesId = seriesId;
        Revision++;
    }

    internal void Replace(Guid leavingId, Guid comingId) => Write(Plan with
    {
        Team = [.. Plan.Team.Select(seat => seat.ExpertId == leavingId ? seat with { ExpertId = comingId } : seat)],
    });

    private void Become(MissionStatus status, string? reason)
    {
        Status = status;
        StatusReason = reason;
        Revision++;
    }
}

/// <summary>An expert of a mission's team.</summary>
public sealed class MissionMember
{
    private MissionMember()
    {
    }

    internal MissionMember(Guid missionId, Guid expertId) => (MissionId, ExpertId) = (missionId, expertId);

    public Guid MissionId { get; private set; }

    public Guid ExpertId { get; private set; }

    public Expert Expert { get; private set; } = null!;

    public string? Role { get; private set; }

    public bool IsLead { get; private set; }

    internal void Sit(string? role, bool isLead) => (Role, IsLead) = (role, isLead);
}
