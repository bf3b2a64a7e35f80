using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>The parts of a mission's delivery; each is written on its own page. Which of the records a mission keeps follows from
/// its types: <see cref="DeliveryParts"/>.</summary>
public enum DeliveryPart { Types, Sessions, Enquiry, Drafts, Contacts, Groups }

public enum SessionMethod { Presentation, Exercise, GroupWork, CaseStudy, Discussion, Visit, Test }

public enum InterviewState { Planned, Done, NotPossible }

public enum DraftStage { Outline, Draft, Consulted, Validated, HandedOver }

/// <summary>How a mission delivers: its types, and the records that fit them (domain data-model 3.6).</summary>
public sealed record DeliveryPlan
{
    /// <summary>Share of the hours, in percent, from which a participant gets a certificate.</summary>
    public const int UsualShare = 80;

    /// <summary>Assistance types ("TRN").</summary>
    [MaxLength(6)]
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Two letters of the country where it takes place: hours are those of its zone.</summary>
    [StringLength(2)]
    public string? Country { get; init; }

    [MaxLength(120)]
    public IReadOnlyList<Session> Sessions { get; init; } = [];

    [MaxLength(60)]
    public IReadOnlyList<EnquiryQuestion> Questions { get; init; } = [];

    [MaxLength(120)]
    public IReadOnlyList<Interview> Interviews { get; init; } = [];

    [MaxLength(60)]
    public IReadOnlyList<DraftRow> Drafts { get; init; } = [];

    [MaxLength(120)]
    public IReadOnlyList<MentoringContact> Contacts { get; init; } = [];

    /// <summary>Participants who are counted, not named.</summary>
    [MaxLength(60)]
    public IReadOnlyList<ParticipantGroup> Groups { get; init; } = [];

    /// <summary>Mean of the test before, in percent, where only the mean is known.</summary>
    [Range(0, 100)]
    public int? PreTest { get; init; }

    [Range(0, 100)]
    public int? PostTest { get; init; }

    [Range(0, 100)]
    public int CertificateShare { get; init; } = UsualShare;
}

/// <summary>A stretch of the programme, in the hours of the place.</summary>
public sealed record Session
{
    /// <summary>Given when it is first saved.</summary>
    public Guid Id { get; init; }

    public DateOnly? On { get; init; }

    public TimeOnly? From { get; init; }

    public TimeOnly? To { get; init; }

    [StringLength(300)]
    public string? Title { get; init; }

    /// <summary>Experts of the team.</summary>
    [MaxLength(8)]
    public IReadOnlyList<Guid> Trainers { get; init; } = [];

    [StringLength(300)]
    public string? OtherTrainers { get; init; }

    public SessionMethod? Method { get; init; }

    [StringLength(200)]
    public string? Place { get; init; }

    [JsonIgnore]
    public int Minutes => this is { From: { } from, To: { } to } && to > from ? (int)(to - from).TotalMinutes : 0;
}

public sealed record EnquiryQuestion
{
    [StringLength(1000)]
    public string? Question { get; init; }

    /// <summary>How it is answered: documents, interviews, observation.</summary>
    [StringLength(500)]
    public string? Method { get; init; }
}

public sealed record Interview
{
    [StringLength(300)]
    public string? Institution { get; init; }

    [StringLength(200)]
    public string? Person { get; init; }

    public DateOnly? On { get; init; }

    public InterviewState State { get; init; }

    /// <summary>Why it was not possible.</summary>
    [StringLength(1000)]
    public string? Reason { get; init; }
}

/// <summary>A stage of a text: planned for a day, or reached.</summary>
public sealed record DraftRow
{
    [StringLength(300)]
    public string? Title { get; init; }

    public DraftStage Stage { get; init; }

    public DateOnly? PlannedOn { get; init; }

    /// <summary>The day it was reached; null while that lies ahead.</summary>
    public DateOnly? On { get; init; }

    public bool IsHandedOver => Stage == DraftStage.HandedOver && On is not null;

    /// <summary>Who wrote, discussed or validated it.</summary>
    [StringLength(300)]
    public string? By { get; init; }

    /// <summary>The file among the case's documents.</summary>
    public Guid? DocumentId { get; init; }
}

/// <summary>A talk with the person accompanied: planned for a day, or held.</summary>
public sealed record MentoringContact
{
    public DateOnly? PlannedOn { get; init; }

    /// <summary>The day it was held; null while that lies ahead.</summary>
    public DateOnly? On { get; init; }

    [Range(1, 1440)]
    public int? Minutes { get; init; }

    [StringLength(500)]
    public string? Topic { get; init; }

    [StringLength(1000)]
    public string? NextStep { get; init; }
}

public sealed record ParticipantGroup
{
    [StringLength(300)]
    public string? Institution { get; init; }

    [Range(0, 100_000)]
    public int? Women { get; init; }

    [Range(0, 100_000)]
    public int? Men { get; init; }
}
