using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TechAssist.Core.Documents;
using TechAssist.Core.Persistence;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Missions.Field;

/// <summary>Writes the minutes of the debriefing after a mission, for those who may read what was said there: the secretariat, the auditor
/// and the team.</summary>
public sealed class BuildMinutes(TechAssistDb db, GetMission getMission, ReferenceCatalog reference, IOptions<Letterhead> letterhead)
{
    /// <returns>Null when nothing was written down, or it is not this reader's.</returns>
    public async Task<(Paper Paper, int Mission)?> ForAsync(AssistanceRequest request, string language, int? number, Actor actor, CancellationToken cancellationToken)
    {
        var id = await db.MissionsVisibleTo(actor)
            .Where(row => row.RequestId == request.Id && (number == null || row.Number == number) && row.DebriefOn != null)
            .OrderByDescending(row => row.Number)
            .Select(row => (Guid?)row.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (id is not { } missionId)
        {
            return null;
        }

        var mission = await getMission.ExecuteAsync(missionId, actor, cancellationToken);
        return mission.DebriefOn is { } day ? (Write(request, mission, day, letterhead.Value.Words(language)), mission.Number) : null;
    }

    private Paper Write(AssistanceRequest request, MissionView mission, DateOnly day, DocumentWords words)
    {
        var heading = new CaseHeading(request, reference.Current, words);
        return new Paper
        {
            Title = mission.Plan.Title is { IsEmpty: false } title ? title.In(words.Language) : request.Title(words.Language),
            Subtitle = heading.Subtitle,
            Kind = words["Kind.Minutes"],
            Language = words.DocumentLanguage,
            Reference = request.Reference,
            Organisation = letterhead.Value.Name(words),
            Logo = letterhead.Value.Logo,
            IssuedOn = day,
            Confidentiality = words["Minutes.Readers"],
            Layout = PageLayout.Sheet,
            NumberHeadings = false,
            CoverFacts =
            [
                new Fact(words["Mission"], words.Text("Report.Mission", mission.Number, words.Name(mission.Plan.Mode))),
                new Fact(words["Dates"], words.Span(new Period { From = mission.ActualStartOn ?? mission.Plan.StartOn, To = mission.ActualEndOn ?? mission.Plan.EndOn })),
                new Fact(words["Place"], DocumentWords.OrDash(mission.Plan.Places)),
                new Fact(words["Minutes.Heard"], DocumentWords.OrDash(string.Join("\n", mission.Team.Select(member => string.Join(", ", new[] { member.Name, Blank.ToNull(member.Role) }.OfType<string>()))))),
            ],
            Blocks = [new Heading(1, words["Minutes.Said"]), .. words.Blocks(mission.DebriefNotes)],
        };
    }
}
