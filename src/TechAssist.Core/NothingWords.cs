namespace TechAssist.Core;

/// <summary>Answers that say nothing. Where a text is asked for, "none" needs a sentence.</summary>
public static class NothingWords
{
    private static readonly string[] All =
        ["none", "nothing", "n/a", "na", "nil", "-", "--", "no", "néant", "neant", "aucun", "aucune", "rien", "ras", "sans objet", "s.o", "not applicable", "non applicable"];

    public static bool Are(string text) => All.Contains(text.Trim().TrimEnd('.', '!').ToLowerInvariant());
}
