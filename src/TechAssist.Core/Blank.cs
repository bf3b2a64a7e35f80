namespace TechAssist.Core;

public static class Blank
{
    /// <summary>Trimmed text; null where there is none.</summary>
    public static string? ToNull(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
