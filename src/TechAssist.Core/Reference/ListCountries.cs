namespace TechAssist.Core.Reference;

/// <summary>Which countries to list. Without a day, former partners are listed too.</summary>
public sealed record CountryFilter(DateOnly? PartnerOn = null, PartnerRole? Role = null, Region? Region = null, bool? OnSteeringCommittee = null);

public sealed record CountryLine(
    string Code, string Alpha3, string Name, Region Region, PartnerRole Role, bool IsActive, bool IsOnSteeringCommittee,
    bool IsLeastDeveloped, IReadOnlyList<int> ReferenceAreas, Certainty Certainty);

/// <summary>The countries of the dialogue, in the alphabet of the reader's language. All 60 fit one page.</summary>
public sealed class ListCountries(ReferenceCatalog catalog)
{
    public async Task<IReadOnlyList<CountryLine>> ExecuteAsync(CountryFilter filter, string language, CancellationToken cancellationToken)
    {
        var data = await catalog.GetAsync(cancellationToken);
        var alphabet = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo(language), ignoreCase: true);
        return [.. data.Rows.Countries
            .Where(country => filter.PartnerOn is not { } day || data.IsPartnerOn(country.Code, day))
            .Where(country => filter.Role is null || country.Role == filter.Role)
            .Where(country => filter.Region is null || country.Region == filter.Region)
            .Where(country => filter.OnSteeringCommittee is null || country.IsOnSteeringCommittee == filter.OnSteeringCommittee)
            .OrderBy(country => country.Name(language), alphabet)
            .Select(country => new CountryLine(
                country.Code, country.Alpha3, country.Name(language), country.Region, country.Role, country.IsActive, country.IsOnSteeringCommittee,
                country.IsLeastDeveloped, country.ReferenceAreas, country.Certainty))];
    }
}
