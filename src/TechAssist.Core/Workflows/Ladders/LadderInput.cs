using System.ComponentModel.DataAnnotations;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Workflows.Ladders;

/// <summary>When a reminder goes out.</summary>
public enum RungFrom { BeforeDue, AfterDue, AfterStart }

/// <summary>How a reminder comes: by mail, as the reader chose, and in the portal; or in the portal alone.</summary>
public enum RungChannel { Mail, Portal }

/// <summary>A reminder as the administrator writes it.</summary>
public sealed record ReminderInput
{
    /// <summary>0 is the morning of the day itself.</summary>
    [Required, Range(0, 365)]
    public int? Amount { get; init; }

    /// <summary>One of <see cref="StepLimit.Units"/>.</summary>
    [Required]
    public string? Unit { get; init; }

    [Required]
    public RungFrom? From { get; init; }

    /// <summary>Roles as the files name them.</summary>
    [MinLength(1, ErrorMessage = "required")]
    public IReadOnlyList<string> Audience { get; init; } = [];

    /// <summary>Which mail; null for the usual one.</summary>
    [StringLength(60)]
    public string? Template { get; init; }

    public RungChannel Channel { get; init; }

    internal StepReminder ToReminder() => new(
        From == RungFrom.BeforeDue ? -Amount!.Value : Amount!.Value, Unit!, From == RungFrom.AfterStart ? "start" : "due", [.. Audience], Blank.ToNull(Template),
        Channel == RungChannel.Portal ? StepReminder.Portal : null);

    public static ReminderInput Of(StepReminder reminder) => new()
    {
        Amount = Math.Abs(reminder.Offset),
        Unit = reminder.Unit,
        From = reminder.From == "start" ? RungFrom.AfterStart : reminder.Offset > 0 ? RungFrom.AfterDue : RungFrom.BeforeDue,
        Audience = reminder.Audience,
        Template = reminder.Template,
        Channel = reminder.IsInPortalOnly ? RungChannel.Portal : RungChannel.Mail,
    };
}

/// <summary>An escalation as the administrator writes it; always after the due time.</summary>
public sealed record EscalationInput
{
    [Required, Range(1, 365)]
    public int? Amount { get; init; }

    /// <summary>One of <see cref="StepLimit.Units"/>.</summary>
    [Required]
    public string? Unit { get; init; }

    /// <summary>Roles as the files name them.</summary>
    [MinLength(1, ErrorMessage = "required")]
    public IReadOnlyList<string> Audience { get; init; } = [];

    /// <summary>Which mail; null for the usual one.</summary>
    [StringLength(60)]
    public string? Template { get; init; }

    /// <summary>The step is theirs to do from then on.</summary>
    public bool Reassign { get; init; }

    internal StepEscalation ToEscalation() => new(Amount!.Value, Unit!, [.. Audience], Blank.ToNull(Template), Reassign);

    public static EscalationInput Of(StepEscalation escalation) => new()
    {
        Amount = escalation.Offset,
        Unit = escalation.Unit,
        Audience = escalation.Audience,
        Template = escalation.Template,
        Reassign = escalation.Reassign,
    };
}

/// <summary>The ladder of a step, and the version of the definition it was read from.</summary>
public sealed record LadderInput
{
    public const int MostRungs = 12;

    public int Version { get; init; }

    [MaxLength(MostRungs)]
    public IReadOnlyList<ReminderInput> Reminders { get; init; } = [];

    [MaxLength(MostRungs)]
    public IReadOnlyList<EscalationInput> Escalations { get; init; } = [];

    public static LadderInput Of(WorkflowDefinition definition, HumanStep step) => new()
    {
        Version = definition.Version,
        Reminders = [.. step.Reminders.Select(ReminderInput.Of)],
        Escalations = [.. step.Escalations.Select(EscalationInput.Of)],
    };
}
