using TechAssist.Core.Documents;
using TechAssist.Reports;

namespace TechAssist.Core.Strategy.Dossiers;

/// <summary>The tables of the committee's dossier.</summary>
internal sealed class DossierTables(StrategyFigures figures, StrategyNames names, Func<DateTime, DateOnly> dayOf)
{
    private readonly DocumentWords words = names.Words;

    public Table Agenda(IReadOnlyList<AgendaCase> rows, string caption, string last, Func<AgendaCase, string> lastOf) => new(
        [new(words["Strategy.Reference"]), new(words["Strategy.Subject"], 2.4), new(words["Country"], 1.1), new(words["Strategy.Stage"], 1.2), new(words[last], 1.4)],
        [.. rows.Select(RichText[] (row) => [row.Reference, row.Title.In(words.Language), names.Country(row.Country), names.Stage(row.Stage), lastOf(row)])],
        words[caption]);

    public Table Coverage(Coverage coverage, string caption) => new(
        [new(words["Country"]), .. coverage.Columns.Select(column => new TableColumn(column.Label, null, Alignment.Centre)), new(words["Strategy.Cases"], null, Alignment.End)],
        [
            .. coverage.Rows.Select(RichText[] (row) =>
                [names.Country(row.Country), .. row.Cells.Select(cell => (RichText)(cell.IsGap ? "–" : words.Amount(cell.Cases))), words.Amount(row.Cases)]),
        ],
        words[caption])
    { FirstColumnNamesRow = true };

    /// <summary>What the columns mean, and where nobody is helped.</summary>
    public Table Columns(Coverage coverage, string caption) => new(
        [new("", 0.5), new(words["Strategy.Name"], 3), new(words["Strategy.WithCases"], 1, Alignment.End), new(words["Strategy.Without"], 1, Alignment.End), new(words["Strategy.Mapping"], 1.8)],
        [
            .. coverage.Columns.Select((column, at) => (column, Without: coverage.Rows.Count(row => row.Cells[at].IsGap))).Select(RichText[] (one) =>
                [one.column.Label, names.Name(one.column), words.Amount(coverage.Rows.Count - one.Without), words.Amount(one.Without), DocumentWords.OrDash(names.Mapping(one.column))]),
        ],
        words[caption])
    { FirstColumnNamesRow = true };

    public Table States() => new(
        [new(words["Strategy.State"], 3), new(words["Strategy.Cases"], 1, Alignment.End)],
        [.. figures.States.Select(RichText[] (row) => [names.State(row), words.Amount(row.Cases)])],
        words["Strategy.Table.States"]);

    public Table Legs() => new(
        [
            new(words["Strategy.Stretch"], 2.6), new(words["Strategy.Cases"], 0.8, Alignment.End), new(words["Strategy.Median"], 1, Alignment.End),
            new(words["Strategy.Target"], 0.9, Alignment.End), new(words["Strategy.WithinTarget"], 1.4, Alignment.End),
        ],
        [.. figures.Legs.Select(RichText[] (leg) => [names.Leg(leg), words.Amount(leg.Cases), names.Number(leg.Median), words.Amount(leg.Target), names.Share(leg.InTarget, leg.Cases)])],
        words["Strategy.Table.Times"]);

    public Table Late() => new(
        [new(words["Strategy.Reference"]), new(words["Strategy.Subject"], 2.4), new(words["Country"], 1.1), new(words["Strategy.Stage"], 1.2), new(words["Strategy.DueOn"]), new(words["Strategy.DaysLate"], 1.1, Alignment.End)],
        [.. figures.Late.Select(RichText[] (row) => [row.Reference, row.Title.In(words.Language), names.Country(row.Country), names.Stage(row.Stage), words.ShortDay(dayOf(row.DueAt)), words.Amount(row.Days)])],
        words["Strategy.Table.Late"]);

    public Table Recommendations(IReadOnlyList<RecommendationTally> rows, string first, string caption, Func<string, string> name) => new(
        [
            new(words[first], 2.6), new(words["Strategy.All"], 0.8, Alignment.End), new(words["Strategy.Implemented"], null, Alignment.End), new(words["Strategy.Open"], 0.9, Alignment.End),
            new(words["Strategy.Amber"], 1, Alignment.End), new(words["Strategy.Red"], 1, Alignment.End),
        ],
        [.. rows.Select(RichText[] (row) => [name(row.Key), words.Amount(row.All), names.Share(row.Implemented, row.All), words.Amount(row.Open), words.Amount(row.Amber), words.Amount(row.Red)])],
        words[caption])
    { FirstColumnNamesRow = true };

    public Table Initiatives() => new(
        [new(words["Strategy.Reference"]), new(words["Strategy.Initiative"], 2.2), new(words["Country"]), new(words["Report.Lead"], 1.6), new(words["Report.Cost"], 1.1), new(words["Report.NextStep"], 1.9)],
        [
            .. figures.Initiatives.Select(RichText[] (row) =>
                [row.Reference, row.Title, names.Country(row.Country), DocumentWords.OrDash(row.Lead), DocumentWords.OrDash(row.CostRange), DocumentWords.OrDash(row.NextStep)]),
        ],
        words["Strategy.Table.Initiatives"]);

    public Facts Equity()
    {
        var equity = figures.Equity;
        return new Facts(
        [
            new Fact(words["Strategy.LeastDeveloped"], names.Share(equity.LeastDeveloped, equity.Cases)),
            new Fact(words["Strategy.NeverServed"], names.Share(equity.NeverServed.Count, equity.Beneficiaries)),
            new Fact(words["Strategy.WomenExperts"], names.Share(equity.Women, equity.SexKnown)),
            new Fact(words["Strategy.SouthSouth"], names.Share(equity.SouthSouth, equity.NationalityKnown)),
            new Fact(words["Strategy.Seats"], words.Amount(equity.Seats)),
        ]);
    }

    public Table Satisfaction() => new(
        [new(words["Strategy.Question"], 3), new(words["Chart.OutOfFive"], 1, Alignment.End), new(words["Strategy.Answers"], 1, Alignment.End)],
        [.. figures.Satisfaction.Select(RichText[] (row) => [names.Question(row.Question), row.Mean.ToString("0.0", words.Culture), words.Amount(row.Answers)])],
        words["Strategy.Table.Satisfaction"]);

    public Table ParticipantsSay() => new(
        [new(words["Strategy.Question"], 3), new(words["Chart.OutOfFive"], 1, Alignment.End), new(words["Strategy.Answers"], 1, Alignment.End)],
        [.. figures.ParticipantsSay.Select(RichText[] (row) => [names.Asked(row.Question), row.Mean.ToString("0.0", words.Culture), words.Amount(row.Answers)])],
        words["Strategy.Table.ParticipantsSay"]);
}
