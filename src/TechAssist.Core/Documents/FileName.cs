using System.Globalization;
using System.Text;

namespace TechAssist.Core.Documents;

/// <summary>The name of a file as it is kept: no folder, nothing invisible, accents as they are.</summary>
public static class FileName
{
    public const int Most = 150;

    /// <returns>Null when nothing is left of it.</returns>
    public static string? Clean(string? name)
    {
        var visible = Visible(name);
        var ending = Path.GetExtension(visible);
        var stem = Path.GetFileNameWithoutExtension(visible).Trim(' ', '.');
        return stem.Length == 0 || ending.Length is 0 or > 10 ? null : Shorten(stem, Most - ending.Length) + ending;
    }

    /// <summary>What the sender called a file that is not kept, with or without an ending.</summary>
    public static string Said(string? name) => Shorten(Visible(name), Most);

    private static string Visible(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || !IsWellFormed(name))
        {
            return "";
        }

        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return string.Concat(last.Normalize(NormalizationForm.FormC).EnumerateRunes().Where(IsVisible).Select(rune => rune.ToString())).Trim();
    }

    private static bool IsWellFormed(string name)
    {
        for (var index = 0; index < name.Length; index++)
        {
            if (!char.IsSurrogate(name[index]))
            {
                continue;
            }

            if (!char.IsHighSurrogate(name[index]) || index + 1 == name.Length || !char.IsLowSurrogate(name[index + 1]))
            {
                return false;
            }

            index++;
        }

        return true;
    }

    /// <summary>Control and formatting characters (such as those that turn the direction of writing) can disguise an ending.</summary>
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && !"<>:\"|?*".Contains(rune.ToString(), StringComparison.Ordinal);

    private static string Shorten(string stem, int most)
    {
        if (stem.Length <= most)
        {
            return stem;
        }

        return (char.IsHighSurrogate(stem[most - 1]) ? stem[..(most - 1)] : stem[..most]).Trim();
    }
}
