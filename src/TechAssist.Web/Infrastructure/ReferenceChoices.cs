using System.Collections.Frozen;
using System.Globalization;
using TechAssist.Core;
using TechAssist.Core.Reference;
using TechAssist.Web.TagHelpers;

namespace TechAssist.Web.Infrastructure;

/// <summary>What the reference data offers to choose from, in the reader's language. Read once a page: <see cref="ReadAsync"/>.</summary>
public sealed class ReferenceChoices(ReferenceCatalog catalog, Texts texts, TimeProvider clock)
{
    /// <summary>Working languages of the dialogue first, then those its members' administrations write in.</summary>
    private static readonly string[] LanguageCodes = ["fr", "en", "pt", "es", "ar", "de", "it", "nl", "pl"];

    private static readonly FrozenSet<string> KnownLanguages =
        CultureInfo.GetCultures(CultureTypes.NeutralCultures).Select(culture => culture.Name).ToFrozenSet(StringComparer.Ordinal);

    private ReferenceSnapshot data = null!;

    private static string Language => Languages.Current;

    public async Task ReadAsync(CancellationToken cancellationToken) => data = await catalog.GetAsync(cancellationToken);

    public IReadOnlyList<Choice> Countries =>
        [.. data.PartnersOn(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), Language).Select(country => new Choice(country.Code, country.Name(Language)))];

    /// <summary>Every country there is, those of the dialogue under the names it uses.</summary>
    public IReadOnlyList<Choice> World =>
    [
        .. Core.Reference.World.Places
            .Select(place => new Choice(place.Code, Country(place.Code)))
            .OrderBy(choice => choice.Label, StringComparer.Create(Languages.Culture(Language), ignoreCase: true)),
    ];

    public IReadOnlyList<Choice> Themes => [.. data.MainThemes.Select(theme => new Choice(theme.Code, theme.Name(Language)))];

    public IReadOnlyList<Choice> AssistanceTypes => [.. data.AssistanceTypes.Select(type => new Choice(type.Code, type.Name(Language)))];

    public IReadOnlyList<Choice> WorkingLanguages => [.. LanguageCodes.Select(code => new Choice(code, LanguageName(code)))];

    /// <summary>Objectives of the framework in force.</summary>
    public IReadOnlyList<Choice> Objectives => data.CurrentFramework is { } framework
        ? [.. data.ObjectivesOf(framework.Code).Select(objective => new Choice(objective.Code, $"{objective.ShortCode} {objective.Name(Language)}"))]
        : [];

    /// <summary>The values of an enum, worded by <c>TheEnum.Value</c> of the portal's texts, or else of the documents'.</summary>
    public IReadOnlyList<Choice> Of<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), Word(value)))];

    public string Word(Enum value)
    {
        var key = $"{value.GetType().Name}.{value}";
        if (Texts.All.Has(key))
        {
            return texts[key];
        }

        var word = Messages.Text("Document." + key, Language);
        return word.Length == 0 ? word : char.ToUpper(word[0], Languages.Culture(Language)) + word[1..];
    }

    public string Country(string? code) => data.Country(code)?.Name(Language) ?? Core.Reference.World.Find(code)?.Name(Language) ?? code ?? "–";

    /// <summary>Whose calendar a key names: the secretariat, a country, or a region of one ("Germany (BY)").</summary>
    public string Calendar(string key) => key switch
    {
        Core.Clock.CalendarCatalog.SecretariatKey => texts["Reference.Secretariat"],
        { Length: > 3 } when key[2] == '-' => $"{Country(key[..2])} ({key[3..]})",
        _ => Country(key),
    };

    /// <summary>Regions with a calendar of their own, by country.</summary>
    public IReadOnlyList<Choice> Regions => [.. data.Calendars.Keys.Where(data.Calendars.HasRegion).Select(key => new Choice(key, Calendar(key)))];

    public string CountryList(IEnumerable<string> codes) => string.Join(", ", codes.Select(Country));

    public string Theme(string? code) => data.Theme(code)?.Name(Language) ?? code ?? "–";

    public string AssistanceType(string? code) => data.AssistanceType(code)?.Name(Language) ?? code ?? "–";

    public string Objective(string? code) => data.Objective(code) is { } objective ? $"{objective.ShortCode} {objective.Name(Language)}" : code ?? "–";

    /// <param name="code">ISO 639-1, also of a language nobody is offered here.</param>
    public string LanguageName(string? code)
    {
        if (string.IsNullOrEmpty(code))
        {
            return "–";
        }

        var key = "Document.Language." + code;
        return Messages.All.Has(key) ? Messages.Text(key, Language) : KnownLanguages.Contains(code) ? CultureInfo.GetCultureInfo(code).DisplayName : code;
    }

    public string LanguageList(IEnumerable<string> codes) => string.Join(", ", codes.Select(LanguageName));
}
