using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.FollowUp.Initiatives;

/// <summary>Which initiatives. Everything given must hold.</summary>
public sealed record InitiativeFilter
{
    public Guid? RequestId { get; init; }

    [StringLength(2)]
    public string? Country { get; init; }

    public InitiativeStatus? Status { get; init; }

    [StringLength(20)]
    public string? Objective { get; init; }

    [Range(1, 100)]
    public int PageSize { get; init; } = 25;

    [StringLength(400)]
    public string? After { get; init; }
}

public sealed record InitiativeRow(
    Guid Id, string Reference, string? Country, int Number, string Language, string Title, string? Description, string? Lead, string? Partners, string? CostRange,
    string? NextStep, string? Objective, InitiativeStatus Status, DateTime CreatedAt, DateTime ChangedAt, Guid? FollowOnId);

/// <summary>Initiatives of the cases a reader sees, the latest changed first.</summary>
public sealed class ListInitiatives(TechAssistDb db)
{
    /// <summary>How many a table takes.</summary>
    private const int MostInTable = 5_000;

    public async Task<Page<InitiativeRow>> ExecuteAsync(InitiativeFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(filter);
        var found = Matching(filter, actor);
        if (PageMark.Read(filter.After) is { } mark)
        {
            if (!DateTime.TryParseExact(mark.Key, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at))
            {
                throw new InvalidInputException("after", "not-valid");
            }

            found = found.Where(row => row.ChangedAt < at || (row.ChangedAt == at && row.Id.CompareTo(mark.Id) < 0));
        }

        var rows = await Shown(found).Take(filter.PageSize + 1).ToListAsync(cancellationToken);
        return Page.Of(rows, filter.PageSize, row => new PageMark(row.ChangedAt.ToString("O", CultureInfo.InvariantCulture), row.Id), row => row);
    }

    /// <summary>All of them, for a table.</summary>
    public async Task<IReadOnlyList<InitiativeRow>> AllAsync(InitiativeFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(filter);
        return await Shown(Matching(filter, actor)).Take(MostInTable).ToListAsync(cancellationToken);
    }

    private IQueryable<ConcreteInitiative> Matching(InitiativeFilter filter, Actor actor)
    {
        var rows = db.InitiativesVisibleTo(actor).AsNoTracking();
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

        return string.IsNullOrEmpty(filter.Objective) ? rows : rows.Where(row => row.Objective == filter.Objective);
    }

    private static IQueryable<InitiativeRow> Shown(IQueryable<ConcreteInitiative> rows) => rows
        .OrderByDescending(row => row.ChangedAt).ThenByDescending(row => row.Id)
        .Select(row => new InitiativeRow(
            row.Id, row.Request.Reference!, row.Request.Country, row.Number, row.Language, row.Title, row.Description, row.Lead, row.Partners, row.CostRange,
            row.NextStep, row.Objective, row.Status, row.CreatedAt, row.ChangedAt, row.FollowOnId));
}
