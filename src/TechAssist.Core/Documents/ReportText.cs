using TechAssist.Core.Clock;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Photos;
using TechAssist.Core.EndOfMission.Translating;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.Requests;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Documents;

/// <summary>An end-of-mission report to be written, with what its reader may see: without the persons met and the team where
/// they are not the reader's to know, without the internal annex outside the secretariat.</summary>
public sealed record ReportPaper(AssistanceRequest Request, EndOfMissionReport Report, DateTime At)
{
    public bool ShowsPeople { get; init; }

    public bool ShowsInternal { get; init; }

    /// <summary>In the language it is written in, or in the document's.</summary>
    public ReportInLanguage Text { get; init; } = new(Report.Content, Wording.Original);

    public int? TermsVersion { get; init; }

    /// <summary>What participants answered; null where the reader is not told, or where too few did.</summary>
    public SurveyResults? Said { get; init; }

    /// <summary>The pictures this reader may see; a photo without one is left out.</summary>
    public IReadOnlyDictionary<Guid, StoredPhoto> Photos { get; init; } = new Dictionary<Guid, StoredPhoto>();
}

/// <summary>Writes the end-of-mission report in one language: the fifteen sections of domain data-model 3.7. Pure.</summary>
public sealed class ReportText(ReportPaper paper, CaseHeading heading, DocumentWords words, Letterhead letterhead, WorkingCalendar secretariat)
{
    private readonly ReportContent content = paper.Text.Content;
    private readonly ReportTables tables = new(paper.Text.Content, heading, words);
    private readonly ReportCharts charts = new(paper.Text.Content, paper.Said, words);

    private readonly ReportFigures figures = new(paper.Text.Content.Photos, paper.Photos, words);

    public Paper Write() => new()
    {
        Title = paper.Report.Mission.Plan.Title is { IsEmpty: false } title ? title.In(words.Language) : paper.Request.Title(words.Language),
        Subtitle = heading.Subtitle,
        Kind = words["Kind.Report"],
        Language = words.DocumentLanguage,
        Reference = paper.Request.Reference,
        Organisation = letterhead.Name(words),
        Logo = letterhead.Logo,
        IssuedOn = secretariat.LocalDay(paper.At),
        CreatedAt = paper.At,
        Confidentiality = paper.ShowsInternal ? words["Internal"] : heading.Confidentiality,
        CoverFacts = [.. heading.Facts(), .. MissionFacts()],
        Blocks =
        [
            .. Notes(), .. Summary(), .. Purpose(), .. Work(), .. Results(), .. Recommendations(), .. Lessons(), .. OtherSummary(), .. Comments(), .. Internal(),
        ],
    };

    private IEnumerable<Fact> MissionFacts()
    {
        var mission = paper.Report.Mission;
        yield return new Fact(words["Mission"], words.Text("Report.Mission", mission.Number, words.Name(mission.Plan.Mode)));
        yield return new Fact(words["Dates"], words.Span(new Period { From = mission.ActualStartOn ?? mission.StartOn, To = mission.LastOn }));
        yield return new Fact(words["Place"], DocumentWords.OrDash(mission.Plan.Places));
        if (paper.ShowsPeople)
        {
            yield return new Fact(words["Report.Team"], DocumentWords.OrDash(string.Join("\n", Team())));
            yield return new Fact(words["Report.Host"], DocumentWords.OrDash(mission.Plan.HostCounterpart));
        }

        if (paper.TermsVersion is { } version)
        {
            yield return new Fact(words["Kind.Terms"], words.Text("Report.TermsVersion", version));
        }

        yield return new Fact(words["Version"], words.Text("Report.VersionAndStatus", paper.Report.Version, words.Name(paper.Report.Status)));
    }

    private List<string> Team() =>
    [
        .. paper.Report.Mission.Members.OrderByDescending(member => member.IsLead).ThenBy(member => member.Expert.SortName)
            .Select(member => string.Join(", ", new[] { member.Expert.Name, Blank.ToNull(member.Role) }.OfType<string>())),
    ];

    private IEnumerable<Block> Notes() =>
    [
        .. paper.Report.Status == ReportStatus.Final ? [] : new[] { new Callout(words["Report.NotFinal"]) },
        .. words.Note(paper.Text.Wording),
    ];

    private IEnumerable<Block> Summary() => [new Heading(1, words["Report.1"]), .. words.Markdown(content.Summary), .. figures.Of(1)];

    private IEnumerable<Block> Purpose() =>
    [
        new Heading(1, words["Report.2"]), .. words.Markdown(content.Purpose),
        .. content.Deviations.Count == 0 ? [] : new Block[] { new Heading(2, words["Report.2.Deviations"]), tables.Deviations() },
        .. figures.Of(2),
    ];

    private IEnumerable<Block> Work() =>
    [
        new Heading(1, words["Report.3"]), .. words.Markdown(content.Approach), tables.Activities(), .. figures.Of(3),
        new Heading(1, words["Report.4"]), paper.ShowsPeople ? tables.PersonsMet() : new Paragraph(Inline.Italic(words["Report.4.Kept"])), .. figures.Of(4),
        new Heading(1, words["Report.5"]),
        .. content.Findings.SelectMany(finding => new Block[] { new Heading(2, words.Text("Report.5.Objective", finding.Objective)) }
            .Concat(finding.Text.IsEmpty ? [] : [new Quote(words.Of(finding.Text))])
            .Concat(words.Markdown(finding.Answer))),
        .. figures.Of(5),
    ];

    private IEnumerable<Block> Results() =>
    [
        new Heading(1, words["Report.6"]), tables.Deliverables(), .. charts.Planned(), .. figures.Of(6),
        new Heading(1, words["Report.7"]), tables.Results(), .. figures.Of(7),
        new Heading(1, words["Report.8"]),
        .. content.Initiatives.Count == 0 ? [new Paragraph(words["Report.8.None"])] : content.Initiatives.SelectMany(tables.Initiative), .. figures.Of(8),
    ];

    private IEnumerable<Block> Recommendations() =>
    [
        new Heading(1, words["Report.9"]), tables.Recommendations(), .. figures.Of(9),
        .. content.Training is null && paper.Said is null && !figures.HasSome(10) ? [] : new Block[] { new Heading(1, words["Report.10"]) },
        .. content.Training is { } training ? new Block[] { tables.Training(training) }.Concat(charts.Training(training)) : [],
        .. charts.Evaluation(),
        .. figures.Of(10),
    ];

    private IEnumerable<Block> Lessons() =>
    [
        new Heading(1, words["Report.11"]),
        new Heading(2, words["Report.11.Positive"]), .. words.Markdown(content.Positive),
        new Heading(2, words["Report.11.Difficulties"]), .. words.Markdown(content.Difficulties),
        new Heading(2, words["Report.11.Lessons"]), .. words.Markdown(content.Lessons), .. figures.Of(11),
        new Heading(1, words["Report.12"]), .. words.Markdown(content.GenderAndRights), .. figures.Of(12),
        new Heading(1, words["Report.13"]), .. words.Markdown(content.Sustainability), .. figures.Of(13),
        .. Optional("Report.14", content.Acknowledgements), .. Optional("Report.14.Annexes", content.Annexes),
        .. string.IsNullOrWhiteSpace(content.Acknowledgements) && string.IsNullOrWhiteSpace(content.Annexes) && figures.HasSome(14) ? new Block[] { new Heading(1, words["Photos"]) } : [],
        .. figures.Of(14),
    ];

    /// <summary>The summary in the other language closes the report: both sides read it.</summary>
    private IEnumerable<Block> OtherSummary()
    {
        var (here, other) = words.IsFrench ? (content.Summary.Fr, content.Summary.En) : (content.Summary.En, content.Summary.Fr);
        return string.IsNullOrWhiteSpace(here) || string.IsNullOrWhiteSpace(other)
            ? []
            : [new PageBreak(), new Heading(1, words["Report.OtherSummary"]) { Numbered = false }, .. MarkdownBlocks.Of(other)];
    }

    private IEnumerable<Block> Comments()
    {
        List<ReportComment> comments = [.. paper.Report.Comments.Where(comment => comment.IsFromBeneficiary).OrderBy(comment => comment.At)];
        return comments.Count == 0 ? [] :
        [
            new Heading(1, words["Report.Comments"]) { Numbered = false },
            .. comments.Select(comment => new Quote(comment.Text, $"{(paper.ShowsPeople ? comment.ByName + ", " : "")}{words.Day(secretariat.LocalDay(comment.At))}")),
        ];
    }

    private IEnumerable<Block> Internal() => !paper.ShowsInternal || (content.Internal ?? (figures.HasSome(15) ? new InternalAnnex() : null)) is not { } annex ? [] :
    [
        new PageBreak(), new Heading(1, words["Report.15"]) { Numbered = false }, new Callout(words["Report.15.Internal"]),
        .. Part("Report.15.Sensitivities", annex.Sensitivities), .. Part("Report.15.CounterpartCapacity", annex.CounterpartCapacity),
        .. Part("Report.15.ExpertCooperation", annex.ExpertCooperation), .. Part("Report.15.Logistics", annex.Logistics), .. Part("Report.15.Cost", annex.Cost), .. figures.Of(15),
    ];

    private IEnumerable<Block> Optional(string title, string? text) =>
        string.IsNullOrWhiteSpace(text) ? [] : [new Heading(1, words[title]), .. words.Markdown(text)];

    private IEnumerable<Block> Part(string title, string? text) =>
        string.IsNullOrWhiteSpace(text) ? [] : [new Heading(2, words[title]) { Numbered = false }, .. words.Markdown(text)];
}
