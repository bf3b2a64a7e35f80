using System.Security.Cryptography;
using System.Text;

namespace TechAssist.Core.EndOfMission.Translating;

/// <summary>Somebody said of two texts, one in each language, that they say the same. Kept as hashes: wherever the pair stands in the report,
/// it is known again, and when one of the two was changed since, the other one tells which.</summary>
public sealed record TranslationMark(string Fr, string En)
{
    /// <returns>Null where one of the two languages is missing.</returns>
    public static TranslationMark? Of(LangText text) =>
        string.IsNullOrWhiteSpace(text.Fr) || string.IsNullOrWhiteSpace(text.En) ? null : new TranslationMark(HashOf(text.Fr), HashOf(text.En));

    /// <summary>Twelve hex digits of a text, whatever its line ends: enough to tell apart what one report holds.</summary>
    public static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Trim().ReplaceLineEndings("\n"))))[..12];
}
