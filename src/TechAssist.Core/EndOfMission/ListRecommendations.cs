using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Search;

namespace TechAssist.Core.EndOfMission;

/// <summary>Which recommendations. Everything given must hold.</summary>
public sealed record RecommendationFilter
{
    public Guid? RequestId { get; init; }

    [StringLength(2)]
    public string? Country { get; init; }

    public RecommendationStatus? Status { get; init; }

    public RecommendationPriority? Priority { get; init; }

    /// <summary>Only those on which something is still to be done.</summary>
    public bool OpenOnly { get; init; }

    /// <summary>Only open ones whose due day has passed.</summary>
    public bool OverdueOnly { get; init; }

    /// <summary>Only open ones that are old by this much: amber from six months, red from twelve.</summary>
    public AgeWarning? Age { get; init; }

    /// <summary>Strategic objective, as <c>framework:code</c>.</summary>
    [StringLength(20)]
    public string? Objective { get; init; }

    /// <summary>Words of whoever is to act.</summary>
    [StringLength(200)]
    public string? Owner { get; init; }

    /// <summary>Words of the recommendation.</summary>
    [StringLength(200)]
    public string? Text { get; init; }

    /// <summary>Only those said to be implemented that nobody has confirmed.</summary>
    public bool UnverifiedOnly { get; init; }

    [Range(1, 100)]
    public int PageSize { get; init; } = 25;

    [StringLength(400)]
    public string? After { get; init; }
}

public sealed record RecommendationRow(
    Guid Id, Guid RequestId, string? Reference, string? Country, int Number, LangText Text, RecommendationType Type, string Addressee,
    RecommendationPriority Priority, RecommendationTerm Term, DateOnly DueOn, RecommendationStatus Status, BeneficiaryResponse? Response,
    bool IsOverdue, AgeWarning Age, int Revision)
{
    public string? Objective { get; init; }

    public string? Means { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime? VerifiedAt { get; init; }
}

/// <summary>Recommendations of the cases a reader sees, the earliest due first.</summary>
public sealed class ListRecommendations(TechAssistDb db, ITextSearch search, TimeProvider clock)
{
    /// <summary>How many a table takes.</summary>
    private const int MostInTable = 5_000;

    public async Task<Page<RecommendationRow>> ExecuteAsync(RecommendationFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(filter);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var found = Matching(db.RecommendationsVisibleTo(actor).AsNoTracking(), filter, today);
        if (PageMark.Read(filter.After) is { } mark)
        {
            if (!DateOnly.TryParseExact(mark.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dueOn))
            {
                throw new InvalidInputException("after", "not-valid");
            }

            found = found.Where(row => row.DueOn > dueOn || (row.DueOn == dueOn && row.Id.CompareTo(mark.Id) > 0));
        }

        var rows = await found
            .OrderBy(row => row.DueOn).ThenBy(row => row.Id)
            .Take(filter.PageSize + 1)
            .Select(row => new { Row = row, row.Request.Reference, row.Request.Country })
            .ToListAsync(cancellationToken);
        return Page.Of(
            rows,
            filter.PageSize,
            row => new PageMark(row.Row.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.Row.Id),
            row => Show(row.Row, row.Reference, row.Country, today));
    }

    /// <summary>All of them, for a table.</summary>
    public async Task<IReadOnlyList<RecommendationRow>> AllAsync(RecommendationFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(filter);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var rows = await Matching(db.RecommendationsVisibleTo(actor).AsNoTracking(), filter, today)
            .OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(MostInTable)
            .Select(row => new { Row = row, row.Request.Reference, row.Request.Country })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => Show(row.Row, row.Reference, row.Country, today))];
    }

    private IQueryable<Recommendation> Matching(IQueryable<Recommendation> rows, RecommendationFilter filter, DateOnly today)
    {
        if (filter.RequestId is { } requestId)
        {
            rows = rows.Where(row => row.RequestId == requestId);
        }

        if (!string.IsNullOrEmpty(filter.Country))
        {
            rows = rows.Where(row => row.Request.Countries.Any(country => country.Country == filter.Country));
        }

        if (filter.Status is { } status)
        {
            rows = rows.Where(row => row.Status == status);
        }

        if (filter.Priority is { } priority)
        {
            rows = rows.Where(row => row.Priority == priority);
        }

        if (!string.IsNullOrEmpty(filter.Objective))
        {
            rows = rows.Where(row => row.Objective == filter.Objective);
        }

        return OfState(Worded(rows, filter), filter, today);
    }

    private static IQueryable<Recommendation> OfState(IQueryable<Recommendation> rows, RecommendationFilter filter, DateOnly today)
    {
        if (filter.UnverifiedOnly)
        {
            rows = rows.Where(row => (row.Status == RecommendationStatus.Implemented || row.Status == RecommendationStatus.PartlyImplemented) && row.VerifiedAt == null);
        }

        if (filter.OverdueOnly)
        {
            rows = rows.Where(row => row.DueOn < today);
        }

        if (filter.Age is AgeWarning.Amber or AgeWarning.Red)
        {
            var (amber, red) = (FirstFresh(today, 6), FirstFresh(today, 12));
            rows = filter.Age == AgeWarning.Red
                ? rows.Where(row => row.SettledAt == null && row.CreatedAt < red)
                : rows.Where(row => row.SettledAt == null && row.CreatedAt < amber && row.CreatedAt >= red);
        }

        return filter.OpenOnly || filter.OverdueOnly ? rows.Where(row => row.SettledAt == null) : rows;
    }

    private IQueryable<Recommendation> Worded(IQueryable<Recommendation> rows, RecommendationFilter filter)
    {
        foreach (var word in SearchWords.Of(filter.Owner).Folded)
        {
            rows = rows.Where(row => row.AddresseeWords.Contains(word));
        }

        var words = SearchWords.Of(filter.Text);
        if (words.IsEmpty)
        {
            return rows;
        }

        var hits = search.Find(db, words, all: true);
        return rows.Where(row => db.SearchEntries.Any(entry => entry.RecommendationId == row.Id && hits.Any(hit => hit.Id == entry.Id)));
    }

    /// <summary>The first instant of the first day that is not yet more than so many months ago, as
    /// <see cref="Recommendation.AgeOn"/> counts: the ends of months are of unequal length.</summary>
    internal static DateTime FirstFresh(DateOnly today, int months)
    {
        var day = today.AddMonths(-months);
        while (day.AddDays(-1).AddMonths(months) >= today)
        {
            day = day.AddDays(-1);
        }

        while (day.AddMonths(months) < today)
        {
            day = day.AddDays(1);
        }

        return day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
    }

    private static RecommendationRow Show(Recommendation row, string? reference, string? country, DateOnly today) => new(
        row.Id, row.RequestId, reference, country, row.Number, row.Text, row.Type, row.Addressee, row.Priority, row.Term, row.DueOn, row.Status,
        row.Response, row.IsOpen && row.DueOn < today, row.AgeOn(today), row.Revision)
    {
        Objective = row.Objective,
        Means = row.Means,
        CreatedAt = row.CreatedAt,
        VerifiedAt = row.VerifiedAt,
    };
}
