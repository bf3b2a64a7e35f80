using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Experts;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>What is typed of somebody who takes part.</summary>
public sealed record ParticipantInput
{
    [Required]
    [StringLength(200)]
    public string? Name { get; init; }

    public Sex? Sex { get; init; }

    [StringLength(300)]
    public string? Institution { get; init; }

    [StringLength(200)]
    public string? Function { get; init; }

    [EmailAddress]
    [StringLength(254)]
    public string? Email { get; init; }

    /// <summary>"fr" or "en": the language of the certificate; null for the mission's.</summary>
    [StringLength(2)]
    public string? Language { get; init; }
}

/// <summary>Somebody who takes part in a training or a study visit. Names are kept to those who run it: <see cref="ParticipantNames"/>.</summary>
public sealed class Participant
{
    private Participant()
    {
    }

    internal Participant(Guid missionId, ParticipantInput input, DateTime now)
    {
        Id = Guid.CreateVersion7(now);
        MissionId = missionId;
        AddedAt = now;
        Write(input);
    }

    public Guid Id { get; private set; }

    public Guid MissionId { get; private set; }

    public string Name { get; private set; } = "";

    public Sex? Sex { get; private set; }

    public string? Institution { get; private set; }

    public string? Function { get; private set; }

    public string? Email { get; private set; }

    public string? Language { get; private set; }

    /// <summary>Result of the test before, in percent.</summary>
    public int? PreTest { get; private set; }

    public int? PostTest { get; private set; }

    /// <summary>Gets a certificate whatever the attendance.</summary>
    public bool IsCertified { get; private set; }

    public DateTime AddedAt { get; private set; }

    public List<Attendance> Attended { get; } = [];

    public int Revision { get; private set; }

    internal void Write(ParticipantInput input)
    {
        (Name, Sex, Institution) = (input.Name!.Trim(), input.Sex, Blank.ToNull(input.Institution));
        (Function, Email, Language) = (Blank.ToNull(input.Function), Blank.ToNull(input.Email), Blank.ToNull(input.Language));
        Revision++;
    }

    internal void Score(int? before, int? after)
    {
        (PreTest, PostTest) = (before, after);
        Revision++;
    }

    internal void Certify(bool isCertified)
    {
        IsCertified = isCertified;
        Revision++;
    }
}

/// <summary>Somebody was there.</summary>
public sealed class Attendance
{
    private Attendance()
    {
    }

    internal Attendance(Guid participantId, Guid sessionId) => (ParticipantId, SessionId) = (participantId, sessionId);

    public Guid ParticipantId { get; private set; }

    public Guid SessionId { get; private set; }
}
