using System.Globalization;
using TechAssist.Core.Documents;

namespace TechAssist.Core.EndOfMission.Publication;

/// <summary>A text or a row of the report, which is published or left out as a whole.</summary>
/// <param name="Place">Camel-case path inside the content.</param>
/// <param name="Title">Says which, where the section holds several; null where it needs no words.</param>
/// <param name="Text">What it says, as limited Markdown.</param>
/// <param name="LeftOut">Null where it is published.</param>
public sealed record PublicPlace(string Place, string? Title, string Text, Restriction? LeftOut);

/// <summary>A section with what it holds.</summary>
/// <param name="LeftOut">The section as a whole is left out; null where it is published.</param>
/// <param name="IsNeverPublic">Nobody decides: it is always left out.</param>
public sealed record PublicSection(int Number, IReadOnlyList<PublicPlace> Places, Restriction? LeftOut, bool IsNeverPublic)
{
    public string Place => Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The report cut into the parts that can be left out, with what is left out. Pure.</summary>
internal sealed class PublicPlaces(ReportContent content, IReadOnlyList<Restriction> restrictions, DocumentWords words)
{
    /// <summary>The sections that say something.</summary>
    public IReadOnlyList<PublicSection> Sections() =>
    [
        Section(1, [.. Text("summary", null, content.Summary)]),
        Section(2, [.. Text("purpose", null, content.Purpose), .. Rows("deviations", content.Deviations, row => (words["Report.Deviation"], Lines(row.What, row.Reason)))]),
        Section(3, [.. Text("approach", null, content.Approach), .. Rows("activities", content.Activities, row => (row.Planned, Lines(words.Name(row.State), row.Done, row.Difference)))]),
        new PublicSection(4, [], null, IsNeverPublic: true),
        Section(5, [.. Rows("findings", content.Findings, row => (words.Text("Report.5.Objective", row.Objective), Lines(row.Text.In(words.Language), row.Answer)))]),
        Section(6, [.. Rows("deliverables", content.Deliverables, row => (row.Title.In(words.Language), Lines(words.Name(row.State), row.Note)))]),
        Section(7, [.. Rows("results", content.Results, row => (row.Indicator, Result(row)))]),
        Section(8, [.. Rows("initiatives", content.Initiatives, row => (row.Title, Lines(row.Description, row.Lead, row.Partners, row.CostRange, row.NextStep)))]),
        Section(9, [.. Rows("recommendations", content.Recommendations, (row, number) => ($"{words["Recommendation"]} {number}", Lines(row.Text.In(words.Language), Recommendation(row))))]),
        Section(10, content.Training is { } training ? [.. Text("training", null, Training(training))] : []),
        Section(11,
        [
            .. Text("positive", words["Report.11.Positive"], content.Positive), .. Text("difficulties", words["Report.11.Difficulties"], content.Difficulties),
            .. Text("lessons", words["Report.11.Lessons"], content.Lessons),
        ]),
        Section(12, [.. Text("genderAndRights", null, content.GenderAndRights)]),
        Section(13, [.. Text("sustainability", null, content.Sustainability)]),
        Section(14, [.. Text("acknowledgements", null, content.Acknowledgements), .. Text("annexes", words["Report.14.Annexes"], content.Annexes), .. Photos()]),
        new PublicSection(15, [], null, IsNeverPublic: true),
    ];

    /// <summary>Photos that may leave the house at all.</summary>
    private IEnumerable<PublicPlace> Photos() =>
        Rows("photos", content.Photos, (photo, number) => ($"{words["Photo"]} {number}", Lines(photo.Caption.In(words.Language), photo.Place)))
            .Zip(content.Photos).Where(pair => pair.Second.MayLeave).Select(pair => pair.First);

    private PublicSection Section(int number, IReadOnlyList<PublicPlace> places) =>
        new(number, places, LeftOut(number.ToString(CultureInfo.InvariantCulture)), IsNeverPublic: false);

    private Restriction? LeftOut(string place) => restrictions.FirstOrDefault(known => known.Place == place);

    private IEnumerable<PublicPlace> Text(string place, string? title, string? text) =>
        string.IsNullOrWhiteSpace(text) ? [] : [new PublicPlace(place, title, text, LeftOut(place))];

    private IEnumerable<PublicPlace> Text(string place, string? title, LangText text) => Text(place, title, text.In(words.Language));

    private IEnumerable<PublicPlace> Rows<T>(string list, IReadOnlyList<T> rows, Func<T, (string? Title, string Text)> show) =>
        Rows(list, rows, (row, _) => show(row));

    private IEnumerable<PublicPlace> Rows<T>(string list, IReadOnlyList<T> rows, Func<T, int, (string? Title, string Text)> show) => rows.Select((row, index) =>
    {
        var (title, text) = show(row, index + 1);
        var place = $"{list}[{index}]";
        return new PublicPlace(place, title, text, LeftOut(place));
    });

    private string Result(ReportResult row) => string.Join(" · ",
        new[] { (words["Baseline"], row.Baseline), (words["Target"], row.Target), (words["Actual"], row.Actual) }.Select(pair => $"{pair.Item1} {pair.Item2 ?? "–"}"));

    private string Recommendation(ReportRecommendation row) => string.Join(" · ", new[] { row.Addressee, words.ShortDay(row.DueOn), words.Name(row.Priority) }.OfType<string>());

    private string Training(TrainingData row) => string.Join(" · ", new[]
    {
        words.Text("Report.WomenAndMen", (row.Women ?? 0) + (row.Men ?? 0), row.Women ?? 0, row.Men ?? 0),
        row is { PreTest: { } before, PostTest: { } after } ? words.Text("Report.BeforeAndAfter", before, after) : null,
        row.Satisfaction is { } satisfaction ? words.Text("Report.OutOfFive", satisfaction) : null,
    }.OfType<string>());

    private static string Lines(params string?[] lines) => string.Join("\n\n", lines.Where(line => !string.IsNullOrWhiteSpace(line)));
}
