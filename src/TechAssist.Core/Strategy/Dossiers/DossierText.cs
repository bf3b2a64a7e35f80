using TechAssist.Core.Clock;
using TechAssist.Core.Documents;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Strategy.Dossiers;

/// <summary>Writes the committee's dossier in one language from the figures its page shows. Pure.</summary>
internal sealed class DossierText(StrategyFigures figures, StrategyNames names, string organisation, WorkingCalendar secretariat)
{
    private readonly DocumentWords words = names.Words;
    private readonly StrategyCharts charts = new(figures, names);
    private readonly DossierTables tables = new(figures, names, secretariat.LocalDay);

    public Paper Write() => new()
    {
        Title = words["Strategy.Title"],
        Subtitle = figures.Framework.Name(words.Language),
        Kind = words["Strategy.Dossier"],
        Language = words.DocumentLanguage,
        Reference = $"{words["Strategy.FileName"]} {figures.Today:yyyy-MM-dd}",
        Organisation = organisation,
        IssuedOn = figures.Today,
        CreatedAt = figures.At,
        Confidentiality = words["Strategy.Confidentiality"],
        CoverFacts =
        [
            new Fact(words["Strategy.Period"], names.Period), new Fact(words["Strategy.Framework"], figures.Framework.Name(words.Language)),
            .. Filtered(),
            new Fact(words["Strategy.CasesOfPeriod"], words.Amount(figures.Cases)), new Fact(words["Strategy.DecisionsAsked"], words.Amount(figures.Agenda.Decisions)),
        ],
        Blocks = [.. Decisions(), .. Coverage(), .. Progress(), .. Outcomes(), .. Reach(), .. Counting()],
    };

    /// <summary>A dossier of one country or theme says so on its cover.</summary>
    private IEnumerable<Fact> Filtered()
    {
        if (Blank.ToNull(figures.Filter.Country) is { } country)
        {
            yield return new Fact(words["Country"], names.Country(country));
        }

        if (Blank.ToNull(figures.Filter.Theme) is { } theme)
        {
            yield return new Fact(words["Theme"], names.Theme(theme));
        }
    }

    private IEnumerable<Block> Decisions() =>
    [
        new Heading(1, words["Strategy.Decisions"]),
        new Paragraph(figures.Agenda.Decisions == 0 ? words["Strategy.NoDecision"] : words["Strategy.SilenceText"]),
        .. Listed(figures.Agenda.Silence, "Strategy.Table.Silence", "Strategy.SilentUntil", row => row.DueAt is { } due ? words.Limit(due, secretariat) : "–"),
        .. Listed(figures.Agenda.Coming, "Strategy.Table.Coming", "Strategy.Why", _ => words["Strategy.WhyRegional"]),
        .. Listed(figures.Agenda.Holds, "Strategy.Table.Holds", "Strategy.HeldSince", Held),
        .. Listed(figures.Agenda.Above, "Strategy.Table.Above", "Reason", row => DocumentWords.OrDash(row.Note).Plain),
        .. Listed(figures.Agenda.Unanswered, "Strategy.Table.Unanswered", "Strategy.UnansweredSince", row => row.SinceAt is { } since ? words.ShortDay(secretariat.LocalDay(since)) : "–"),
    ];

    private string Held(AgendaCase row) => string.Join(", ", new[]
    {
        words.Name(row.Status),
        row.SinceAt is { } since ? words.Text("Strategy.Since", words.ShortDay(secretariat.LocalDay(since))) : null,
        row.UntilOn is { } until ? words.Text("Strategy.Until", words.ShortDay(until)) : null,
    }.OfType<string>());

    private IEnumerable<Block> Listed(IReadOnlyList<AgendaCase> rows, string caption, string last, Func<AgendaCase, string> lastOf) =>
        rows.Count == 0 ? [] : [tables.Agenda(rows, caption, last, lastOf)];

    private IEnumerable<Block> Coverage() =>
    [
        new Heading(1, words["Strategy.Coverage"]),
        new Paragraph(words.Text("Strategy.CoverageText", figures.ByObjective.Gaps, figures.ByObjective.Cells, figures.Unmapped)),
        new Heading(2, words["Strategy.ByObjective"]),
        tables.Coverage(figures.ByObjective, "Strategy.Table.ByObjective"), tables.Columns(figures.ByObjective, "Strategy.Table.Objectives"), charts.Coverage(),
        new Heading(2, words["Strategy.ByTheme"]),
        tables.Coverage(figures.ByTheme, "Strategy.Table.ByTheme"), tables.Columns(figures.ByTheme, "Strategy.Table.Themes"),
    ];

    private IEnumerable<Block> Progress() =>
    [
        new Heading(1, words["Strategy.Pipeline"]), charts.Pipeline(), tables.States(),
        new Heading(1, words["Strategy.Times"]), new Paragraph(words["Strategy.TimesText"]), tables.Legs(),
        new Heading(1, words["Strategy.Late"]), tables.Late(),
    ];

    private IEnumerable<Block> Outcomes() =>
    [
        new Heading(1, words["Strategy.Recommendations"]),
        new Paragraph(words.Text(
            "Strategy.RecommendationsText", figures.Recommendations.Whole.All, names.Share(figures.Recommendations.Whole.Share), figures.Recommendations.Whole.Open,
            figures.Recommendations.Whole.Amber, figures.Recommendations.Whole.Red)),
        charts.Recommendations(),
        tables.Recommendations(figures.Recommendations.ByCountry, "Country", "Strategy.Table.RecommendationsByCountry", names.Country),
        tables.Recommendations(figures.Recommendations.ByObjective, "Strategy.Objective", "Strategy.Table.RecommendationsByObjective", names.Objective),
        new Heading(1, words["Strategy.Initiatives"]), tables.Initiatives(),
    ];

    private IEnumerable<Block> Reach() =>
    [
        new Heading(1, words["Strategy.Equity"]), tables.Equity(),
        new Paragraph([Inline.Bold(words["Strategy.NeverServedList"] + " "), figures.Equity.NeverServed.Count == 0 ? words["Strategy.None"] : string.Join(", ", figures.Equity.NeverServed.Select(names.Country))]),
        new Heading(1, words["Strategy.Satisfaction"]), charts.Satisfaction(), tables.Satisfaction(), charts.ParticipantsSay(), tables.ParticipantsSay(),
        new Heading(1, words["Strategy.Participants"]), charts.Participants(),
    ];

    private IEnumerable<Block> Counting() =>
    [
        new Heading(1, words["Strategy.Counting"]) { Numbered = false },
        new BulletList([.. Enumerable.Range(1, 7).Select(at => (ListItem)words[string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Strategy.Counting.{at}")])]),
    ];
}
