using TechAssist.Core.EndOfMission.Publication;

namespace TechAssist.Core.Work;

/// <summary>A running or ended instance of a workflow definition: the case's own, one for each mission and for the
/// publication of its report, one for the follow-up.</summary>
public sealed class WorkflowRun
{
    private WorkflowRun()
    {
    }

    public Guid Id { get; private set; }

    public Guid RequestId { get; private set; }

    public Guid? MissionId { get; private set; }

    /// <summary>Key of the definition: "standard", "rapid", "mission", "publication", "followup".</summary>
    public string Definition { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>The engine's state as JSON text.</summary>
    public string State { get; private set; } = "";

    public DateTime StartedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public string? Result { get; private set; }

    public bool IsOpen => EndedAt is null;

    /// <summary>The publication of a report goes its own way beside the case: no stage and no end of the case waits for it.</summary>
    public bool IsAfterwards => Definition == SettlePublication.Definition;

    internal static WorkflowRun Start(Guid requestId, Guid? missionId, string definition, int version, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        RequestId = requestId,
        MissionId = missionId,
        Definition = definition,
        Version = version,
        StartedAt = now,
    };

    internal void Move(string state) => State = state;

    internal void End(string result, DateTime now) => (Result, EndedAt) = (result, now);
}
