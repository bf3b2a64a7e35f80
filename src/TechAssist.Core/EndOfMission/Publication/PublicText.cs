using System.Globalization;
using TechAssist.Core.EndOfMission.Photos;
using TechAssist.Core.EndOfMission.Review;

namespace TechAssist.Core.EndOfMission.Publication;

/// <summary>What the public reads of a report. Only what is named here is ever published: a new part of the report stays out until
/// it gets a line of its own. Persons met, the internal annex and files never have one. Pure.</summary>
public sealed class PublicText(IEnumerable<Restriction> restrictions)
{
    /// <summary>Sections that are never public: the persons met and the internal annex.</summary>
    public static readonly IReadOnlyList<int> NeverPublic = [4, 15];

    private readonly HashSet<string> leftOut = [.. restrictions.Select(restriction => restriction.Place)];

    public static ReportContent Of(ReportContent text, IEnumerable<Restriction> restrictions) => new PublicText(restrictions).Of(text);

    private ReportContent Of(ReportContent text) => new()
    {
        Summary = Shows("summary") ? text.Summary : new LangText(),
        Purpose = Text("purpose", text.Purpose),
        Deviations = Rows("deviations", text.Deviations),
        Approach = Text("approach", text.Approach),
        Activities = Rows("activities", text.Activities),
        Findings = Rows("findings", text.Findings),
        Deliverables = [.. Rows("deliverables", text.Deliverables).Select(row => row with { DocumentId = null })],
        Results = Rows("results", text.Results),
        Initiatives = Rows("initiatives", text.Initiatives),
        NoInitiatives = text.NoInitiatives,
        Recommendations = Rows("recommendations", text.Recommendations),
        Training = Shows("training") ? text.Training : null,
        Positive = Text("positive", text.Positive),
        Difficulties = Text("difficulties", text.Difficulties),
        Lessons = Text("lessons", text.Lessons),
        GenderAndRights = Text("genderAndRights", text.GenderAndRights),
        Sustainability = Text("sustainability", text.Sustainability),
        Acknowledgements = Text("acknowledgements", text.Acknowledgements),
        Annexes = Text("annexes", text.Annexes),
        // Photos are section 14's wherever they stand: without it there are none. Each also goes with the section it stands in.
        Photos = [.. Rows("photos", text.Photos).Where(photo => !leftOut.Contains(photo.Section.ToString(CultureInfo.InvariantCulture))).ToList().ThatMayLeave(text, showsPeople: false)],
    };

    private bool Shows(string place) =>
        !leftOut.Contains(place) && !leftOut.Contains(ReportSections.Of(place).ToString(CultureInfo.InvariantCulture));

    private string? Text(string place, string? text) => Shows(place) ? text : null;

    private IReadOnlyList<T> Rows<T>(string list, IReadOnlyList<T> rows) => [.. rows.Where((_, index) => Shows($"{list}[{index}]"))];
}
