using TechAssist.Core.Documents;
using TechAssist.Core.Reference;

namespace TechAssist.Core.Strategy.Dossiers;

/// <summary>Says the codes in the figures in one language: countries, stages, results, objectives.</summary>
public sealed class StrategyNames(StrategyFigures figures, ReferenceSnapshot data, DocumentWords words)
{
    public DocumentWords Words => words;

    public string Country(string? code) => data.Country(code)?.Name(words.Language) ?? code ?? "–";

    public string Theme(string theme) => data.Theme(theme)?.Name(words.Language) ?? theme;

    public string Stage(string stage) => words["Stage." + stage];

    public string State(StateCount row) => row.Result is { } result ? words["Result." + result] : words.Name(row.State);

    /// <summary>A question of the participants' survey.</summary>
    public string Asked(string question) => Messages.Text("Survey.Column." + question, words.Language);

    public string Question(string question) => Messages.Text("Question." + question, words.Language);

    public string Name(CoverageColumn column) => column.Name.In(words.Language);

    /// <summary>"R9 – Sécuriser la gestion des données".</summary>
    public string Objective(string code) =>
        figures.ByObjective.Columns.FirstOrDefault(column => column.Code == code) is { } column ? $"{column.Label} – {Name(column)}" : code;

    /// <summary>How sure it is that the cases counted in a column belong there; empty where none was mapped.</summary>
    public string Mapping(CoverageColumn column) => column.Mapped == 0 ? "" : words.Text("Strategy.MappedFrom", column.Mapped, words.Name(column.Certainty));

    public string Period => words.Text("Strategy.FromTo", words.Day(figures.FromOn), words.Day(figures.ToOn));

    /// <summary>Of what the figures are: period, country, theme.</summary>
    public string Scope => string.Join(" · ", new[] { Period, Blank.ToNull(figures.Filter.Country) is { } country ? Country(country) : null, Blank.ToNull(figures.Filter.Theme) is { } theme ? Theme(theme) : null }.OfType<string>());

    public string Leg(Board.Leg leg) => $"{words.Name(leg.Kind)} ({words.Name(leg.Track)})";

    public string Share(double? share) => share is { } known ? known.ToString("P0", words.Culture) : "–";

    public string Share(int part, int whole) => whole == 0 ? "–" : $"{((double)part / whole).ToString("P0", words.Culture)} ({words.Text("Strategy.Of", part, whole)})";

    public string Number(double? number) => number is { } known ? known.ToString("0.#", words.Culture) : "–";
}
