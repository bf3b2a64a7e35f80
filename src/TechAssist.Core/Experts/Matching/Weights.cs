using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core.Experts.Matching;

/// <summary>The parts of a score, in the order in which they are shown.</summary>
public enum ScorePart { Theme, Type, Country, Language, Appraisal, Readiness, Spread }

/// <summary>How much each part of a score counts; together 100 (domain data-model 3.5).</summary>
public sealed record Weights
{
    public const int Total = 100;

    public static readonly Weights Standard = new();

    [Range(0, Total)]
    public int Theme { get; init; } = 35;

    [Range(0, Total)]
    public int Type { get; init; } = 15;

    [Range(0, Total)]
    public int Country { get; init; } = 15;

    [Range(0, Total)]
    public int Language { get; init; } = 10;

    [Range(0, Total)]
    public int Appraisal { get; init; } = 10;

    [Range(0, Total)]
    public int Readiness { get; init; } = 10;

    [Range(0, Total)]
    public int Spread { get; init; } = 5;

    public int Of(ScorePart part) => part switch
    {
        ScorePart.Theme => Theme,
        ScorePart.Type => Type,
        ScorePart.Country => Country,
        ScorePart.Language => Language,
        ScorePart.Appraisal => Appraisal,
        ScorePart.Readiness => Readiness,
        ScorePart.Spread => Spread,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "No such part of a score."),
    };

    public int Sum() => Theme + Type + Country + Language + Appraisal + Readiness + Spread;
}
