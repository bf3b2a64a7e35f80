using System.Text.Json.Nodes;
using TechAssist.Core.Clock;
using TechAssist.Core.People;
using TechAssist.Core.Requests;
using TechAssist.Core.Requests.Forms;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Work.Tasks;

/// <summary>One task for one reader: what is asked of whom until when, what went before, and what was or can be answered.</summary>
public sealed record TaskView
{
    public required Guid Id { get; init; }

    public required int Revision { get; init; }

    public required TaskCase Case { get; init; }

    public Guid? MissionId { get; init; }

    /// <summary>The number of the mission in its case, where the step is a mission's.</summary>
    public int? MissionNumber { get; init; }

    public required HumanStep Step { get; init; }

    /// <summary>The reader works for the secretariat or audits it: the staff's labels, not the requester's.</summary>
    public required bool IsForStaff { get; init; }

    public required Role Role { get; init; }

    /// <summary>Whose task it is; null where nobody holds the role yet.</summary>
    public string? Person { get; init; }

    public DateTime OpenedAt { get; init; }

    public DateTime? DueAt { get; init; }

    public bool IsLate { get; init; }

    /// <summary>Open, and its case is on hold or suspended: its time stands still.</summary>
    public bool IsPaused { get; init; }

    /// <summary>How its due time came about.</summary>
    public DueAccount? Due { get; init; }

    /// <summary>By which its due time is explained.</summary>
    public required Guid StepRowId { get; init; }

    /// <summary>The zone of the side that must act, in which the due time is said.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>What may be chosen: the outcomes of the step without those of the clock.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>The reader may answer now.</summary>
    public required bool MayAct { get; init; }

    /// <summary>Theirs, were it not for a hold or an answer given before.</summary>
    public required bool IsMine { get; init; }

    /// <summary>The officer for whom the reader would answer, as substitute.</summary>
    public string? OnBehalfOf { get; init; }

    public bool IsOpen { get; init; }

    /// <summary>Set once it was answered, or was closed without an answer.</summary>
    public GivenAnswer? Answer { get; init; }

    /// <summary>What was kept for later, as the form's JSON.</summary>
    public JsonObject? Draft { get; init; }

    public DateTime? DraftSavedAt { get; init; }

    public IReadOnlyList<TaskColleague> Others { get; init; } = [];

    /// <summary>Answers of earlier steps that this reader may read, the latest first.</summary>
    public IReadOnlyList<GivenAnswer> Before { get; init; } = [];

    /// <summary>What both scorers gave, for whoever decides.</summary>
    public IReadOnlyList<GivenScores> Scores { get; init; } = [];

    /// <summary>What can be appealed against.</summary>
    public TaskRefusal? Refusal { get; init; }

    /// <summary>What still stands in the way on the pages where the work is done, by the field of those pages; for whoever is to answer.</summary>
    public IReadOnlyList<FieldError> Missing { get; init; } = [];

    /// <summary>What can be chosen in fields that name a record, by field.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<TaskChoice>> Choices { get; init; } = new Dictionary<string, IReadOnlyList<TaskChoice>>();

    /// <summary>Keys of the questions to answer, where the form is a questionnaire.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Whoever acts reads what is to be done. The requester is spoken to by the requester's label, and so is everybody
    /// who only looks on from outside.</summary>
    public string Title(string language) =>
        IsForStaff || (IsMine && Role != Role.Requester) ? Step.LabelStaff(language) : Step.LabelRequester(language);
}

/// <summary>The case a task belongs to, as its summary says it.</summary>
public sealed record TaskCase(
    Guid Id, string? Reference, LangText Title, string? Country, Track Track, RequestStatus Status, string? Institution, LangText Problem, LangText Objective);

/// <summary>An answer to a step as it is shown afterwards. <paramref name="Outcome"/> is null where the step was called off.</summary>
public sealed record GivenAnswer(string Step, string Form, string? Outcome, JsonObject Fields, Role Role, string? By, DateTime At);

/// <summary>Somebody else who has the same step before them.</summary>
public sealed record TaskColleague(string? Name, Role Role, bool IsAnswered, DateTime? AnsweredAt);

public sealed record GivenScores(string? By, Role Role, ScoresForm Form);

public sealed record TaskRefusal(
    string Result, RefusalReason Reason, string Explanation, string WayForward, string? ReferredTo, string DecidedByName, DateTime DecidedAt, DateTime? AppealUntilAt);

/// <summary>One record to choose. <paramref name="Conflict"/> is what an expert declared as a conflict of interest.</summary>
public sealed record TaskChoice(Guid Id, LangText Label, string? Note = null, string? Conflict = null);
