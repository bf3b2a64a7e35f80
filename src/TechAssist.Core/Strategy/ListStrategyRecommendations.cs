using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;

namespace TechAssist.Core.Strategy;

public enum RecommendationShown { All, Implemented, Open, Amber, Red }

/// <summary>The recommendations behind one of the committee's figures.</summary>
public sealed record StrategyRecommendationsInput : StrategyFilter
{
    /// <summary>An objective of the framework; those that map to it count too.</summary>
    [StringLength(ReferenceInput.CodeMost)]
    public string? Objective { get; init; }

    public RecommendationShown Shown { get; init; }

    [Range(1, 100)]
    public int PageSize { get; init; } = 25;

    [StringLength(400)]
    public string? After { get; init; }
}

public sealed record StrategyRecommendationRow(
    Guid Id, string Reference, string? Country, int Number, LangText Text, string Addressee, RecommendationStatus Status, DateOnly DueOn, DateTime CreatedAt, AgeWarning Age);

/// <summary>The recommendations behind a figure, counted by the same rules, the oldest first.</summary>
public sealed class ListStrategyRecommendations(TechAssistDb db, StrategyScope scope)
{
    public async Task<Page<StrategyRecommendationRow>> ExecuteAsync(StrategyRecommendationsInput input, Actor actor, CancellationToken cancellationToken)
    {
        var window = await scope.OfAsync(input, actor, cancellationToken);
        var (amber, red) = (ListRecommendations.FirstFresh(window.Today, 6), ListRecommendations.FirstFresh(window.Today, 12));
        var found = db.Recommendations.AsNoTracking().Where(row => window.Cases.Any(request => request.Id == row.RequestId));
        found = input.Shown switch
        {
            RecommendationShown.Implemented => found.Where(row => row.Status == RecommendationStatus.Implemented),
            RecommendationShown.Open => found.Where(row => row.SettledAt == null),
            RecommendationShown.Amber => found.Where(row => row.SettledAt == null && row.CreatedAt < amber && row.CreatedAt >= red),
            RecommendationShown.Red => found.Where(row => row.SettledAt == null && row.CreatedAt < red),
            _ => found,
        };
        if (Blank.ToNull(input.Objective) is { } objective)
        {
            var sources = window.Map.Sources(objective);
            found = found.Where(row => sources.Contains(row.Objective!));
        }

        if (PageMark.Read(input.After) is var (_, id))
        {
            found = found.Where(row => row.Id.CompareTo(id) > 0);
        }

        var rows = await found.OrderBy(row => row.Id).Take(input.PageSize + 1)
            .Select(row => new { row.Id, row.Request.Reference, row.Request.Country, row.Number, row.Text, row.Addressee, row.Status, row.DueOn, row.CreatedAt, row.SettledAt })
            .ToListAsync(cancellationToken);
        return Page.Of(
            rows,
            input.PageSize,
            row => new PageMark("", row.Id),
            row => new StrategyRecommendationRow(
                row.Id, row.Reference!, row.Country, row.Number, row.Text, row.Addressee, row.Status, row.DueOn, row.CreatedAt,
                row.SettledAt is not null || row.CreatedAt >= amber ? AgeWarning.None : row.CreatedAt >= red ? AgeWarning.Amber : AgeWarning.Red));
    }
}
