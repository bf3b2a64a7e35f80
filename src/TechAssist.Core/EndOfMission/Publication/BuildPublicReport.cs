using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission.Photos;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.EndOfMission.Publication;

/// <summary>Reads the public version of a report, or its summary, into a document. Sees what the running act has not saved yet.</summary>
public sealed class BuildPublicReport(TechAssistDb db, ReferenceCatalog reference, IOptions<Letterhead> letterhead)
{
    /// <summary>The public version as it was published; before that as it is prepared, for those who prepare and approve it.</summary>
    /// <returns>Null when there is none for this reader.</returns>
    public async Task<(Paper Paper, int Mission)?> ForAsync(AssistanceRequest request, string language, int? mission, Actor actor, CancellationToken cancellationToken)
    {
        var version = await WithMission(db.PublicVersions.Where(row => row.RequestId == request.Id && (mission == null || row.Report.Mission.Number == mission)))
            .OrderByDescending(row => row.Report.Mission.Number)
            .FirstOrDefaultAsync(cancellationToken);
        if (version is null || (version.Status != PublicationStatus.Published && !actor.MayPreview(version.Report.Mission)))
        {
            return null;
        }

        return (await WriteAsync(version, language, cancellationToken), version.Report.Mission.Number);
    }

    /// <summary>As it is filed with the case once it is approved.</summary>
    public async Task<(Paper Paper, int Mission)?> ToFileAsync(Guid missionId, string language, CancellationToken cancellationToken) =>
        await WithMission(db.PublicVersions.Where(row => row.Report.MissionId == missionId)).SingleOrDefaultAsync(cancellationToken) is { } version
            ? (await WriteAsync(version, language, cancellationToken), version.Report.Mission.Number)
            : null;

    /// <summary>What everybody with an account may read.</summary>
    /// <exception cref="NotFoundException">It is not published.</exception>
    public async Task<(Paper Paper, int Mission)> PublishedAsync(Guid id, string language, bool isSummary, CancellationToken cancellationToken)
    {
        var version = await WithMission(db.PublicVersions.AsNoTracking().Where(row => row.Id == id && row.Status == PublicationStatus.Published))
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("The published report");
        return (isSummary ? Summarise(await OfAsync(version, language, cancellationToken), language) : await WriteAsync(version, language, cancellationToken), version.Report.Mission.Number);
    }

    /// <summary>The report of a case on a page, for whoever reads the report: of the public version for those who only read that.</summary>
    /// <returns>Null when there is none for this reader.</returns>
    public async Task<(Paper Paper, int Mission)?> SummaryAsync(AssistanceRequest request, string language, int? mission, Actor actor, CancellationToken cancellationToken)
    {
        var report = await db.ReportsVisibleTo(actor)
            .Where(row => row.RequestId == request.Id && (mission == null || row.Mission.Number == mission))
            .Include(row => row.Mission.Request.Countries)
            .Include(row => row.Mission.Members).ThenInclude(member => member.Expert)
            .AsSplitQuery()
            .OrderByDescending(row => row.Mission.Number)
            .FirstOrDefaultAsync(cancellationToken);
        if (report is null)
        {
            return null;
        }

        var text = ReportInLanguage.Of(report.Content, report.Language, language, await db.TranslationsOfAsync(report, language, cancellationToken));
        var paper = new PublicPaper(request, report.Mission, text.Content, text.Wording, report.FinalAt ?? report.AcceptedAt ?? report.SubmittedAt ?? report.SavedAt)
        {
            NamesTeam = Experts.ExpertNames.MayRead(actor),
            IsDraft = report.Status != ReportStatus.Final,
        };
        return (Summarise(paper, language), report.Mission.Number);
    }

    private static IQueryable<PublicVersion> WithMission(IQueryable<PublicVersion> versions) => versions
        .Include(row => row.Report.Mission.Request.Countries)
        .Include(row => row.Report.Mission.Members).ThenInclude(member => member.Expert)
        .AsSplitQuery();

    private async Task<PublicPaper> OfAsync(PublicVersion version, string language, CancellationToken cancellationToken)
    {
        var isPublished = version.Status == PublicationStatus.Published;
        var content = isPublished ? version.Content : PublicText.Of(version.Report.Content, version.Restrictions);
        var translations = version.HasItsTranslations ? version.Translations : await db.TranslationsOfAsync(version.Report, language, cancellationToken);
        var text = ReportInLanguage.Of(content, version.Report.Language, language, translations);
        return new PublicPaper(
            version.Report.Mission.Request, version.Report.Mission, text.Content, text.Wording, version.PublishedAt ?? version.Report.FinalAt ?? version.Report.SavedAt)
        {
            NamesTeam = version.NamesTeam,
            IsDraft = !isPublished,
        };
    }

    private async Task<Paper> WriteAsync(PublicVersion version, string language, CancellationToken cancellationToken)
    {
        var (paper, words) = (await OfAsync(version, language, cancellationToken), letterhead.Value.Words(language));
        // A consent that was taken back counts for what was published before, too.
        List<ReportPhoto> photos = [.. paper.Content.Photos.ThatMayLeave(version.Report.Content, showsPeople: false)];
        var figures = new ReportFigures(photos, await db.ReadPhotosAsync([.. photos.Select(photo => photo.Id)], cancellationToken), words);
        var heading = new CaseHeading(paper.Request, reference.Current, words);
        return new PublicReportText(paper, Cover(paper, heading, words), new ReportTables(paper.Content, heading, words), figures, words).Write();
    }

    private Paper Summarise(PublicPaper paper, string language)
    {
        var words = letterhead.Value.Words(language);
        return new SummaryText(paper, Cover(paper, new CaseHeading(paper.Request, reference.Current, words), words), words).Write();
    }

    private PublicCover Cover(PublicPaper paper, CaseHeading heading, DocumentWords words) =>
        new(paper, heading, words, letterhead.Value, reference.Current.Calendars.Secretariat);
}
