namespace TechAssist.Core.People;

/// <summary>The roles somebody is to hold outside single cases: those held everywhere, and those held in countries.</summary>
public sealed record RolesInput
{
    /// <summary>Roles that are held in a country. All others are held everywhere.</summary>
    public static readonly Role[] OfCountries = [Role.Requester, Role.FocalPoint, Role.Counterpart, Role.ReferenceCountry];

    public static readonly Role[] Everywhere = [.. Enum.GetValues<Role>().Except(OfCountries)];

    /// <summary>Roles without a country.</summary>
    public IReadOnlyList<Role> Global { get; init; } = [];

    public IReadOnlyList<CountryRole> InCountries { get; init; } = [];

    public IEnumerable<(Role Role, string? Country)> Grants() =>
        Global.Select(role => (role, (string?)null)).Concat(Filled.Select(row => (row.Role!.Value, row.Country))).Distinct();

    private IEnumerable<CountryRole> Filled => InCountries.Where(row => row.Role is not null || !string.IsNullOrEmpty(row.Country));

    public static RolesInput Of(IEnumerable<RoleGrant> grants)
    {
        var held = grants.Where(grant => grant.RequestId is null).ToList();
        return new RolesInput
        {
            Global = [.. held.Where(grant => grant.Country is null).Select(grant => grant.Role)],
            InCountries = [.. held.Where(grant => grant.Country is not null).Select(grant => new CountryRole { Role = grant.Role, Country = grant.Country })],
        };
    }

    internal IEnumerable<FieldError> Check(string field)
    {
        foreach (var role in Global.Where(role => !Everywhere.Contains(role)))
        {
            yield return new FieldError(field + ".global", "role-needs-country", role.ToString());
        }

        for (var index = 0; index < InCountries.Count; index++)
        {
            var (row, path) = (InCountries[index], $"{field}.inCountries[{index}]");
            if (row.Role is null && string.IsNullOrEmpty(row.Country))
            {
                continue;
            }

            if (row.Role is not { } role || !OfCountries.Contains(role))
            {
                yield return new FieldError(path + ".role", "choose-one");
            }

            if (row.Country is not { Length: 2 } country || !country.All(char.IsAsciiLetterUpper))
            {
                yield return new FieldError(path + ".country", "choose-one");
            }
        }
    }

    public override string ToString() =>
        string.Join(", ", Grants().Select(grant => grant.Country is null ? $"{grant.Role}" : $"{grant.Role} {grant.Country}"));
}

public sealed record CountryRole
{
    public Role? Role { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }
}
