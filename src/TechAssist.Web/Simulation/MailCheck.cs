using System.Globalization;
using TechAssist.Core.Notifications;
using TechAssist.Core.Requests;

namespace TechAssist.Web.Simulation;

/// <summary>Whether every mail left as it should: once, in a file under its Message-ID, at the reader's hours, or not at all with a
/// good reason.</summary>
public sealed class MailCheck(IServiceProvider services, YearFacts facts, YearCounts counts, DateTime endAt, string folder)
{
    // Said here again on purpose: the check must not believe the rule it checks.
    private static readonly TimeOnly Morning = new(7, 0);
    private static readonly TimeOnly Evening = new(19, 0);

    private static readonly string[] AtAnyHour =
    [
        "invitation", "password-reset", "contact-confirm", "registration-link", "registration-known", "registration-waits", "registration-received",
        "mission-alarm-watch", "mission-alarm-leave",
    ];

    private readonly List<string> broken = [];

    public async Task<IReadOnlyList<string>> ExecuteAsync(CancellationToken cancellationToken)
    {
        var sent = facts.Mails.Where(mail => mail.State == MailState.Sent).ToDictionary(mail => mail.Id);
        CheckFiles(sent);
        foreach (var mail in sent.Values)
        {
            await CheckHourAsync(mail, cancellationToken);
        }

        foreach (var mail in facts.Mails.Where(mail => mail.State != MailState.Sent))
        {
            CheckUnsent(mail, sent);
        }

        counts.MailsSent = sent.Count;
        counts.MailsInCommon = facts.Mails.Count(mail => mail.State == MailState.InDigest);
        counts.MailsWaiting = facts.Mails.Count(mail => mail.State == MailState.Waiting);
        counts.MailsDropped = facts.Mails.Where(mail => mail.State == MailState.Dropped).GroupBy(mail => mail.LastError ?? "").ToDictionary(group => group.Key, group => group.Count());
        return broken;
    }

    private string Name(OutboxMessage mail) => $"{facts.ReferenceOf(mail.RequestId)}: the mail {mail.Template} to {mail.ToName}";

    /// <summary>One file for each mail that was sent, under its Message-ID, dated when it left.</summary>
    private void CheckFiles(Dictionary<Guid, OutboxMessage> sent)
    {
        var known = new HashSet<Guid>();
        foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [])
        {
            counts.Files++;
            var (id, date) = Head(path);
            if (id is not { } found || !sent.TryGetValue(found, out var mail) || !known.Add(found))
            {
                broken.Add($"{Path.GetFileName(path)}: a file of no mail that was sent, or a second one.");
            }
            else if (date is not { } left || (left - mail.SentAt!.Value).Duration() > TimeSpan.FromSeconds(1))
            {
                broken.Add($"{Name(mail)} says another time than the one it left at.");
            }
        }

        broken.AddRange(sent.Values.Where(mail => !known.Contains(mail.Id)).Select(mail => $"{Name(mail)} is said to be sent, and there is no file."));
    }

    private static (Guid? Id, DateTime? Date) Head(string path)
    {
        Guid? id = null;
        DateTime? date = null;
        foreach (var line in File.ReadLines(path).TakeWhile(line => line.Length > 0))
        {
            if (line.StartsWith("Message-Id: <", StringComparison.OrdinalIgnoreCase) && Guid.TryParse(line["Message-Id: <".Length..].Split('@')[0], out var parsed))
            {
                id = parsed;
            }
            else if (line.StartsWith("Date: ", StringComparison.OrdinalIgnoreCase) && MimeKit.Utils.DateUtils.TryParse(line["Date: ".Length..], out var at))
            {
                date = at.UtcDateTime;
            }
        }

        return (id, date);
    }

    private async Task CheckHourAsync(OutboxMessage mail, CancellationToken cancellationToken)
    {
        var isRapid = mail.RequestId is { } request && facts.Requests[request].Track == Track.Rapid;
        if (isRapid || AtAnyHour.Contains(mail.Template))
        {
            return;
        }

        var country = mail.RequestId is { } about ? facts.Requests[about].Country : null;
        var reader = await services.GetRequiredService<MailReaders>().OfAsync(mail.PersonId, country, cancellationToken);

        var local = reader.Calendar.ToLocal(mail.SentAt!.Value);
        var time = TimeOnly.FromDateTime(local);
        if (time < Morning || time > Evening)
        {
            broken.Add($"{Name(mail)} left at night: {local:yyyy-MM-dd HH:mm} there.");
        }
        else if (!reader.Calendar.IsWorkingDay(DateOnly.FromDateTime(local)))
        {
            broken.Add($"{Name(mail)} left on a closed day: {local.ToString("dddd yyyy-MM-dd", CultureInfo.InvariantCulture)} there.");
        }
    }

    private void CheckUnsent(OutboxMessage mail, Dictionary<Guid, OutboxMessage> sent)
    {
        var fault = mail.State switch
        {
            MailState.Waiting when mail.NextTryAt > endAt.AddMinutes(-2) => null,
            MailState.Waiting => "still waits, and its time has come",
            MailState.InDigest when mail.DigestId is { } digest && sent.ContainsKey(digest) => null,
            MailState.InDigest when facts.Mails.Any(other => other.Id == mail.DigestId && other.State == MailState.Waiting) => null,
            MailState.InDigest => "is in a common mail that was never sent",
            MailState.Dropped => WhyDropped(mail),
            _ => $"was given up: {mail.LastError}",
        };
        if (fault is not null)
        {
            broken.Add($"{Name(mail)} {fault}.");
        }
    }

    /// <summary>The reason it gives must be true.</summary>
    private string? WhyDropped(OutboxMessage mail) => mail.LastError switch
    {
        "done-meanwhile" when mail.Template is "task-escalated" or "more-time-asked" && !facts.Steps[mail.StepRowId!.Value].IsOpen => null,
        "done-meanwhile" or "over-meanwhile" when mail.Template is "call-opened" or "call-reminder" or "checklist-due" => null,
        "done-meanwhile" when mail.StepRowId is { } id && !facts.Steps[id].Items.Exists(item => item.IsOpen && item.PersonId == mail.PersonId) => null,
        "done-meanwhile" => "was dropped as done, and the reader still has the task",
        "said-later" when facts.Mails.Any(later => later.StepRowId == mail.StepRowId && later.PersonId == mail.PersonId && later.CreatedAt > mail.CreatedAt) => null,
        "said-later" => "was dropped for a later one, and there is none",
        "not-wanted" => null,
        // Of the deadlines of its step one says so.
        "in-portal-only" when mail.StepRowId is not null => null,
        var other => $"was dropped without a good reason ({other})",
    };
}
