using System.Collections.Concurrent;
using System.Globalization;
using TechAssist.Core.Reference;

namespace TechAssist.Core.Experts.Tables;

/// <summary>The words a table of the roster is written in: countries, themes, languages and choices by their codes and by their
/// names in both languages, accents and case ignored.</summary>
internal sealed class RosterWords
{
    private static readonly string[] LanguageCodes =
        ["fr", "en", "pt", "es", "ar", "de", "it", "nl", "pl", "ro", "sv", "da", "fi", "el", "cs", "hu", "bg", "hr", "sk", "sl", "lt", "lv", "et", "mt", "ga", "sw", "ha", "wo", "ff", "bm", "yo", "ig", "ln", "am", "ti", "so", "tr", "ru", "uk", "zh"];

    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, Enum>> Choices = new();

    private static readonly ConcurrentDictionary<(string Code, string Language), string> CultureNames = new();

    private readonly ReferenceSnapshot reference;
    private readonly Dictionary<string, string> countries = [];
    private readonly Dictionary<string, string> themes = [];
    private readonly Dictionary<string, string> types = [];
    private readonly Dictionary<string, string> languages = [];

    public RosterWords(ReferenceSnapshot reference)
    {
        this.reference = reference;
        foreach (var place in World.Places)
        {
            Add(countries, place.Code, place.Code, place.NameEn, place.NameFr, reference.Country(place.Code)?.Name("en"), reference.Country(place.Code)?.Name("fr"));
        }

        foreach (var theme in reference.MainThemes)
        {
            Add(themes, theme.Code, theme.Code, theme.Name("en"), theme.Name("fr"));
        }

        foreach (var type in reference.AssistanceTypes)
        {
            Add(types, type.Code, type.Code, type.Name("en"), type.Name("fr"));
        }

        foreach (var code in LanguageCodes)
        {
            Add(languages, code, code, NameOf(code, "en"), NameOf(code, "fr"), CultureInfo.GetCultureInfo(code).NativeName);
        }
    }

    public string? Country(string text) => countries.GetValueOrDefault(FoldedText.Of(text));

    public string? Theme(string text) => themes.GetValueOrDefault(FoldedText.Of(text));

    public string? AssistanceType(string text) => types.GetValueOrDefault(FoldedText.Of(text));

    public string? Language(string text) => languages.GetValueOrDefault(FoldedText.Of(text));

    public string CountryName(string code, string language) => reference.Country(code)?.Name(language) ?? World.Find(code)?.Name(language) ?? code;

    public static string LanguageName(string code, string language) => NameOf(code, language);

    /// <summary>The value of an enum by its name, or by one of the words for it in either language.</summary>
    public static T? Choice<T>(string text)
        where T : struct, Enum => Choices.GetOrAdd(typeof(T), _ => WordsOf<T>()).TryGetValue(FoldedText.Of(text), out var value) ? (T)value : null;

    /// <summary>The word an export writes.</summary>
    public static string Word(Enum value, string language) => Names($"Import.{value.GetType().Name}.{value}", language)[0];

    /// <summary>All words of a resource, the first is the one we write ourselves.</summary>
    public static string[] Names(string key, string language) => Messages.Text(key, language).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Is one of the words of a resource, in either language.</summary>
    public static bool IsOneOf(string key, string folded) => Languages.All.Any(language => Array.Exists(Names(key, language), name => FoldedText.Of(name) == folded));

    private static Dictionary<string, Enum> WordsOf<T>()
        where T : struct, Enum
    {
        var words = new Dictionary<string, Enum>();
        foreach (var value in Enum.GetValues<T>())
        {
            words.TryAdd(FoldedText.Of(value.ToString()), value);
            foreach (var name in Languages.All.SelectMany(language => Names($"Import.{typeof(T).Name}.{value}", language)))
            {
                words.TryAdd(FoldedText.Of(name), value);
            }
        }

        return words;
    }

    private static string NameOf(string code, string language)
    {
        var key = "Document.Language." + code;
        return Messages.All.Has(key) ? Messages.Text(key, language) : CultureNames.GetOrAdd((code, language), NameFromCulture);
    }

    /// <summary>The runtime names languages in the language of the thread.</summary>
    private static string NameFromCulture((string Code, string Language) asked)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Languages.Culture(asked.Language);
            return CultureInfo.GetCultureInfo(asked.Code).DisplayName;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static void Add(Dictionary<string, string> words, string code, params string?[] names)
    {
        foreach (var name in names.OfType<string>())
        {
            words.TryAdd(FoldedText.Of(name), code);
        }
    }
}
