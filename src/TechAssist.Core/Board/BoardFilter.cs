using System.ComponentModel.DataAnnotations;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Board;

/// <summary>Which cases the board is about. What is left out does not filter.</summary>
public record BoardFilter
{
    public Guid? Officer { get; init; }

    /// <summary>Lead or further country (ISO 3166-1 alpha-2).</summary>
    [StringLength(2)]
    public string? Country { get; init; }

    public Track? Track { get; init; }

    internal IQueryable<AssistanceRequest> Of(IQueryable<AssistanceRequest> requests)
    {
        if (Officer is { } officer)
        {
            requests = requests.Where(request => request.CaseOfficerId == officer);
        }

        if (Blank.ToNull(Country) is { } country)
        {
            requests = requests.Where(request => request.Countries.Any(row => row.Country == country));
        }

        return Track is { } track ? requests.Where(request => request.Track == track) : requests;
    }
}
