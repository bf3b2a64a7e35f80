using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Photos;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.Experts;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.Missions;
using TechAssist.Core.People;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Core.Terms;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents;

/// <summary>Reads an end-of-mission report into a document. Sees what the running act has not saved yet.</summary>
public sealed class BuildReport(TechAssistDb db, ReferenceCatalog reference, IOptions<Letterhead> letterhead)
{
    /// <summary>As this reader may see it.</summary>
    /// <param name="mission">The number of the mission in the case; null for the latest with a report this reader may see.</param>
    /// <returns>Null when there is none for this reader.</returns>
    public async Task<(Paper Paper, int Mission)?> ForAsync(AssistanceRequest request, string language, int? mission, Actor actor, CancellationToken cancellationToken)
    {
        var reports = db.ReportsVisibleTo(actor).Where(report => report.RequestId == request.Id && (mission == null || report.Mission.Number == mission));
        if (await FindAsync(reports, cancellationToken) is not { } report)
        {
            return null;
        }

        var mayReadAll = actor.IsSystem || actor.IsSecretariat || actor.Has(Role.Auditor) || actor.IsOnTeam(report.Mission);
        var paper = new ReportPaper(request, report, report.FinalAt ?? report.AcceptedAt ?? report.SubmittedAt ?? report.SavedAt)
        {
            ShowsPeople = ExpertNames.MayRead(actor),
            ShowsInternal = mayReadAll && !actor.IsSystem,
            // Whoever only looks at the portfolio is told of participants' answers in the committee's figures alone.
            Said = actor.MayReadSurvey(report.Mission) ? await GetSurvey.ResultsAsync(db, report.MissionId, cancellationToken) : null,
        };
        return (await WriteAsync(paper, language, cancellationToken), report.Mission.Number);
    }

    /// <summary>As it is filed with the case, for those who have a part in it: with the persons met, without the internal annex.</summary>
    public async Task<(Paper Paper, int Mission)?> ToFileAsync(AssistanceRequest request, Guid missionId, string language, DateTime now, CancellationToken cancellationToken)
    {
        if (await FindAsync(db.Reports.Where(report => report.MissionId == missionId), cancellationToken) is not { } report)
        {
            return null;
        }

        var paper = new ReportPaper(request, report, report.FinalAt ?? now)
        {
            ShowsPeople = true,
            Said = await GetSurvey.ResultsAsync(db, missionId, cancellationToken),
        };
        return (await WriteAsync(paper, language, cancellationToken), report.Mission.Number);
    }

    private static Task<EndOfMissionReport?> FindAsync(IQueryable<EndOfMissionReport> reports, CancellationToken cancellationToken) => reports
        .Include(report => report.Comments)
        .Include(report => report.Mission.Request.Countries)
        .Include(report => report.Mission.Members).ThenInclude(member => member.Expert)
        .AsSplitQuery()
        .OrderByDescending(report => report.Mission.Number)
        .FirstOrDefaultAsync(cancellationToken);

    private async Task<Paper> WriteAsync(ReportPaper paper, string language, CancellationToken cancellationToken)
    {
        var termsVersion = await db.Terms
            .Where(terms => terms.RequestId == paper.Request.Id && terms.Status == TermsStatus.Approved)
            .MaxAsync(terms => (int?)terms.Version, cancellationToken);
        var translations = await db.TranslationsOfAsync(paper.Report, language, cancellationToken);
        var text = ReportInLanguage.Of(paper.Report.Content, paper.Report.Language, language, translations);
        var content = paper.Report.Content;
        var photos = paper.ShowsInternal ? content.Photos : content.Photos.ThatMayLeave(content, paper.ShowsPeople);
        var pictures = await db.ReadPhotosAsync([.. photos.Select(photo => photo.Id)], cancellationToken);
        var words = letterhead.Value.Words(language);
        var data = reference.Current;
        var heading = new CaseHeading(paper.Request, data, words);
        return new ReportText(paper with { Text = text, TermsVersion = termsVersion, Photos = pictures }, heading, words, letterhead.Value, data.Calendars.Secretariat).Write();
    }
}
