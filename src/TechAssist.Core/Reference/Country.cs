using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Reference;

public enum Continent { Africa, Europe }

public enum Region { NorthAfrica, WestAfrica, CentralAfrica, Europe }

/// <summary>What a partner does by default: asks for assistance, or lends expertise.</summary>
public enum PartnerRole { Beneficiary, Contributor }

public sealed record CountryInput : NamedInput
{
    [Required, RegularExpression("[A-Z]{3}", ErrorMessage = "not-a-country-code")]
    public string Alpha3 { get; init; } = "";

    [EnumDataType(typeof(Region))]
    public Region Region { get; init; }

    [EnumDataType(typeof(Continent))]
    public Continent Continent { get; init; }

    [Required, RegularExpression("en|fr", ErrorMessage = "not-a-language")]
    public string DefaultLanguage { get; init; } = "fr";

    [MaxLength(5)]
    public IReadOnlyList<string> Languages { get; init; } = [];

    [MaxLength(6)]
    public IReadOnlyList<DayOfWeek> Weekend { get; init; } = [DayOfWeek.Saturday, DayOfWeek.Sunday];

    public bool IsLeastDeveloped { get; init; }

    public bool IsEuMember { get; init; }

    [Required, StringLength(40)]
    public string TimeZone { get; init; } = "";

    [EnumDataType(typeof(PartnerRole))]
    public PartnerRole Role { get; init; }

    public bool IsOnSteeringCommittee { get; init; }

    [MaxLength(5)]
    public IReadOnlyList<int> ReferenceAreas { get; init; } = [];
}

/// <summary>A state of the dialogue. Its code is ISO 3166-1 alpha-2. Whether it takes part on a day is said by its
/// <see cref="Membership"/> rows, not here.</summary>
public sealed class Country : NamedRow, IReferenceRow<Country, CountryInput>
{
    private Country()
    {
    }

    public string Alpha3 { get; private set; } = "";

    public Region Region { get; private set; }

    public Continent Continent { get; private set; }

    /// <summary>The portal's language people of the country are written to until they choose: "en" or "fr".</summary>
    public string DefaultLanguage { get; private set; } = "";

    /// <summary>Languages of administration, ISO 639-1.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    public IReadOnlyList<DayOfWeek> Weekend { get; private set; } = [];

    public bool IsLeastDeveloped { get; private set; }

    public bool IsEuMember { get; private set; }

    /// <summary>IANA name; the capital's where there are several.</summary>
    public string TimeZone { get; private set; } = "";

    public PartnerRole Role { get; private set; }

    public bool IsOnSteeringCommittee { get; private set; }

    /// <summary>Action areas 1 to 5 for which it is a reference country.</summary>
    public IReadOnlyList<int> ReferenceAreas { get; private set; } = [];

    public static Country From(CountryInput input)
    {
        var country = new Country();
        country.Take(input);
        return country;
    }

    public static IEnumerable<FieldError> Faults(CountryInput input, ReferenceSnapshot others)
    {
        if (input.Code.Length != 2 || !input.Code.All(char.IsAsciiLetterUpper))
        {
            yield return new FieldError("code", "not-a-country-code");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(input.TimeZone, out _))
        {
            yield return new FieldError("timeZone", "unknown-time-zone");
        }

        if (input.ReferenceAreas.Any(area => area is < 1 or > 5))
        {
            yield return new FieldError("referenceAreas", "out-of-range", 1, 5);
        }

        if (input.Weekend.Any(day => !Enum.IsDefined(day)) || input.Weekend.Distinct().Count() != input.Weekend.Count)
        {
            yield return new FieldError("weekend", "not-valid");
        }
    }

    public void Take(CountryInput input)
    {
        TakeNamed(input);
        Alpha3 = input.Alpha3;
        Region = input.Region;
        Continent = input.Continent;
        DefaultLanguage = input.DefaultLanguage;
        Languages = [.. input.Languages];
        Weekend = [.. input.Weekend];
        IsLeastDeveloped = input.IsLeastDeveloped;
        IsEuMember = input.IsEuMember;
        TimeZone = input.TimeZone;
        Role = input.Role;
        IsOnSteeringCommittee = input.IsOnSteeringCommittee;
        ReferenceAreas = [.. input.ReferenceAreas];
    }
}
