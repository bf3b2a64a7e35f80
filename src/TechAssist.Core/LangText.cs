using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core;

/// <summary>A text that people wrote in French, in English, or in both. At least one counts as filled.</summary>
public sealed record LangText
{
    public const int Most = 20_000;

    public LangText()
    {
    }

    public LangText(string? fr, string? en)
    {
        Fr = fr;
        En = en;
    }

    [StringLength(Most)]
    public string? Fr { get; init; }

    [StringLength(Most)]
    public string? En { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsEmpty => string.IsNullOrWhiteSpace(Fr) && string.IsNullOrWhiteSpace(En);

    /// <summary>The text in that language, or in the other one where it was not written in that one.</summary>
    public string In(string language)
    {
        var (first, second) = language == "fr" ? (Fr, En) : (En, Fr);
        return (string.IsNullOrWhiteSpace(first) ? second : first)?.Trim() ?? "";
    }

    /// <summary>The longer of the two, in characters, for limits that hold for each language.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int Length => Math.Max(Fr?.Trim().Length ?? 0, En?.Trim().Length ?? 0);
}
