using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechAssist.Core.Documents;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Reports;
using TechAssist.Reports.Pdf;

namespace TechAssist.Core.FollowUp.Surveys;

/// <summary>The sheet to project, pin up or hand out at the end of a mission: what it is about, the code for the camera, and the
/// address in words, in French and in English.</summary>
public sealed class BuildSurveySheet(TechAssistDb db, ReferenceCatalog reference, IOptions<Letterhead> letterhead, IOptions<PortalAddress> portal, TimeProvider clock)
{
    /// <exception cref="NotFoundException">No such survey for the actor.</exception>
    public async Task<DocumentFile> ExecuteAsync(Guid missionId, string language, Actor actor, CancellationToken cancellationToken)
    {
        var mission = await db.FindSurveyedAsync(missionId, actor, cancellationToken);
        var survey = await db.MissionSurveys.AsNoTracking().SingleOrDefaultAsync(row => row.MissionId == missionId, cancellationToken)
            ?? throw new NotFoundException("The survey");
        var now = clock.GetUtcNow().UtcDateTime;
        var address = portal.Value.Of(SurveyCode.Path(survey.Code));
        // The reader's language first.
        string[] languages = [language, .. Languages.All.Where(other => other != language)];
        var sheet = new CodeSheet
        {
            Language = letterhead.Value.Words(language).DocumentLanguage,
            Organisation = letterhead.Value.Name(letterhead.Value.Words(language)),
            Reference = mission.Request.Reference,
            IssuedOn = (await reference.GetAsync(cancellationToken)).Calendars.Secretariat.LocalDay(now),
            Squares = SurveyQr.Squares(address),
            Address = address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..],
            Href = address,
            Parts = [.. languages.Select(each => PartOf(survey, mission, letterhead.Value.Words(each)))],
        };
        var name = Messages.Text("Survey.Sheet.File", language, mission.Number);
        return new DocumentFile($"{mission.Request.Reference} – {name}.pdf", "application/pdf", CodeSheetRenderer.Render(sheet));
    }

    private static CodeSheetPart PartOf(MissionSurvey survey, Missions.Mission mission, DocumentWords words)
    {
        var title = mission.Plan.Title.IsEmpty ? mission.Request.Content.Title : mission.Plan.Title;
        var days = words.Span(new Period { From = mission.ActualStartOn ?? mission.StartOn, To = mission.LastOn });
        var last = survey.LastOn(mission.LastOn);
        return new CodeSheetPart(
            title.In(words.Language),
            string.Join(" · ", new[] { Blank.ToNull(mission.Plan.Places), days }.OfType<string>()),
            Messages.Text("Survey.Sheet.Call", words.Language),
            [
                Messages.Text("Survey.Sheet.How", words.Language),
                Messages.Text("Survey.Sheet.Anonymous", words.Language),
                .. last is { } day ? new[] { Messages.Text("Survey.Sheet.Until", words.Language, words.Day(day)) } : [],
            ]);
    }
}
