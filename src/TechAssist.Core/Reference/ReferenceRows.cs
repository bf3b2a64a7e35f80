using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Reference;

/// <summary>All rows of reference data, as read at one time; what a snapshot is built from.</summary>
public sealed record ReferenceRows
{
    public IReadOnlyList<Country> Countries { get; init; } = [];

    public IReadOnlyList<Membership> Memberships { get; init; } = [];

    public IReadOnlyList<Framework> Frameworks { get; init; } = [];

    public IReadOnlyList<FrameworkPart> Parts { get; init; } = [];

    public IReadOnlyList<Objective> Objectives { get; init; } = [];

    public IReadOnlyList<ObjectiveLink> Links { get; init; } = [];

    public IReadOnlyList<Theme> Themes { get; init; } = [];

    public IReadOnlyList<AssistanceType> AssistanceTypes { get; init; } = [];

    public IReadOnlyList<CodeListItem> CodeListItems { get; init; } = [];

    public IReadOnlyList<PublicHoliday> Holidays { get; init; } = [];

    public IReadOnlyList<OfficeWeek> OfficeWeeks { get; init; } = [];

    /// <summary>The rows as the data files give them, before any edit.</summary>
    public static ReferenceRows FromFiles() => new()
    {
        Countries = [.. ReferenceFiles.Countries().Countries.Select(Country.From)],
        Memberships = [.. ReferenceFiles.Countries().Memberships.Select(Membership.From)],
        Frameworks = [.. ReferenceFiles.Frameworks().Frameworks.Select(Framework.From)],
        Parts = [.. ReferenceFiles.Frameworks().Parts.Select(FrameworkPart.From)],
        Objectives = [.. ReferenceFiles.Objectives().Objectives.Select(Objective.From)],
        Links = [.. ReferenceFiles.Objectives().Links.Select(ObjectiveLink.From)],
        Themes = [.. ReferenceFiles.Themes().Themes.Select(Theme.From)],
        AssistanceTypes = [.. ReferenceFiles.AssistanceTypes().Types.Select(AssistanceType.From)],
        CodeListItems = [.. ReferenceFiles.CodeLists().Items.Select(CodeListItem.From)],
        Holidays = [.. ReferenceFiles.Holidays().Holidays.Select(PublicHoliday.From)],
    };

    internal static async Task<ReferenceRows> ReadAsync(TechAssistDb db, CancellationToken cancellationToken) => new()
    {
        Countries = await db.Countries.AsNoTracking().ToListAsync(cancellationToken),
        Memberships = await db.Memberships.AsNoTracking().ToListAsync(cancellationToken),
        Frameworks = await db.Frameworks.AsNoTracking().ToListAsync(cancellationToken),
        Parts = await db.FrameworkParts.AsNoTracking().ToListAsync(cancellationToken),
        Objectives = await db.Objectives.AsNoTracking().ToListAsync(cancellationToken),
        Links = await db.ObjectiveLinks.AsNoTracking().ToListAsync(cancellationToken),
        Themes = await db.Themes.AsNoTracking().ToListAsync(cancellationToken),
        AssistanceTypes = await db.AssistanceTypes.AsNoTracking().ToListAsync(cancellationToken),
        CodeListItems = await db.CodeListItems.AsNoTracking().ToListAsync(cancellationToken),
        Holidays = await db.PublicHolidays.AsNoTracking().OrderBy(holiday => holiday.Code).ToListAsync(cancellationToken),
        OfficeWeeks = await db.OfficeWeeks.AsNoTracking().ToListAsync(cancellationToken),
    };
}
