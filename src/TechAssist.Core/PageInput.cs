using System.ComponentModel.DataAnnotations;

namespace TechAssist.Core;

/// <summary>Which page of a list: how many rows, and after which one.</summary>
public sealed record PageInput
{
    /// <summary>1 to 100.</summary>
    [Range(1, 100)]
    public int PageSize { get; init; } = 25;

    /// <summary>The <see cref="Page{T}.After"/> of the page before; null for the first.</summary>
    [StringLength(400)]
    public string? After { get; init; }
}
