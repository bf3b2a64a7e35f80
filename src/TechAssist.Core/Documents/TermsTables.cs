using TechAssist.Core.Experts;
using TechAssist.Core.Terms;
using TechAssist.Reports;

namespace TechAssist.Core.Documents;

/// <summary>The tables of the terms of reference.</summary>
internal static class TermsTables
{
    public static Table Activities(TermsContent content, CaseHeading heading, DocumentWords words) => new(
        [
            words["Activity"], words["Terms.Method"], words["Place"], words["Dates"], new(words["ExpertDays"], Alignment: Alignment.End),
        ],
        [
            .. content.Activities.Select(RichText[] (activity) =>
            [
                [.. words.Of(activity.Title), .. activity.Type is null ? RichText.Empty : (RichText)Inline.Italic("\n" + heading.AssistanceType(activity.Type))],
                words.Name(activity.Method), DocumentWords.OrDash(activity.Place), words.Span(activity.Dates), words.Amount(activity.Days),
            ]),
            [Inline.Bold(words["Total"]), "", "", "", Inline.Bold(words.Amount(content.Activities.Sum(activity => activity.Days)))],
        ],
        words["Terms.4.Caption"])
    { FirstColumnNamesRow = true };

    public static Table Deliverables(TermsContent content, DocumentWords words) => new(
        [
            words["Deliverable"], words["Terms.Objectives"], words["Language"], words["Due"], words["Terms.Criterion"], words["Terms.Acceptor"],
        ],
        [
            .. content.Deliverables.Select(RichText[] (deliverable) =>
            [
                [.. words.Of(deliverable.Title), .. string.IsNullOrWhiteSpace(deliverable.Type) ? RichText.Empty : (RichText)Inline.Italic("\n" + deliverable.Type)],
                DocumentWords.OrDash(string.Join(", ", deliverable.Objectives)), words.LanguageName(deliverable.Language), words.ShortDay(deliverable.DueOn),
                DocumentWords.OrDash(deliverable.Criterion), DocumentWords.OrDash(deliverable.Acceptor),
            ]),
        ],
        words["Terms.5.Caption"])
    { FirstColumnNamesRow = true };

    public static Facts Profile(TermsProfile profile, DocumentWords words) => new(
    [
        new Fact(words["Terms.6.MustHave"], DocumentWords.OrDash(profile.MustHave)),
        .. Optional("Terms.6.NiceToHave", profile.NiceToHave, words),
        .. profile.Years is { } years ? new[] { new Fact(words["Terms.6.Years"], words.Text("Terms.6.AtLeastYears", years)) } : [],
        .. profile.Languages.Count == 0 ? [] : new[] { new Fact(words["Terms.6.Languages"], string.Join(", ", profile.Languages.Select(spoken => Level(spoken, words)))) },
        .. Optional("Terms.6.Experience", profile.Experience, words),
        .. Optional("Terms.6.Exclusions", profile.Exclusions, words),
    ]);

    public static Table Effort(ExpertDays effort, DocumentWords words) => new(
        [new(words["Terms.7.Preparation"], 1, Alignment.End), new(words["Terms.7.Field"], 1, Alignment.End), new(words["Terms.7.Report"], 1, Alignment.End), new(words["Total"], 1, Alignment.End)],
        [[words.Amount(effort.Preparation), words.Amount(effort.Field), words.Amount(effort.Report), Inline.Bold(words.Amount(effort.Total))]],
        words["Terms.7.Caption"]);

    public static Table Counterparts(TermsContent content, DocumentWords words) => new(
        [new(words["Name"], 1.2), new(words["Function"], 1.4), new(words["Email"], 2)],
        [
            .. content.Counterparts.Select(RichText[] (person) =>
            [
                DocumentWords.OrDash(person.Name), DocumentWords.OrDash(person.Title),
                Blank.ToNull(person.Email) is { } email ? Inline.Link(email, "mailto:" + email) : "–",
            ]),
        ],
        words["Terms.8.Caption"])
    { FirstColumnNamesRow = true };

    public static Table Indicators(TermsContent content, DocumentWords words) => new(
        [new(words["ExpectedResult"], 2.2), new(words["Indicator"], 2), new(words["Baseline"], 1.1), new(words["Target"], 1.1)],
        [
            .. content.Indicators.Select(RichText[] (row) =>
                [DocumentWords.OrDash(row.Result), DocumentWords.OrDash(row.Indicator), DocumentWords.OrDash(row.Baseline), DocumentWords.OrDash(row.Target)]),
        ],
        words["Terms.12.Caption"])
    { FirstColumnNamesRow = true };

    public static Table Budget(TermsBudget budget, DocumentWords words) => new(
        [new(words["Terms.13.Line"], 4), new(words.Text("Terms.13.Amount", budget.Currency), 1, Alignment.End)],
        [
            .. budget.Lines.Select(RichText[] (line) => [DocumentWords.OrDash(line.Text), words.Amount(line.Amount)]),
            [Inline.Bold(words["Total"]), Inline.Bold(words.Amount(budget.Lines.Sum(line => line.Amount)))],
        ],
        words["Terms.13.Caption"])
    { FirstColumnNamesRow = true };

    private static string Level(TermsLanguage spoken, DocumentWords words) =>
        spoken.Level == Cefr.None ? words.LanguageName(spoken.Language) : $"{words.LanguageName(spoken.Language)} ({spoken.Level})";

    private static IEnumerable<Fact> Optional(string label, string? text, DocumentWords words) =>
        string.IsNullOrWhiteSpace(text) ? [] : [new Fact(words[label], text.Trim())];
}
