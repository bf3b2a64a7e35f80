using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace TechAssist.Core.Documents;

/// <summary>Section <c>DocumentTexts</c> of the settings: fixed words of documents in place of the shipped ones, by key and language
/// (<c>DocumentTexts:Letter.Closing:fr</c>). Screens and file names keep the shipped words.</summary>
public sealed partial class DocumentTexts
{
    public const string Section = "DocumentTexts";

    /// <summary>How the keys of documents begin among all texts; settings leave it out.</summary>
    internal const string Prefix = "Document.";

    /// <summary>File names, and what the samples of this page are filled with.</summary>
    private static readonly string[] NotInDocuments = ["File.", "Sample."];

    private readonly Dictionary<(string Key, string Language), string> texts = [];
    private readonly List<string> faults = [];

    /// <summary>Keys of the texts that may be replaced, in alphabetical order.</summary>
    public static IReadOnlyList<string> Replaceable { get; } =
    [
        .. Messages.All.Keys("en").Where(key => key.StartsWith(Prefix, StringComparison.Ordinal) && !Array.Exists(NotInDocuments, part => key.StartsWith(Prefix + part, StringComparison.Ordinal)))
            .Select(key => key[Prefix.Length..]).Order(StringComparer.Ordinal),
    ];

    /// <summary>What is wrong with the settings, a line each; empty when they are right.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>The text as it is shipped.</summary>
    public static string Shipped(string key, string language) => Messages.Text(Prefix + key, language);

    /// <summary>The replacement; null where the shipped text stands.</summary>
    public string? Find(string key, string language) => texts.GetValueOrDefault((key, language));

    /// <summary>Takes one setting; what is wrong with it is kept in <see cref="Faults"/>. Keys are found in capitals or small letters,
    /// as settings are.</summary>
    public void Replace(string key, string language, string? text)
    {
        var place = $"{Section}:{key}:{language}";
        var name = Replaceable.FirstOrDefault(known => known.Equals(key, StringComparison.OrdinalIgnoreCase));
        var spoken = language.ToLowerInvariant();
        if (name is null)
        {
            faults.Add($"{place}: no document has a text with this key. The page /admin/texts lists those that may be replaced.");
        }
        else if (!Languages.IsOne(spoken))
        {
            faults.Add($"{place}: the language is fr or en.");
        }
        else if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add($"{place} is empty.");
        }
        else if (PlacesIn(text) is not { } own)
        {
            faults.Add($"{place}: a brace that is no placeholder. Placeholders are written {{0}}, {{1}} …");
        }
        else if (!own.SetEquals(PlacesIn(Shipped(name, spoken)) ?? []))
        {
            faults.Add($"{place} has the placeholders {Said(own)}; the shipped text has {Said(PlacesIn(Shipped(name, spoken)) ?? [])}.");
        }
        else
        {
            texts[(name, spoken)] = text.Trim();
        }
    }

    /// <summary>Says that a key has no language below it.</summary>
    public void RefuseWithoutLanguage(string key) => faults.Add($"{Section}:{key} needs a text for fr or en below it.");

    /// <summary>The placeholders with their formats: <c>{0}</c>, <c>{1:0.#}</c>.</summary>
    /// <returns>Null when there are braces besides.</returns>
    private static SortedSet<string>? PlacesIn(string text)
    {
        var rest = Placeholder().Replace(text, "");
        return rest.Contains('{') || rest.Contains('}') ? null : new SortedSet<string>(Placeholder().Matches(text).Select(match => match.Value), StringComparer.Ordinal);
    }

    private static string Said(SortedSet<string> places) => places.Count == 0 ? "none" : string.Join(", ", places);

    [GeneratedRegex(@"\{\d{1,2}(?::[^{}]{1,20})?\}")]
    private static partial Regex Placeholder();
}

/// <summary>Refuses to start with texts that cannot stand in a document, and says which and why.</summary>
public sealed class CheckDocumentTexts : IValidateOptions<Letterhead>
{
    public ValidateOptionsResult Validate(string? name, Letterhead options) =>
        options.Texts is { Faults.Count: > 0 } texts ? ValidateOptionsResult.Fail(texts.Faults) : ValidateOptionsResult.Success;
}
