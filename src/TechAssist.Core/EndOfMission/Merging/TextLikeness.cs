namespace TechAssist.Core.EndOfMission.Merging;

/// <summary>Whether one text reads like another, as it does that was written on or mended. Pure.</summary>
internal static class TextLikeness
{
    /// <summary>From which on two texts are taken for the same.</summary>
    public const double Least = 0.5;

    /// <summary>Of two texts that hold one another, as one does that was written on; shorter ones are words that stand anywhere.</summary>
    private const int LeastHeld = 10;

    /// <returns>From 0 to 1: the share of words they have in common.</returns>
    public static double Of(string one, string other)
    {
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        if (one == other || (shorter.Length >= LeastHeld && longer.Contains(shorter, StringComparison.Ordinal)))
        {
            return 1;
        }

        var (words, others) = (Words(one), Words(other));
        return (double)words.Intersect(others).Count() / Math.Max(1, words.Union(others).Count());
    }

    private static string[] Words(string text) => text.Split([' ', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
