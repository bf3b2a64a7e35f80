using Microsoft.AspNetCore.Identity;

namespace TechAssist.Core.People;

/// <summary>Somebody with an account. Accounts exist by invitation only; <see cref="IdentityUser{TKey}.UserName"/> is the e-mail address.</summary>
public sealed class Person : IdentityUser<Guid>
{
    private Person()
    {
    }

    public string Name { get; private set; } = "";

    /// <summary>The language of screens, mails and documents for this person: "fr" or "en".</summary>
    public string Language { get; private set; } = "fr";

    /// <summary>Where the person lives by the clock: an IANA id. Null for that of the country or the secretariat they work for.</summary>
    public string? TimeZone { get; private set; }

    public string? Institution { get; private set; }

    /// <summary>False once the account was closed: no sign-in, no tasks, the name stays in the history.</summary>
    public bool IsActive { get; private set; } = true;

    public DateTime InvitedAt { get; private set; }

    public DateTime? LastSeenAt { get; private set; }

    public List<RoleAssignment> Roles { get; } = [];

    public static Person Invite(string email, string name, string language, string? institution, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserName = email,
        Email = email,
        NormalizedEmail = email.ToUpperInvariant(),
        NormalizedUserName = email.ToUpperInvariant(),
        Name = name,
        Language = language,
        Institution = institution,
        InvitedAt = now,
        LockoutEnabled = true,
        SecurityStamp = Guid.CreateVersion7(now).ToString("N"),
        ConcurrencyStamp = Guid.CreateVersion7(now).ToString("N"),
    };

    public void Speak(string language) => Language = language;

    public void LiveIn(string? timeZone) => TimeZone = timeZone;

    public void Rename(string name, string? institution) => (Name, Institution) = (name, institution);

    public void Close() => IsActive = false;

    public void Reopen() => IsActive = true;

    public void Seen(DateTime now) => LastSeenAt = now;

    public RoleAssignment Grant(Role role, DateTime now, string? country = null, Guid? requestId = null)
    {
        var assignment = new RoleAssignment(Id, role, country, requestId, now);
        Roles.Add(assignment);
        return assignment;
    }
}
