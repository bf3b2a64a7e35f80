namespace TechAssist.Core.People;

/// <summary>The roles of the process (domain process 4.5). Workflow files name them in camel case as a step's audience.</summary>
public enum Role
{
    Requester,
    FocalPoint,
    Counterpart,
    CaseOfficer,
    DutyOfficer,
    ThematicAdviser,
    Logistics,
    Coordinator,
    Head,
    Expert,
    Committee,
    ReferenceCountry,
    Administrator,
    Auditor,
}

public static class Roles
{
    /// <summary>The secretariat's team: sees every submitted case.</summary>
    public static readonly Role[] Secretariat =
        [Role.CaseOfficer, Role.DutyOfficer, Role.ThematicAdviser, Role.Logistics, Role.Coordinator, Role.Head];

    /// <summary>May steer a case at any step: hold, cancel, reopen, change the track.</summary>
    public static readonly Role[] Steering = [Role.Coordinator, Role.Head];

    /// <summary>Reads an audience key of a workflow file ("focalPoint"); null when no role has that name.</summary>
    public static Role? FromAudience(string key) =>
        Enum.TryParse<Role>(key, ignoreCase: true, out var role) ? role : null;
}
