using System.Globalization;

namespace TechAssist.Core;

/// <summary>The two languages of the product, equal in every way.</summary>
public static class Languages
{
    public static readonly string[] All = ["fr", "en"];

    public static bool IsOne(string? language) => language is "fr" or "en";

    /// <summary>How dates and numbers are written in the language.</summary>
    public static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language == "fr" ? "fr-FR" : "en-GB");

    /// <summary>"fr" or "en" for what the current request or job speaks.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? "fr" : "en";
}
