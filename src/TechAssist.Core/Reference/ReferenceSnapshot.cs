using System.Collections.Frozen;
using TechAssist.Core.Clock;

namespace TechAssist.Core.Reference;

/// <summary>All reference data at one time, read-only, with the look-ups everybody needs. Lists are in their natural order;
/// look-ups find inactive rows too, because old cases refer to them, and give null for an unknown code.</summary>
public sealed class ReferenceSnapshot
{
    private readonly FrozenDictionary<string, Country> countries;
    private readonly ILookup<string, Membership> memberships;
    private readonly FrozenDictionary<string, Framework> frameworks;
    private readonly FrozenDictionary<string, FrameworkPart> parts;
    private readonly FrozenDictionary<string, Objective> objectives;
    private readonly ILookup<string, string> links;
    private readonly FrozenDictionary<string, Theme> themes;
    private readonly FrozenDictionary<string, AssistanceType> assistanceTypes;
    private readonly FrozenDictionary<string, CodeListItem> items;

    public ReferenceSnapshot(ReferenceRows rows, SecretariatOffice office, Guid stamp)
    {
        Stamp = stamp;
        Rows = rows;
        countries = ByCode(rows.Countries);
        memberships = rows.Memberships.ToLookup(membership => membership.CountryCode);
        frameworks = ByCode(rows.Frameworks);
        parts = ByCode(rows.Parts);
        objectives = ByCode(rows.Objectives);
        links = rows.Links.Where(link => link.IsActive).ToLookup(link => link.FromCode, link => link.ToCode);
        themes = ByCode(rows.Themes);
        assistanceTypes = ByCode(rows.AssistanceTypes);
        items = ByCode(rows.CodeListItems);
        Frameworks = [.. rows.Frameworks.OrderBy(framework => framework.AdoptedOn)];
        Calendars = new CalendarCatalog(office, rows);
    }

    /// <summary>Changes whenever any row changes.</summary>
    public Guid Stamp { get; }

    /// <summary>Every row, inactive ones too, in no order: for the administrator's lists.</summary>
    public ReferenceRows Rows { get; }

    public CalendarCatalog Calendars { get; }

    /// <summary>All frameworks, the oldest first.</summary>
    public IReadOnlyList<Framework> Frameworks { get; }

    /// <summary>The framework in force; null when the administrator has marked none.</summary>
    public Framework? CurrentFramework => Frameworks.FirstOrDefault(framework => framework is { IsCurrent: true, IsActive: true });

    /// <summary>By ISO 3166-1 alpha-2.</summary>
    public Country? Country(string? code) => Find(countries, code);

    public IReadOnlyList<Membership> MembershipsOf(string countryCode) =>
        [.. memberships[countryCode].OrderBy(membership => membership.ValidFrom ?? DateOnly.MinValue)];

    /// <summary>The state takes part in the dialogue that day, as partner or as observer.</summary>
    public bool IsPartnerOn(string? countryCode, DateOnly day) =>
        Country(countryCode) is { IsActive: true } country && memberships[country.Code].Any(membership => membership.CountsOn(day));

    /// <summary>The state may ask for assistance that day.</summary>
    public bool MayAskOn(string? countryCode, DateOnly day) =>
        Country(countryCode) is { Role: PartnerRole.Beneficiary } && IsPartnerOn(countryCode, day);

    /// <summary>The states of the dialogue that day, in the alphabet of the language.</summary>
    public IReadOnlyList<Country> PartnersOn(DateOnly day, string language) =>
        InAlphabet(countries.Values.Where(country => IsPartnerOn(country.Code, day)), language);

    /// <summary>The states that may ask for assistance that day, in the alphabet of the language.</summary>
    public IReadOnlyList<Country> BeneficiariesOn(DateOnly day, string language) =>
        InAlphabet(countries.Values.Where(country => MayAskOn(country.Code, day)), language);

    public Framework? Framework(string? code) => Find(frameworks, code);

    public FrameworkPart? Part(string? code) => Find(parts, code);

    public IReadOnlyList<FrameworkPart> PartsOf(string frameworkCode) =>
        [.. parts.Values.Where(part => part.FrameworkCode == frameworkCode && part.IsActive).OrderBy(part => part.Kind).ThenBy(part => part.Number)];

    /// <summary>By <c>framework:code</c>: "DAK11:R9".</summary>
    public Objective? Objective(string? code) => Find(objectives, code);

    /// <summary>Active objectives of a framework: R1, R2 … before O1, O2 …</summary>
    public IReadOnlyList<Objective> ObjectivesOf(string frameworkCode) =>
        [.. objectives.Values.Where(objective => objective.FrameworkCode == frameworkCode && objective.IsActive)
            .OrderByDescending(objective => objective.ShortCode[0]).ThenBy(objective => objective.Number)];

    /// <summary>The objectives of later frameworks that an objective goes on as.</summary>
    public IReadOnlyList<Objective> SuccessorsOf(string objectiveCode) =>
        [.. links[objectiveCode].Select(Objective).OfType<Objective>().OrderBy(objective => objective.Code, StringComparer.Ordinal)];

    public Theme? Theme(string? code) => Find(themes, code);

    /// <summary>Active priority themes, T1 first.</summary>
    public IReadOnlyList<Theme> MainThemes => ThemesUnder(null);

    /// <summary>Active sub-themes of a theme.</summary>
    public IReadOnlyList<Theme> SubThemes(string themeCode) => ThemesUnder(themeCode);

    public AssistanceType? AssistanceType(string? code) => Find(assistanceTypes, code);

    /// <summary>Active types of assistance, those of the mandate in the order it names them.</summary>
    public IReadOnlyList<AssistanceType> AssistanceTypes =>
        [.. assistanceTypes.Values.Where(type => type.IsActive).OrderBy(type => type.Number)];

    /// <summary>Active codes of a published list ("Sector").</summary>
    public IReadOnlyList<CodeListItem> Items(string list) =>
        [.. items.Values.Where(item => item.List == list && item.IsActive).OrderBy(item => item.Value, StringComparer.Ordinal)];

    public CodeListItem? Item(string list, string? value) => Find(items, $"{list}/{value}");

    public CodeListItem? DefaultItem(string list) => items.Values.FirstOrDefault(item => item.List == list && item is { IsDefault: true, IsActive: true });

    private IReadOnlyList<Theme> ThemesUnder(string? parent) =>
        [.. themes.Values.Where(theme => theme.ParentCode == parent && theme.IsActive).OrderBy(theme => theme.Code.Length).ThenBy(theme => theme.Code, StringComparer.Ordinal)];

    private static List<Country> InAlphabet(IEnumerable<Country> rows, string language) =>
        [.. rows.OrderBy(country => country.Name(language), StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo(language), ignoreCase: true))];

    private static FrozenDictionary<string, T> ByCode<T>(IReadOnlyList<T> rows)
        where T : ReferenceRow => rows.ToFrozenDictionary(row => row.Code, StringComparer.Ordinal);

    private static T? Find<T>(FrozenDictionary<string, T> rows, string? code)
        where T : ReferenceRow => code is null ? null : rows.GetValueOrDefault(code);
}
