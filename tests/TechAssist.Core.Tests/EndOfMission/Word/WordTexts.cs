using FsCheck;
using FsCheck.Fluent;
using TechAssist.Core.EndOfMission;

namespace TechAssist.Core.Tests.EndOfMission.Word;

/// <summary>Reports as people write them, in the form that Markdown is written in.</summary>
internal static class WordTexts
{
    private static readonly Gen<string> Word = Gen.Elements(
        "registre", "l’état", "civil", "œuvre", "3*4", "a_b_c", "1. Non", "C:\\temp", "[sic]", "<nul>", "R&D", "50 %", "e-mail", "« cité »", "# 4", "- tiret", "|", "~", "> 5", "🙂", "`code`", "_", "**", "&amp;");

    private static readonly Gen<string> Words = Gen.Choose(1, 5).SelectMany(count => Word.ListOf(count)).Select(words => string.Join(' ', words));

    private static readonly Gen<string> Clear = Gen.Choose(1, 3).SelectMany(count => Gen.Elements("registre", "l’état", "civil", "œuvre", "naissances").ListOf(count)).Select(words => string.Join(' ', words));

    private static readonly Gen<string> Styled = Gen.OneOf(
        Clear, Clear.Select(text => $"**{text}**"), Clear.Select(text => $"*{text}*"), Clear.Select(text => $"***{text}***"), Clear.Select(text => $"[{text}](https://example.org/{text.Length}?a=1&b=2)"),
        Clear.Select(text => $"un **mot *{text}* gras** ici"), Clear.Select(text => $"{text}\nligne"), Gen.Constant("<https://example.org/x>"));

    private static readonly Gen<string> Line = Gen.Choose(1, 3).SelectMany(count => Styled.ListOf(count)).Select(parts => string.Join(" puis ", parts));

    private static readonly Gen<string> Piece = Gen.OneOf(
        Line, Line,
        Clear.SelectMany(one => Clear.Select(two => $"- {one}\n  - {two}\n    - {one}\n- {two}")),
        Clear.SelectMany(one => Clear.Select(two => $"3. {one}\n4. **{two}**\n   1. {one}")),
        Clear.Select(text => $"> {text}"), Clear.Select(text => $"### {text}"),
        Clear.SelectMany(one => Clear.Select(two => $"| {one} | *{two}* |\n| --- | --- |\n| {two} | a \\| b |")));

    private static readonly Gen<string?> Long = Gen.Choose(0, 3).SelectMany(count => Piece.ListOf(count)).Select(pieces => pieces.Count == 0 ? null : string.Join("\n\n", pieces.Select((piece, index) => index > 0 && piece[0] is '-' or '3' ? "Liste :\n\n" + piece : piece)));

    private static readonly Gen<string?> Short = Gen.OneOf(Words.Select(text => (string?)text), Words.SelectMany(one => Words.Select(two => (string?)$"{one}\n{two}")), Gen.Constant((string?)null));

    public static Arbitrary<ReportContent> Reports() => Fields().SelectMany(one => Lists(one)).ToArbitrary();

    private static Gen<ReportContent> Fields() => Long.ListOf(14).Select(text => new ReportContent
    {
        Summary = new LangText(text[0], text[1]),
        Purpose = text[2],
        Approach = text[3],
        Findings = [new Finding { Objective = 1, Text = new LangText("Former", null), Answer = text[4] }, new Finding { Objective = 2, Answer = text[5] }],
        Positive = text[6],
        Difficulties = text[7],
        Lessons = text[8],
        GenderAndRights = text[9],
        Sustainability = text[10],
        Acknowledgements = text[11],
        Annexes = text[12],
        Internal = text[13] is null ? null : new InternalAnnex { Sensitivities = text[13], Cost = text[13] },
    });

    private static Gen<ReportContent> Lists(ReportContent content) => Short.ListOf(24).SelectMany(text => Gen.Choose(0, 5000).Select(number => content with
    {
        Deviations = [.. Filled(new Deviation { What = text[0], Reason = text[1] }, text[0], text[1])],
        Activities = [.. Filled(new ReportActivity { Planned = text[2], State = (number % 4) == 3 ? null : (ActivityState)(number % 4), Done = text[3], Difference = text[4] }, text[2], text[3], text[4]), new ReportActivity { Done = "Même" }, new ReportActivity { Done = "Même" }],
        PersonsMet = [.. Filled(new PersonMet { Name = text[5], Function = text[6], Institution = text[7] }, text[5], text[6], text[7])],
        Deliverables = [new ReportDeliverable { Title = new LangText(text[8] ?? "x", text[9]), State = (number % 4) == 3 ? null : (DeliverableState)(number % 4), Note = text[10], DocumentId = Guid.Parse("0190a000-0000-7000-8000-000000000005") }],
        Results = [.. Filled(new ReportResult { Indicator = text[11], Baseline = text[12], Target = text[13], Actual = text[14] }, text[11], text[12], text[13], text[14])],
        Initiatives = [.. Filled(new Initiative { Title = text[15], Description = text[16], Lead = text[17], Partners = text[18], CostRange = text[19], NextStep = text[20] }, text[15], text[16], text[17])],
        NoInitiatives = number % 2 == 0,
        Recommendations = [new ReportRecommendation
        {
            Text = new LangText(text[21] ?? "y", text[22]),
            Type = (RecommendationType)(number % 8),
            Priority = (RecommendationPriority)(number % 3),
            DueOn = number % 4 == 0 ? null : new DateOnly(2031, 1, 1).AddDays(number),
            Objective = number % 5 == 0 ? "dakar:1.1" : null,
            Means = text[23],
        }],
        Training = number % 3 == 0 ? null : new TrainingData { Women = number, Men = 0, PreTest = number % 101, Satisfaction = number % 2 == 0 ? null : 4.5m },
    }));

    private static IEnumerable<T> Filled<T>(T row, params string?[] texts) => texts.Any(text => text is not null) ? [row] : [];
}
