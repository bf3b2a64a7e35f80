namespace TechAssist.Workflow.Definitions;

/// <summary>An amount of time in the unit the step counts in: workingDays, officeHours, hours (elapsed), days or months.</summary>
public sealed record StepLimit(int Amount, string Unit)
{
    /// <summary>The units a limit, reminder or escalation may use.</summary>
    public static readonly IReadOnlyList<string> Units = ["workingDays", "officeHours", "hours", "days", "months"];
}

/// <summary>A reminder: <paramref name="Offset"/> units from the due time or from the start of the step; negative is before.</summary>
/// <param name="From"><c>due</c> or <c>start</c>.</param>
/// <param name="Template">Which mail; null for the usual one.</param>
/// <param name="Channel">How: <c>mail</c> (and with it the portal), or <c>portal</c> alone; null is a mail.</param>
public sealed record StepReminder(int Offset, string Unit, string From, IReadOnlyList<string> Audience, string? Template = null, string? Channel = null)
{
    public const string Portal = "portal";

    /// <summary>Stands among the notifications of the portal, and comes by no mail.</summary>
    public bool IsInPortalOnly => Channel == Portal;
}

/// <summary>Whom to tell when the step is <paramref name="Offset"/> units late.</summary>
/// <param name="Template">Which mail; null for the usual one.</param>
/// <param name="Reassign">The step is theirs to do from then on.</param>
public sealed record StepEscalation(int Offset, string Unit, IReadOnlyList<string> Audience, string? Template = null, bool Reassign = false);

/// <summary>A step people decide, with everything the file says about it. What the file leaves out is empty or null; the linter refuses such a file.</summary>
/// <param name="Outcomes">Its ports, in the order of the file.</param>
/// <param name="Calendar">Whose working days count: secretariat, country or actor.</param>
/// <param name="PausesClock">The clock of the case stands while the step is open.</param>
/// <param name="AutoOutcome">Taken by itself at the limit (silence procedure, lapse); null when nothing happens by itself.</param>
/// <param name="Complete">When the step is done: <c>first</c>, <c>all</c>, <c>count:n</c> or <c>silence</c>.</param>
public sealed record HumanStep(
    string Id,
    string Title,
    IReadOnlyList<string> Audience,
    IReadOnlyList<string> Outcomes,
    string Stage,
    string Form,
    string LabelStaffEn,
    string LabelStaffFr,
    string LabelRequesterEn,
    string LabelRequesterFr,
    StepLimit? Limit,
    string Calendar,
    bool PausesClock,
    IReadOnlyList<StepReminder> Reminders,
    IReadOnlyList<StepEscalation> Escalations,
    string? AutoOutcome,
    string Complete)
{
    /// <summary>Who carries the step, where the file names a person or role expression; usually empty.</summary>
    public string Assignee { get; init; } = "";

    /// <summary>Nobody of those roles is anybody else than the ones who have the step while it is open: to tell them is no escalation. Where
    /// all must answer, those who have answered may be told of the others.</summary>
    public bool IsHeldBy(IReadOnlyCollection<string> audience) =>
        audience.Count > 0 && (Complete == "first" || Audience.Count == 1) && audience.All(Audience.Contains);

    /// <summary>The label for staff in <c>fr</c>, otherwise English.</summary>
    public string LabelStaff(string language) => IsFrench(language) ? LabelStaffFr : LabelStaffEn;

    /// <summary>The label for the requester in <c>fr</c>, otherwise English.</summary>
    public string LabelRequester(string language) => IsFrench(language) ? LabelRequesterFr : LabelRequesterEn;

    internal static bool IsFrench(string language) => language.StartsWith("fr", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Sends a template to an audience and goes on at once.</summary>
public sealed record NotifyStep(string Id, string Template, IReadOnlyList<string> Audience);

/// <summary>Waits for a date: the value of a fact (<paramref name="Date"/>), or <paramref name="Offset"/> after the case date named <paramref name="Anchor"/> (<c>anchor</c> or <c>from</c> in the file).</summary>
public sealed record WaitUntilStep(string Id, string? Date, string? Anchor, StepLimit? Offset);

/// <summary>Produces a document (terms of reference, report, letter) and goes on at once.</summary>
public sealed record ProduceStep(string Id, string Document);
