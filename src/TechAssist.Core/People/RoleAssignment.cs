namespace TechAssist.Core.People;

/// <summary>A role somebody holds: everywhere, or in one country, or in one case.</summary>
public sealed class RoleAssignment
{
    private RoleAssignment()
    {
    }

    internal RoleAssignment(Guid personId, Role role, string? country, Guid? requestId, DateTime now)
    {
        Id = Guid.CreateVersion7(now);
        PersonId = personId;
        Role = role;
        Country = country;
        RequestId = requestId;
        GrantedAt = now;
    }

    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public Person Person { get; private set; } = null!;

    public Role Role { get; private set; }

    /// <summary>ISO 3166-1 alpha-2, where the role is held for one country.</summary>
    public string? Country { get; private set; }

    /// <summary>The case, where the role is held in one case only.</summary>
    public Guid? RequestId { get; private set; }

    public DateTime GrantedAt { get; private set; }
}
