using TechAssist.Core.People;

namespace TechAssist.Core;

/// <summary>One role a person holds: everywhere, in one country, or in one case.</summary>
public sealed record RoleGrant(Role Role, string? Country = null, Guid? RequestId = null);

/// <summary>Who acts. Every act takes one; there is no ambient user.</summary>
public sealed record Actor(Guid PersonId, string Name, string Language, IReadOnlyList<RoleGrant> Grants)
{
    /// <summary>The clock and the engine: timers, silence procedures, sweeps.</summary>
    public static readonly Actor System = new(Guid.Empty, "TechAssist", "en", []);

    /// <summary>The officers whose substitute the person is today, each with what they hold in the secretariat.</summary>
    public IReadOnlyList<Actor> StandsInFor { get; init; } = [];

    /// <summary>The officer for whom this one act is done; null in the person's own acts.</summary>
    public Actor? OnBehalfOf { get; init; }

    /// <summary>The zone the person chose, or an expert named in the profile; null where none.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The country in which an expert lives who chose no zone.</summary>
    public string? Residence { get; init; }

    public bool IsSystem => PersonId == Guid.Empty;

    /// <summary>Works for the secretariat: sees internal labels, steps and notes.</summary>
    public bool IsSecretariat => HasAny(Roles.Secretariat);

    /// <summary>Holds the role with no limit to a country or case.</summary>
    public bool Has(Role role) => Grants.Any(grant => grant.Role == role && grant.Country is null && grant.RequestId is null);

    public bool HasAny(IEnumerable<Role> roles) => roles.Any(Has);

    /// <summary>The countries in which the role is held, without duplicates.</summary>
    public IReadOnlyList<string> CountriesFor(Role role) =>
        [.. Grants.Where(grant => grant.Role == role && grant.Country is not null).Select(grant => grant.Country!).Distinct()];

    /// <summary>May do it, or stands in for somebody who may.</summary>
    public bool Could(Func<Actor, bool> may) => may(this) || StandsInFor.Any(may);

    /// <summary>Who an act is done by: the person, where it is theirs to do; otherwise the person on behalf of the first one
    /// they stand in for whose it is. Comes back unchanged where it is nobody's of these, for the act to refuse.</summary>
    public Actor ActingWhere(Func<Actor, bool> may) =>
        OnBehalfOf is null && !may(this) && StandsInFor.FirstOrDefault(may) is { } other
            ? this with { Grants = [.. Grants, .. other.Grants], OnBehalfOf = other }
            : this;
}
