using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Strategy;

/// <summary>Which cases the committee looks at, and through which framework. What is left out does not filter.</summary>
public record StrategyFilter
{
    /// <summary>First day of submission, in the secretariat's zone; a year back when left out.</summary>
    public DateOnly? FromOn { get; init; }

    /// <summary>Last day of submission; today when left out.</summary>
    public DateOnly? ToOn { get; init; }

    /// <summary>Code of the framework in whose objectives the coverage is shown; the current one when left out.</summary>
    [StringLength(ReferenceInput.CodeMost)]
    public string? Framework { get; init; }

    /// <summary>Lead or further country (ISO 3166-1 alpha-2).</summary>
    [StringLength(2)]
    public string? Country { get; init; }

    /// <summary>Main theme (T1 to T4).</summary>
    [StringLength(10)]
    public string? Theme { get; init; }

    /// <summary>Country and theme, in the query.</summary>
    internal IQueryable<AssistanceRequest> Of(IQueryable<AssistanceRequest> requests)
    {
        if (Blank.ToNull(Country) is { } country)
        {
            requests = requests.Where(request => request.Countries.Any(row => row.Country == country));
        }

        return Blank.ToNull(Theme) is { } theme ? requests.Where(request => request.Theme == theme) : requests;
    }
}
