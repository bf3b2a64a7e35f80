using TechAssist.Core.Clock;
using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.Missions;
using TechAssist.Core.Requests;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.EndOfMission.Publication;

/// <summary>What a public version or a summary is written from.</summary>
/// <param name="Content">Only what its readers may see.</param>
/// <param name="Wording">Whose words the texts are, in the language of the paper.</param>
/// <param name="At">When it was published or became final, UTC.</param>
public sealed record PublicPaper(AssistanceRequest Request, Mission Mission, ReportContent Content, Wording Wording, DateTime At)
{
    public bool NamesTeam { get; init; }

    /// <summary>It is not published, or not final.</summary>
    public bool IsDraft { get; init; }
}

/// <summary>The cover and the facts that a public version and a summary share. Pure.</summary>
internal sealed class PublicCover(PublicPaper paper, CaseHeading heading, DocumentWords words, Letterhead letterhead, WorkingCalendar secretariat)
{
    public Paper Of(string kind, IReadOnlyList<Block> blocks) => new()
    {
        Title = paper.Mission.Plan.Title is { IsEmpty: false } title ? title.In(words.Language) : paper.Request.Title(words.Language),
        Subtitle = heading.Subtitle,
        Kind = words[kind],
        Language = words.DocumentLanguage,
        Reference = paper.Request.Reference,
        Organisation = letterhead.Name(words),
        Logo = letterhead.Logo,
        IssuedOn = secretariat.LocalDay(paper.At),
        CreatedAt = paper.At,
        CoverFacts = [.. Facts()],
        Blocks = blocks,
    };

    public IEnumerable<Fact> Facts()
    {
        var mission = paper.Mission;
        foreach (var fact in heading.Facts())
        {
            yield return fact;
        }

        yield return new Fact(words["Mission"], words.Text("Report.Mission", mission.Number, words.Name(mission.Plan.Mode)));
        yield return new Fact(words["Dates"], words.Span(new Period { From = mission.ActualStartOn ?? mission.StartOn, To = mission.LastOn }));
        yield return new Fact(words["Place"], DocumentWords.OrDash(mission.Plan.Places));
        if (paper.NamesTeam)
        {
            var team = mission.Members.OrderByDescending(member => member.IsLead).ThenBy(member => member.Expert.SortName).Select(member => member.Expert.Name);
            yield return new Fact(words["Report.Team"], DocumentWords.OrDash(string.Join("\n", team)));
        }
    }
}
