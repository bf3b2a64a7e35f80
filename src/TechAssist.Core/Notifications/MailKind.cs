using TechAssist.Core.Correspondence;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Core.Inbox;
using TechAssist.Core.Missions.Field;
using TechAssist.Core.Work;

namespace TechAssist.Core.Notifications;

/// <summary>What a mail is for its reader; choices are made by kind.</summary>
public enum MailKind
{
    /// <summary>Of an account, asked for by its owner or an administrator. Goes out at any hour.</summary>
    Account,

    /// <summary>Something is waiting for the reader.</summary>
    Task,

    /// <summary>It is still waiting.</summary>
    Reminder,

    /// <summary>Somebody's step is late, or was given to somebody else.</summary>
    Escalation,

    /// <summary>Calls, invitations and what follows from them for an expert.</summary>
    Call,

    /// <summary>Somebody of the case wrote to the reader.</summary>
    Message,

    /// <summary>News of a case.</summary>
    News,

    /// <summary>Several of them in one.</summary>
    Digest,

    /// <summary>Somebody's safety. Goes out at any hour, and nobody chooses it away.</summary>
    Alarm,
}

public static class MailKinds
{
    /// <summary>The kinds for which people choose.</summary>
    public static readonly MailKind[] Chosen = [MailKind.Task, MailKind.Reminder, MailKind.Escalation, MailKind.Message, MailKind.News];

    public static MailKind Of(OutboxMessage mail) => mail.Template switch
    {
        DigestTemplate => MailKind.Digest,
        "task-opened" or "task-taken-over" => MailKind.Task,
        NoteAlarm.Watch or NoteAlarm.Leave => MailKind.Alarm,
        "task-reminder" or "task-late" or ChecklistAlarms.Due => MailKind.Reminder,
        SettleCase.HoldOver or "task-escalated" or "task-reported" or "task-passed-on" or "more-time-asked" or TakeBounce.Alarm or ChecklistAlarms.Red => MailKind.Escalation,
        _ when mail.StepRowId is not null => MailKind.Task,
        "contact-confirm" or "done-on-your-behalf" or "recommendation-progress-asked" or SweepReminders.Template => MailKind.Account,
        MessageMail.Posted or MessageMail.Mentioned => MailKind.Message,
        _ when mail.RequestId is null => MailKind.Account,
        _ when mail.Template.StartsWith("call-", StringComparison.Ordinal) || mail.Template.StartsWith("expert-", StringComparison.Ordinal) => MailKind.Call,
        _ => MailKind.News,
    };

    public const string DigestTemplate = "digest";

    /// <summary>May become a line of a daily mail.</summary>
    public static bool FitsDigest(MailKind kind) => Chosen.Contains(kind);
}
