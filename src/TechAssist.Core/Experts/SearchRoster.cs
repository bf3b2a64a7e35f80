using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Experts;

/// <summary>What the roster is searched by. Everything given must hold.</summary>
public sealed record RosterFilter
{
    [StringLength(200)]
    public string? Text { get; init; }

    [StringLength(10)]
    public string? Theme { get; init; }

    /// <summary>At least this level in <see cref="Theme"/>.</summary>
    public ThemeLevel MinLevel { get; init; } = ThemeLevel.Aware;

    [StringLength(2)]
    public string? Language { get; init; }

    /// <summary>At least this level in <see cref="Language"/>, in all four skills.</summary>
    public Cefr MinCefr { get; init; } = Cefr.B2;

    /// <summary>Free from this day on, as far as the expert said.</summary>
    public DateOnly? AvailableFrom { get; init; }

    public DateOnly? AvailableTo { get; init; }

    /// <summary>Worked in this country.</summary>
    [StringLength(2)]
    public string? Country { get; init; }

    public ExpertPool? Pool { get; init; }

    [Range(1, 100)]
    public int PageSize { get; init; } = 25;

    /// <summary>The mark the page before gave.</summary>
    [StringLength(1200)]
    public string? After { get; init; }
}

/// <summary>An expert in the roster's list.</summary>
public sealed record RosterRow(
    Guid Id, string Name, ExpertStatus Status, string? Employer, IReadOnlyList<string> Nationalities, IReadOnlyList<ThemeSkill> Themes,
    IReadOnlyList<LanguageSkill> Languages, int YearsInMigration, int NoticeDays, ExpertPool Pool, Suitability Suitability, bool HasAccount);

/// <summary>Looks for experts on the roster. The secretariat's question; only experts whose consent holds are found.</summary>
public sealed class SearchRoster(TechAssistDb db, TimeProvider clock)
{
    public async Task<Page<RosterRow>> ExecuteAsync(RosterFilter filter, Actor actor, CancellationToken cancellationToken)
    {
        actor.RequireSecretariat();
        InputCheck.ThrowIfInvalid(filter);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var found = Filtered(db.Experts.AsNoTracking().VisibleTo(actor).Where(expert => expert.ConsentUntilOn > today), filter, today);
        if (PageMark.Read(filter.After) is { } mark)
        {
            found = found.Where(expert => expert.SortName.CompareTo(mark.Key) > 0
                || (expert.SortName == mark.Key && expert.Id.CompareTo(mark.Id) > 0));
        }

        var rows = await found
            .OrderBy(expert => expert.SortName).ThenBy(expert => expert.Id)
            .Take(filter.PageSize + 1)
            .Select(expert => new { expert.Id, expert.SortName, expert.Profile, expert.RapidUntilOn, expert.Suitability, HasAccount = expert.PersonId != null })
            .ToListAsync(cancellationToken);
        return Page.Of(rows, filter.PageSize, row => new PageMark(row.SortName, row.Id), row => new RosterRow(
            row.Id, row.Profile.Name, row.Profile.Status, row.Profile.Employer, row.Profile.Nationalities, row.Profile.Themes,
            row.Profile.Languages, row.Profile.YearsInMigration, row.Profile.NoticeDays,
            row.RapidUntilOn >= today ? ExpertPool.Rapid : ExpertPool.General, row.Suitability, row.HasAccount));
    }

    /// <summary>The experts for whom everything in the filter holds.</summary>
    internal static IQueryable<Expert> Filtered(IQueryable<Expert> experts, RosterFilter filter, DateOnly today)
    {
        if (!string.IsNullOrEmpty(filter.Theme))
        {
            experts = experts.Where(expert => expert.Themes.Any(row => row.Theme == filter.Theme && row.Level >= filter.MinLevel));
        }

        if (!string.IsNullOrEmpty(filter.Language))
        {
            experts = experts.Where(expert => expert.Languages.Any(row => row.Language == filter.Language && row.Level >= filter.MinCefr));
        }

        if (!string.IsNullOrEmpty(filter.Country))
        {
            experts = experts.Where(expert => expert.Countries.Any(row => row.Country == filter.Country));
        }

        if (filter.Pool is { } pool)
        {
            experts = pool == ExpertPool.Rapid
                ? experts.Where(expert => expert.RapidUntilOn >= today)
                : experts.Where(expert => expert.RapidUntilOn == null || expert.RapidUntilOn < today);
        }

        if ((filter.AvailableFrom ?? filter.AvailableTo) is { } from)
        {
            var to = filter.AvailableTo ?? from;
            experts = experts.Where(expert => !expert.Absences.Any(absence => absence.From <= to && absence.To >= from));
        }

        foreach (var word in FoldedText.Words(FoldedText.Of(filter.Text ?? "")))
        {
            experts = experts.Where(expert => expert.SearchText.Contains(word));
        }

        return experts;
    }
}
