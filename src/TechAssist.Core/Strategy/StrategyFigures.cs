using TechAssist.Core.Board;
using TechAssist.Core.Reference;
using TechAssist.Core.Requests;

namespace TechAssist.Core.Strategy;

/// <summary>How far a case has come, as the committee counts.</summary>
public enum CaseState
{
    /// <summary>On its way.</summary>
    Open,

    /// <summary>Closed with the assistance given.</summary>
    Completed,

    /// <summary>Closed without: declined, not eligible, referred, refused, withdrawn, lapsed, cancelled.</summary>
    Ended,
}

/// <summary>Everything the committee's page and its dossier show; the one is made from the other's record, so that they cannot differ.
/// How each figure is counted is told in docs/strategy.md.</summary>
public sealed record StrategyFigures
{
    /// <summary>As it was asked for.</summary>
    public required StrategyFilter Filter { get; init; }

    public required DateOnly FromOn { get; init; }

    public required DateOnly ToOn { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required DateOnly Today { get; init; }

    public required Framework Framework { get; init; }

    public required int Cases { get; init; }

    /// <summary>Of <see cref="Cases"/>, those with no objective that maps to the framework.</summary>
    public required int Unmapped { get; init; }

    public required Coverage ByObjective { get; init; }

    public required Coverage ByTheme { get; init; }

    /// <summary>Open now, by stage.</summary>
    public required IReadOnlyList<PipelineStage> Pipeline { get; init; }

    /// <summary>Of the cases of the period.</summary>
    public required IReadOnlyList<StateCount> States { get; init; }

    public required IReadOnlyList<Leg> Legs { get; init; }

    public required RecommendationFigures Recommendations { get; init; }

    public required IReadOnlyList<FoundInitiative> Initiatives { get; init; }

    public required EquityFigures Equity { get; init; }

    public required IReadOnlyList<QuestionMean> Satisfaction { get; init; }

    /// <summary>What participants answered, in all surveys that have enough answers to be shown.</summary>
    public required IReadOnlyList<QuestionMean> ParticipantsSay { get; init; }

    public required Participants Participants { get; init; }

    public required CommitteeAgenda Agenda { get; init; }

    public required IReadOnlyList<LateCase> Late { get; init; }
}

/// <summary>Countries down, objectives or themes across.</summary>
public sealed record Coverage(IReadOnlyList<CoverageColumn> Columns, IReadOnlyList<CoverageRow> Rows)
{
    public int Gaps => Rows.Sum(row => row.Cells.Count(cell => cell.IsGap));

    public int Cells => Rows.Count * Columns.Count;
}

/// <param name="Code">Of the objective or theme.</param>
/// <param name="Certainty">The least sure mapping by which a case is counted here; confirmed where none was mapped.</param>
/// <param name="Mapped">Cases counted here because an objective of another framework maps to it.</param>
public sealed record CoverageColumn(string Code, string Label, LangText Name, Certainty Certainty, int Mapped);

/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Cases">Different cases of the row that are open or completed; one with two objectives counts once.</param>
public sealed record CoverageRow(string Country, IReadOnlyList<CoverageCell> Cells, int Cases);

/// <summary>Cases on their way and completed; what ended otherwise covers nothing.</summary>
public sealed record CoverageCell(int Open, int Completed)
{
    public int Cases => Open + Completed;

    public bool IsGap => Cases == 0;
}

public sealed record PipelineStage(string Stage, int Cases, int Late);

/// <param name="Result">The result of the process for ended ones; null for the open.</param>
public sealed record StateCount(CaseState State, string? Result, int Cases);

/// <summary>Recommendations of the cases of the period. Open ones are amber from six months and red from twelve.</summary>
public sealed record RecommendationTally(string Key, int All, int Implemented, int Open, int Amber, int Red)
{
    /// <summary>From 0 to 1; null where there is none.</summary>
    public double? Share => All == 0 ? null : (double)Implemented / All;
}

public sealed record RecommendationFigures(RecommendationTally Whole, IReadOnlyList<RecommendationTally> ByCountry, IReadOnlyList<RecommendationTally> ByObjective);

/// <summary>A concrete initiative that a published report names.</summary>
public sealed record FoundInitiative(Guid RequestId, string Reference, string? Country, int Mission, string Title, string? Lead, string? Partners, string? CostRange, string? NextStep);

/// <param name="Cases">Open or completed cases of the period.</param>
/// <param name="LeastDeveloped">Of these, the ones whose lead country is a least developed one.</param>
/// <param name="Beneficiaries">Countries that may ask.</param>
/// <param name="NeverServed">Of these, the ones to which no expert ever left, in any case ever.</param>
/// <param name="Seats">Seats of experts on missions that left.</param>
/// <param name="Women">Of <paramref name="SexKnown"/>.</param>
/// <param name="SouthSouth">Of <paramref name="NationalityKnown"/>, those with an expert who has the nationality of an African country.</param>
public sealed record EquityFigures(
    int Cases, int LeastDeveloped, int Beneficiaries, IReadOnlyList<string> NeverServed, int Seats, int SexKnown, int Women, int NationalityKnown, int SouthSouth);

/// <summary>A question of the beneficiary's questionnaire, or of the participants' survey.</summary>
/// <param name="Mean">1 to 5.</param>
public sealed record QuestionMean(string Question, double Mean, int Answers);

/// <param name="Missions">Missions that told how many took part.</param>
public sealed record Participants(int Missions, int Women, int Men);

/// <summary>What the committee is asked to decide, or should know of.</summary>
/// <param name="Silence">Silence procedures that run.</param>
/// <param name="Holds">Cases on hold or suspended.</param>
/// <param name="Coming">Regional requests that will come to the committee, because they need its agreement.</param>
/// <param name="Above">Cases whose missions go above the ceiling of expert days, with the coordinator's reason.</param>
/// <param name="Unanswered">Cases whose follow-up of the period nobody answered (domain process 4.3, step 18), since the day it was given up.</param>
public sealed record CommitteeAgenda(
    IReadOnlyList<AgendaCase> Silence, IReadOnlyList<AgendaCase> Holds, IReadOnlyList<AgendaCase> Coming, IReadOnlyList<AgendaCase> Above,
    IReadOnlyList<AgendaCase> Unanswered)
{
    public int Decisions => Silence.Count;
}

/// <param name="DueAt">UTC; until when silence is assent.</param>
/// <param name="UntilOn">A hold's day to look again.</param>
/// <param name="Note">A reason in the words of who gave it.</param>
public sealed record AgendaCase(
    Guid Id, string Reference, LangText Title, string? Country, string Stage, RequestStatus Status, DateTime? DueAt, DateTime? SinceAt, DateOnly? UntilOn, string? Note)
{
    /// <summary>The step that is due, whose account says why then.</summary>
    public Guid? StepRowId { get; init; }
}

/// <param name="Days">Working days of the secretariat past the due time; one at least.</param>
public sealed record LateCase(Guid Id, string Reference, LangText Title, string? Country, string Stage, DateTime DueAt, int Days, Guid StepRowId);
