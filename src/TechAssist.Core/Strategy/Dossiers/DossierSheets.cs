using TechAssist.Core.Clock;
using TechAssist.Core.Documents;
using TechAssist.Reports;

namespace TechAssist.Core.Strategy.Dossiers;

/// <summary>Writes the committee's dossier as a workbook: each table a sheet, figures as figures.</summary>
internal sealed class DossierSheets(StrategyFigures figures, StrategyNames names, string organisation, WorkingCalendar secretariat)
{
    private readonly DocumentWords words = names.Words;

    public Workbook Write() => new(words["Strategy.Title"], organisation, words.DocumentLanguage, figures.At,
    [
        Agenda(), Coverage(figures.ByObjective, "Strategy.ByObjective"), Columns(), Coverage(figures.ByTheme, "Strategy.ByTheme"), Pipeline(), States(), Legs(), Late(),
        Recommendations(figures.Recommendations.ByCountry, "Country", "Strategy.Sheet.RecommendationsByCountry", names.Country),
        Recommendations(figures.Recommendations.ByObjective, "Strategy.Objective", "Strategy.Sheet.RecommendationsByObjective", names.Objective),
        Initiatives(), Equity(), Satisfaction(),
    ]);

    private Sheet Agenda()
    {
        (string Kind, IReadOnlyList<AgendaCase> Rows)[] kinds =
            [("Strategy.Table.Silence", figures.Agenda.Silence), ("Strategy.Table.Coming", figures.Agenda.Coming), ("Strategy.Table.Holds", figures.Agenda.Holds), ("Strategy.Table.Above", figures.Agenda.Above),
                ("Strategy.Table.Unanswered", figures.Agenda.Unanswered)];
        return Of(
            "Strategy.Decisions",
            ["Strategy.Kind", "Strategy.Reference", "Strategy.Subject", "Country", "Strategy.Stage", "Strategy.SilentUntil", "Strategy.SinceDay", "Reason"],
            [
                .. kinds.SelectMany(kind => kind.Rows.Select(SheetCell[] (row) =>
                [
                    words[kind.Kind], row.Reference, row.Title.In(words.Language), names.Country(row.Country), names.Stage(row.Stage), Day(row.DueAt), Day(row.SinceAt), row.Note,
                ])),
            ]);
    }

    private Sheet Coverage(Coverage coverage, string title) => new(
        words[title],
        [words["Country"], .. coverage.Columns.Select(column => column.Label), words["Strategy.Cases"]],
        [.. coverage.Rows.Select(SheetCell[] (row) => [names.Country(row.Country), .. row.Cells.Select(cell => (SheetCell)cell.Cases), row.Cases])],
        $"{words["Strategy.Coverage"]} · {figures.Framework.Name(words.Language)} · {names.Scope}");

    private Sheet Columns() => Of(
        "Strategy.Table.Objectives",
        ["Strategy.Objective", "Strategy.Name", "Strategy.WithCases", "Strategy.Without", "Strategy.MappedCases", "Strategy.Mapping"],
        [
            .. figures.ByObjective.Columns.Select((column, at) => (column, Without: figures.ByObjective.Rows.Count(row => row.Cells[at].IsGap))).Select(SheetCell[] (one) =>
                [one.column.Label, names.Name(one.column), figures.ByObjective.Rows.Count - one.Without, one.Without, one.column.Mapped, one.column.Mapped == 0 ? "" : words.Name(one.column.Certainty)]),
        ]);

    private Sheet Pipeline() => Of(
        "Strategy.Pipeline", ["Strategy.Stage", "Strategy.Cases", "Strategy.LateNow"], [.. figures.Pipeline.Select(SheetCell[] (row) => [names.Stage(row.Stage), row.Cases, row.Late])]);

    private Sheet States() => Of("Strategy.Table.States", ["Strategy.State", "Strategy.Cases"], [.. figures.States.Select(SheetCell[] (row) => [names.State(row), row.Cases])]);

    private Sheet Legs() => Of(
        "Strategy.Times",
        ["Strategy.Stretch", "Strategy.Cases", "Strategy.Median", "Strategy.Target", "Strategy.WithinTarget"],
        [.. figures.Legs.Select(SheetCell[] (leg) => [names.Leg(leg), leg.Cases, SheetCell.Number(leg.Median, 1), leg.Target, SheetCell.Share((double)leg.InTarget / leg.Cases)])]);

    private Sheet Late() => Of(
        "Strategy.Late",
        ["Strategy.Reference", "Strategy.Subject", "Country", "Strategy.Stage", "Strategy.DueOn", "Strategy.DaysLate"],
        [.. figures.Late.Select(SheetCell[] (row) => [row.Reference, row.Title.In(words.Language), names.Country(row.Country), names.Stage(row.Stage), Day(row.DueAt), row.Days])]);

    private Sheet Recommendations(IReadOnlyList<RecommendationTally> rows, string first, string title, Func<string, string> name) => Of(
        title,
        [first, "Strategy.All", "Strategy.Implemented", "Strategy.ImplementedShare", "Strategy.Open", "Strategy.Amber", "Strategy.Red"],
        [.. rows.Select(SheetCell[] (row) => [name(row.Key), row.All, row.Implemented, SheetCell.Share(row.Share), row.Open, row.Amber, row.Red])]);

    private Sheet Initiatives() => Of(
        "Strategy.Initiatives",
        ["Strategy.Reference", "Country", "Strategy.Initiative", "Report.Lead", "Report.Partners", "Report.Cost", "Report.NextStep"],
        [.. figures.Initiatives.Select(SheetCell[] (row) => [row.Reference, names.Country(row.Country), row.Title, row.Lead, row.Partners, row.CostRange, row.NextStep])]);

    private Sheet Equity()
    {
        var equity = figures.Equity;
        return Of(
            "Strategy.Equity",
            ["Strategy.Figure", "Strategy.Number", "Strategy.OutOf", "Strategy.Share"],
            [
                Row("Strategy.LeastDeveloped", equity.LeastDeveloped, equity.Cases), Row("Strategy.NeverServed", equity.NeverServed.Count, equity.Beneficiaries),
                Row("Strategy.WomenExperts", equity.Women, equity.SexKnown), Row("Strategy.SouthSouth", equity.SouthSouth, equity.NationalityKnown),
                Row("Strategy.WomenParticipants", figures.Participants.Women, figures.Participants.Women + figures.Participants.Men),
            ]);
    }

    private SheetCell[] Row(string what, int part, int whole) => [words[what], part, whole, SheetCell.Share(whole == 0 ? null : (double)part / whole)];

    private Sheet Satisfaction() => Of(
        "Strategy.Satisfaction", ["Strategy.WhoSays", "Strategy.Question", "Chart.OutOfFive", "Strategy.Answers"],
        [
            .. figures.Satisfaction.Select(SheetCell[] (row) => [words["Strategy.Beneficiaries"], names.Question(row.Question), SheetCell.Number(row.Mean, 1), row.Answers]),
            .. figures.ParticipantsSay.Select(SheetCell[] (row) => [words["Strategy.OfParticipants"], names.Asked(row.Question), SheetCell.Number(row.Mean, 1), row.Answers]),
        ]);

    private SheetCell Day(DateTime? at) => at is { } known ? (DateOnly?)secretariat.LocalDay(known) : null;

    private Sheet Of(string title, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<SheetCell>> rows) =>
        new(words[title], [.. header.Select(key => words[key])], rows, $"{words[title]} · {names.Scope}");
}
