using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace TechAssist.Core.Missions.Costs;

/// <summary>What a mission is estimated to cost and what it cost (domain data-model 3.6): the secretariat's only, in no document.</summary>
public sealed record MissionCosts
{
    /// <summary>ISO 4217, of all lines.</summary>
    [Required, RegularExpression("^[A-Z]{3}$")]
    public string Currency { get; init; } = "EUR";

    [MaxLength(30)]
    public IReadOnlyList<CostLine> Lines { get; init; } = [];

    /// <summary>Counts how often they were recorded.</summary>
    public int Revision { get; init; }

    [JsonIgnore]
    public decimal Estimate => Lines.Sum(line => line.Estimate ?? 0);

    /// <summary>Of the lines that say so; what is not billed yet counts nothing.</summary>
    [JsonIgnore]
    public decimal Actual => Lines.Sum(line => line.Actual ?? 0);

    /// <summary>Every line says what it cost.</summary>
    [JsonIgnore]
    public bool IsSettled => Lines.Count > 0 && Lines.All(line => line.Actual is not null);
}

public sealed record CostLine
{
    [Required, StringLength(200)]
    public string? Text { get; init; }

    [Range(typeof(decimal), "0", "100000000")]
    public decimal? Estimate { get; init; }

    /// <summary>Null as long as it is not known.</summary>
    [Range(typeof(decimal), "0", "100000000")]
    public decimal? Actual { get; init; }
}
