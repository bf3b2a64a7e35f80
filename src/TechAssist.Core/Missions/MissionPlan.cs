using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Terms;

namespace TechAssist.Core.Missions;

public enum MissionMode { OnSite, Remote, Hybrid, StudyVisit, Workshop }

public enum RiskLevel { Low, Medium, High }

/// <summary>What is planned for a mission: the form of <see cref="PlanMission"/> and <see cref="EditMission"/>.</summary>
public sealed record MissionPlan
{
    /// <summary>At most 200 characters in each language.</summary>
    public LangText Title { get; init; } = new();

    public MissionMode Mode { get; init; }

    public DateOnly? StartOn { get; init; }

    public DateOnly? EndOn { get; init; }

    [StringLength(500)]
    public string? Places { get; init; }

    /// <summary>Confirmed experts of the case, one of them the lead.</summary>
    [MaxLength(8)]
    public IReadOnlyList<TeamSeat> Team { get; init; } = [];

    [StringLength(300)]
    public string? HostCounterpart { get; init; }

    public ExpertDays Days { get; init; } = new();

    [MaxLength(60)]
    public IReadOnlyList<AgendaRow> Agenda { get; init; } = [];

    /// <summary>What is handed out or used: manuals, case files, equipment to bring.</summary>
    [StringLength(2000)]
    public string? Materials { get; init; }

    [StringLength(1000)]
    public string? EmergencyContact { get; init; }

    [MaxLength(20)]
    public IReadOnlyList<MissionRisk> Risks { get; init; } = [];

    /// <summary>Why the experts stay longer than five days on site.</summary>
    [StringLength(2000)]
    public string? LongStayReason { get; init; }

    /// <summary>Why the case takes more expert days than the ceiling; the coordinator's to give.</summary>
    [StringLength(2000)]
    public string? CeilingReason { get; init; }
}

public sealed record TeamSeat(Guid ExpertId)
{
    [StringLength(200)]
    public string? Role { get; init; }

    public bool IsLead { get; init; }
}

public sealed record AgendaRow
{
    public DateOnly? On { get; init; }

    [StringLength(1000)]
    public string? Text { get; init; }
}

public sealed record MissionRisk
{
    [StringLength(500)]
    public string? Risk { get; init; }

    public RiskLevel Level { get; init; }

    [StringLength(1000)]
    public string? Mitigation { get; init; }
}
