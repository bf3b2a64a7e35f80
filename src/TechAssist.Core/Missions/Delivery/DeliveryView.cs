using TechAssist.Core.Experts;

namespace TechAssist.Core.Missions.Delivery;

/// <param name="Minutes">In the sessions attended.</param>
/// <param name="Share">Of the hours of the sessions that were held, in percent; null before any was.</param>
/// <param name="IsCertified">Ticked for a certificate whatever the attendance.</param>
/// <param name="GetsCertificate">By attendance or by the tick.</param>
public sealed record ParticipantRow(
    Guid Id, string Name, Sex? Sex, string? Institution, string? Function, string? Email, string? Language, int? PreTest, int? PostTest,
    IReadOnlySet<Guid> Attended, int Minutes, int? Share, bool IsCertified, bool GetsCertificate, int Revision);

/// <summary>Another mission of the same series.</summary>
public sealed record SeriesRow(int Number, DateOnly? StartOn, DateOnly? EndOn, MissionStatus Status);

/// <summary>What a mission delivers, as its reader may see it.</summary>
/// <param name="MissionId">The mission.</param>
/// <param name="Plan">Without the persons interviewed and the trainers where the reader may not know them.</param>
/// <param name="Parts">The records its types keep.</param>
/// <param name="Zone">Of the place: the hours of the programme are its own.</param>
/// <param name="Participants">Empty where names are not the reader's to know; the figures count them.</param>
/// <param name="NamedCount">How many are on the list.</param>
/// <param name="MayEdit">May write in it now.</param>
/// <param name="MayRecord">May note attendance and tests now.</param>
public sealed record DeliveryView(
    Guid MissionId, DeliveryPlan Plan, IReadOnlyList<DeliveryPart> Parts, TimeZoneInfo Zone, IReadOnlyList<MemberRow> Team,
    IReadOnlyList<ParticipantRow> Participants, int NamedCount, DeliveryFigures Figures, bool MayReadNames, bool MayEdit, bool MayRecord, int Revision)
{
    /// <summary>The day it is at the place.</summary>
    public DateOnly Today { get; init; }

    /// <summary>First and last day of the mission, as it took place or is planned.</summary>
    public DateOnly? FirstOn { get; init; }

    public DateOnly? LastOn { get; init; }

    /// <summary>The missions of its series, itself among them; empty where it stands alone.</summary>
    public IReadOnlyList<SeriesRow> Series { get; init; } = [];

    /// <summary>Somebody may be named or counted.</summary>
    public bool HasParticipants => Parts.Contains(DeliveryPart.Sessions);

    /// <summary>Sessions that lie on no day of the mission, as after a change of its days.</summary>
    public int StraySessionCount => Plan.Sessions.Count(session => session.On < FirstOn || session.On > LastOn);

    /// <summary>Who leads a session, in words.</summary>
    public string TrainersOf(Session session) => string.Join(", ",
        Team.Where(member => session.Trainers.Contains(member.ExpertId)).Select(member => member.Name).Concat(new[] { Blank.ToNull(session.OtherTrainers) }.OfType<string>()));
}
