using System.Collections.Frozen;
using TechAssist.Core.Correspondence;
using TechAssist.Core.EndOfMission.Recommended;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.FollowUp.Surveys;
using TechAssist.Core.Inbox;
using TechAssist.Core.Missions.Field;
using TechAssist.Core.Work;

namespace TechAssist.Core.Notifications;

/// <summary>What a mail is for its reader; choices are made by kind.</summary>
public enum MailKind
{
    /// <summary>Answers what somebody has just asked for, and who waits before the screen for it. Goes out at any hour.</summary>
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

    /// <summary>Every mail the product has. What goes out at any hour is said by name: a mail that nobody thought of waits for the morning.</summary>
    private static readonly FrozenDictionary<string, MailKind> ByTemplate = new Dictionary<MailKind, string[]>
    {
        [MailKind.Account] =
            ["invitation", "password-reset", "contact-confirm", "registration-link", "registration-known", "registration-waits", "registration-received"],
        [MailKind.Task] =
        [
            "task-opened", "task-taken-over", "no-objection-asked", "due-extended", "due-recounted", AskMoreTime.Declined,
            "registration-arrived", "registration-invited", "registration-more", "keep-ready", ProgressLink.Asked, "duty-begins", "substitute-named",
        ],
        [MailKind.Reminder] = ["task-reminder", "task-late", LastDay.Template, ChecklistAlarms.Due, SweepReminders.Template, SweepReminders.Unowned, SweepAges.Template],
        [MailKind.Escalation] =
        [
            SettleCase.HoldOver, "task-escalated", "task-reported", "task-passed-on", AskMoreTime.Asked, TakeBounce.Alarm, ChecklistAlarms.Red,
            "done-on-your-behalf", "duty-ends", "substitution-ended",
        ],
        [MailKind.Call] =
        [
            CallMail.Opened, CallMail.Reminder, "call-closed", "call-declined", "call-over", "call-stood-down", "call-unanswered",
            "expert-accepted", "expert-called-off", "expert-confirmed", "expert-declined", "expert-freed", "expert-invited", "expert-stands-by", "expert-stood-down",
        ],
        [MailKind.Message] = [MessageMail.Posted, MessageMail.Mentioned],
        [MailKind.News] =
        [
            "approved", "cancelled", "closed", "declined", "ineligible", "lapsed", "referred", "withdrawn", "registration-admitted", "registration-declined",
            "appealReceived", "endorsementRefused", "followUpMissing", "missionCancelled", "missionsCancelled", "nobodyFound", "notRevised",
            "publicVersionDeclined", "publicVersionPublished", "publicVersionUnanswered", "rapidApproved", "reportPublished", "stoodDown", "termsApproved",
            "mission-extended", "mission-interrupted", "mission-invitation", "mission-new-days", "mission-postponed", "mission-resumed",
        ],
        [MailKind.Digest] = [DigestTemplate],
        [MailKind.Alarm] = [NoteAlarm.Watch, NoteAlarm.Leave],
    }.SelectMany(kind => kind.Value, (kind, template) => KeyValuePair.Create(template, kind.Key)).ToFrozenDictionary();

    public static MailKind Of(OutboxMessage mail) => Of(mail.Template, mail.StepRowId is not null);

    /// <summary>A process may send any news with a step, and name further templates: then they are about its task.</summary>
    internal static MailKind Of(string template, bool isOfStep) =>
        ByTemplate.GetValueOrDefault(template, MailKind.News) is var kind && kind == MailKind.News && isOfStep ? MailKind.Task : kind;

    /// <summary>The templates of which it is said what they are.</summary>
    public static IEnumerable<string> Templates => ByTemplate.Keys;

    public const string DigestTemplate = "digest";

    /// <summary>May become a line of a daily mail.</summary>
    public static bool FitsDigest(MailKind kind) => Chosen.Contains(kind);
}
