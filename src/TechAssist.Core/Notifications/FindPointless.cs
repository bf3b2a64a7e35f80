using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Experts;
using TechAssist.Core.Experts.Calls;
using TechAssist.Core.Links;
using TechAssist.Core.Missions.Field;
using TechAssist.Core.Persistence;
using TechAssist.Core.Work;

namespace TechAssist.Core.Notifications;

/// <summary>Which of a reader's mails have become pointless while they waited: what they ask for was done or is over, or a younger
/// mail says it better.</summary>
public sealed class FindPointless(TechAssistDb db)
{
    private const string Done = "done-meanwhile";
    private const string Over = "over-meanwhile";
    private const string SaidLater = "said-later";

    /// <summary>What somebody above is told of a step, as long as it is open.</summary>
    private static readonly string[] OfOpenSteps = ["task-escalated", AskMoreTime.Asked];

    /// <returns>By mail a code with a text <c>Mail.Dropped.(code)</c>; none for those that are still to the point.</returns>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyList<OutboxMessage> mails, DateTime now, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Guid, string>();
        await AddStepsAsync([.. mails.Where(mail => mail.StepRowId is not null)], found, cancellationToken);
        foreach (var mail in mails.Where(mail => mail.Template is CallMail.Opened or CallMail.Reminder))
        {
            if (await WhyOfCallAsync(mail, now, cancellationToken) is { } why)
            {
                found[mail.Id] = why;
            }
        }

        foreach (var mail in mails.Where(mail => mail.Template == ChecklistAlarms.Due))
        {
            if (await IsCheckedAsync(mail, cancellationToken))
            {
                found[mail.Id] = Done;
            }
        }

        return found;
    }

    private async Task AddStepsAsync(IReadOnlyList<OutboxMessage> mails, Dictionary<Guid, string> found, CancellationToken cancellationToken)
    {
        if (mails.Count == 0)
        {
            return;
        }

        var ids = mails.Select(mail => mail.StepRowId).Distinct().ToList();
        var personIds = mails.Select(mail => mail.PersonId).Distinct().ToList();
        var openSteps = await db.Steps.Where(step => ids.Contains(step.Id) && step.ClosedAt == null).Select(step => step.Id).ToListAsync(cancellationToken);
        var openItems = await db.WorkItems.Where(item => ids.Contains(item.StepRowId) && item.ClosedAt == null)
            .Select(item => new { item.StepRowId, item.PersonId }).ToListAsync(cancellationToken);
        var waiting = await db.Outbox.Where(other => ids.Contains(other.StepRowId) && personIds.Contains(other.PersonId) && other.State == MailState.Waiting)
            .Select(other => new { other.Id, other.StepRowId, other.PersonId, other.Template, other.CreatedAt }).ToListAsync(cancellationToken);
        foreach (var mail in mails)
        {
            var isStepOpen = openSteps.Contains(mail.StepRowId!.Value);
            if (OfOpenSteps.Contains(mail.Template) && !isStepOpen)
            {
                found[mail.Id] = Done;
            }

            var kind = MailKinds.Of(mail);
            if (kind is not (MailKind.Task or MailKind.Reminder))
            {
                continue;
            }

            var isMine = openItems.Exists(item => item.StepRowId == mail.StepRowId && (item.PersonId == mail.PersonId || item.PersonId == null));
            if (!isMine && (kind == MailKind.Task || !isStepOpen))
            {
                found[mail.Id] = Done;
            }
            else if (waiting.Exists(other => other.StepRowId == mail.StepRowId && other.PersonId == mail.PersonId && other.Id != mail.Id && other.CreatedAt > mail.CreatedAt
                && (MailKinds.Of(other.Template, isOfStep: true) == MailKind.Reminder || other.Template == "task-reported")))
            {
                found[mail.Id] = SaidLater;
            }
        }
    }

    /// <summary>The call is named by its link.</summary>
    private async Task<string?> WhyOfCallAsync(OutboxMessage mail, DateTime now, CancellationToken cancellationToken)
    {
        var token = mail.OncePath?.Split('/', '?').ElementAtOrDefault(2);
        if (SignedLink.IdOf(token) is not { } linkId)
        {
            return null;
        }

        var asked = await db.SignedLinks.Where(link => link.Id == linkId)
            .Join(db.Nominations, link => link.SubjectId, nomination => nomination.Id, (link, nomination) => new
            {
                nomination.Status,
                IsOver = link.RevokedAt != null || nomination.Call!.Status != CallStatus.Open || nomination.Call.ClosesAt <= now,
            })
            .SingleOrDefaultAsync(cancellationToken);
        return asked switch
        {
            null => null,
            { Status: NominationStatus.Accepted or NominationStatus.Declined or NominationStatus.Selected or NominationStatus.Confirmed } => Done,
            { IsOver: true } or { Status: not NominationStatus.Invited } => Over,
            _ => null,
        };
    }

    /// <summary>Of the items that the mail names none waits for its reader any more.</summary>
    private async Task<bool> IsCheckedAsync(OutboxMessage mail, CancellationToken cancellationToken)
    {
        var named = mail.Values.GetValueOrDefault("items");
        if (named is null || !int.TryParse(mail.Values.GetValueOrDefault("number"), CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        var mission = await db.Missions.AsNoTracking().Include(row => row.Members).ThenInclude(member => member.Expert).SingleOrDefaultAsync(row => row.RequestId == mail.RequestId && row.Number == number, cancellationToken);
        return mission is not null && !mission.Checklist.Any(item => mission.WaitsFor(item, mail.PersonId) && named.Split(ChecklistAlarms.Between).Contains(ChecklistAlarms.NameOf(item, mail.Language)));
    }
}
