using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace TechAssist.Core;

/// <summary>All texts of one assembly in French and English: every pair <c>Resources/X.resx</c> and <c>X.fr.resx</c> is read,
/// so that each area keeps its own file. A key exists once, in both languages.</summary>
public sealed class TextSet
{
    private readonly FrozenDictionary<string, string> english;
    private readonly FrozenDictionary<string, string> french;

    public TextSet(Assembly assembly)
    {
        english = Read(assembly, CultureInfo.InvariantCulture);
        french = Read(assembly, CultureInfo.GetCultureInfo("fr"));
    }

    public IEnumerable<string> Keys(string language) => In(language).Keys;

    public bool Has(string key) => english.ContainsKey(key);

    /// <summary>The text with its arguments set in; numbers and dates follow the language. A key without a text shows itself
    /// in brackets, so that it is seen and not silently empty.</summary>
    public string Text(string key, string language, params ReadOnlySpan<object?> arguments)
    {
        if (!In(language).TryGetValue(key, out var text))
        {
            return $"[{key}]";
        }

        return arguments.IsEmpty ? text : string.Format(Languages.Culture(language), text, arguments);
    }

    private FrozenDictionary<string, string> In(string language) => language == "fr" ? french : english;

    private static FrozenDictionary<string, string> Read(Assembly assembly, CultureInfo culture)
    {
        const string Ending = ".resources";
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(Ending, StringComparison.Ordinal)))
        {
            var set = new ResourceManager(name[..^Ending.Length], assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false);
            foreach (DictionaryEntry entry in set ?? Enumerable.Empty<DictionaryEntry>() as IEnumerable)
            {
                if (entry is { Key: string key, Value: string text })
                {
                    // A test refuses a key written twice; a running portal takes one of them.
                    texts.TryAdd(key, text);
                }
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
