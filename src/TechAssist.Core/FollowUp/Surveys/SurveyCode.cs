using System.Security.Cryptography;

namespace TechAssist.Core.FollowUp.Surveys;

/// <summary>The code of a survey: read off a screen, typed on a telephone, so that no two letters look alike.</summary>
public static class SurveyCode
{
    public const int Length = 8;

    /// <summary>Without 0, O, 1, I and L: 31 to the eighth, about 850 thousand million codes.</summary>
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    internal static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>As somebody types it: small letters, spaces and dashes do not matter.</summary>
    public static string Read(string? typed) => string.Concat((typed ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>In two groups, for the eye.</summary>
    public static string Spaced(string code) => $"{code[..(Length / 2)]} {code[(Length / 2)..]}";

    /// <summary>The path of the public page.</summary>
    public static string Path(string code) => "/e/" + code;
}
