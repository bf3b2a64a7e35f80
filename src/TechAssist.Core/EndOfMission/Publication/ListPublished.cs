using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.EndOfMission.Publication;

/// <summary>Which published reports. Everything given must hold.</summary>
public sealed record PublishedFilter
{
    [StringLength(2)]
    public string? Country { get; init; }

    [StringLength(20)]
    public string? Theme { get; init; }

    /// <summary>The year of the publication.</summary>
    [Range(2000, 2200)]
    public int? Year { get; init; }

    [Range(1, 100)]
    public int PageSize { get; init; } = 25;

    [StringLength(400)]
    public string? After { get; init; }
}

/// <summary>A published report in a list, or to read.</summary>
/// <param name="Team">Names of the experts, where they agreed to be named.</param>
public sealed record PublishedReport(
    Guid Id, string? Reference, LangText Title, IReadOnlyList<string> Countries, string? Theme, string Institution, DateOnly? StartOn, DateOnly? EndOn,
    DateTime PublishedAt, ReportContent Content, IReadOnlyList<string> Team);

/// <summary>The published reports, the latest first, for everybody who is signed in (domain process 4.5). Nothing of their cases is read
/// but what stands on the cover.</summary>
public sealed class ListPublished(TechAssistDb db, BuildPublicReport build)
{
    public async Task<Page<PublishedReport>> ExecuteAsync(PublishedFilter filter, CancellationToken cancellationToken)
    {
        InputCheck.ThrowIfInvalid(filter);
        var found = Matching(Published(), filter);
        if (PageMark.Read(filter.After) is { } mark)
        {
            if (!DateTime.TryParse(mark.Key, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at))
            {
                throw new InvalidInputException("after", "not-valid");
            }

            found = found.Where(row => row.PublishedAt < at || (row.PublishedAt == at && row.Id.CompareTo(mark.Id) < 0));
        }

        var rows = await WithCover(found).OrderByDescending(row => row.PublishedAt).ThenByDescending(row => row.Id).Take(filter.PageSize + 1).ToListAsync(cancellationToken);
        return Page.Of(rows, filter.PageSize, row => new PageMark(row.PublishedAt!.Value.ToString("O", CultureInfo.InvariantCulture), row.Id), Show);
    }

    /// <summary>With what is translated of it, where it was written in the other language.</summary>
    /// <exception cref="NotFoundException">It is not published.</exception>
    public async Task<PublishedReport> OneAsync(Guid id, string language, CancellationToken cancellationToken) =>
        await WithCover(Published().Where(row => row.Id == id)).SingleOrDefaultAsync(cancellationToken) is { } version
            ? Show(version) with { Content = ReportInLanguage.Of(version.Content, version.Report.Language, language, version.Translations).Content }
            : throw new NotFoundException("The published report");

    /// <summary>The years in which something was published, the latest first.</summary>
    public Task<List<int>> YearsAsync(CancellationToken cancellationToken) =>
        Published().Select(row => row.PublishedAt!.Value.Year).Distinct().OrderDescending().ToListAsync(cancellationToken);

    /// <summary>The report, or its summary, as a file.</summary>
    /// <exception cref="NotFoundException">It is not published.</exception>
    /// <exception cref="InvalidInputException">No such form or language.</exception>
    public async Task<DocumentFile> OpenAsync(Guid id, string document, string format, string language, CancellationToken cancellationToken)
    {
        if (document is not ("report" or "summary") || !DocumentFile.Formats.Contains(format) || !Languages.IsOne(language))
        {
            throw new NotFoundException("The document");
        }

        var (paper, mission) = await build.PublishedAsync(id, language, document == "summary", cancellationToken);
        var name = document == "summary" ? DocumentNames.Summary(language, mission) : DocumentNames.PublicReport(language, mission);
        return DocumentFile.Of(paper, name, format);
    }

    private IQueryable<PublicVersion> Published() => db.PublicVersions.AsNoTracking().Where(row => row.Status == PublicationStatus.Published);

    private static IQueryable<PublicVersion> Matching(IQueryable<PublicVersion> rows, PublishedFilter filter)
    {
        if (!string.IsNullOrEmpty(filter.Country))
        {
            rows = rows.Where(row => row.Request.Countries.Any(country => country.Country == filter.Country));
        }

        if (!string.IsNullOrEmpty(filter.Theme))
        {
            rows = rows.Where(row => row.Request.Theme == filter.Theme);
        }

        return filter.Year is { } year ? rows.Where(row => row.PublishedAt!.Value.Year == year) : rows;
    }

    private static IQueryable<PublicVersion> WithCover(IQueryable<PublicVersion> rows) => rows
        .Include(row => row.Request.Countries)
        .Include(row => row.Report.Mission.Members).ThenInclude(member => member.Expert)
        .AsSplitQuery();

    private static PublishedReport Show(PublicVersion row)
    {
        var mission = row.Report.Mission;
        return new PublishedReport(
            row.Id, row.Request.Reference, mission.Plan.Title.IsEmpty ? row.Request.Content.Title : mission.Plan.Title,
            [.. row.Request.Countries.Select(country => country.Country).OrderBy(code => code != row.Request.Country)], row.Request.Theme,
            row.Request.Content.Institution.Name ?? "", mission.ActualStartOn ?? mission.StartOn, mission.LastOn, row.PublishedAt!.Value, row.Content,
            row.NamesTeam ? [.. mission.Members.OrderByDescending(member => member.IsLead).ThenBy(member => member.Expert.SortName).Select(member => member.Expert.Name)] : []);
    }
}
