using System.Globalization;
using TechAssist.Core.Correspondence;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;
using TechAssist.Core.Work.ByLink;
using TechAssist.Workflow.Definitions;

namespace TechAssist.Core.Notifications;

/// <summary>Puts mails about a case into the outbox, in each reader's language; they are saved with the act that caused them. Each can be
/// answered: what the secretariat's people answer stays among them.</summary>
public sealed class CaseMail(TechAssistDb db, CasePeople people, IssueTaskLinks links, CaseAddress address)
{
    /// <summary>A mail about a step, with its label, and its due time in the zone of the side that acts.</summary>
    public IReadOnlyList<OutboxMessage> Tell(
        IEnumerable<CasePerson> readers, string template, AssistanceRequest request, Step step, HumanStep definition, DateTime now,
        params (string Name, string Value)[] more)
    {
        var messages = new List<OutboxMessage>();
        foreach (var reader in readers)
        {
            var values = Values(request, reader.Language);
            values["step"] = People.Roles.Secretariat.Contains(reader.Role) ? definition.LabelStaff(reader.Language) : definition.LabelRequester(reader.Language);
            values["due"] = step.DueAt is { } dueAt ? DueText(dueAt, step.Zone, reader.Language) : "";
            values["path"] = step.Items.Find(item => item.PersonId == reader.Id && item.IsOpen) is { } item
                ? $"/tasks/{item.Id}"
                : $"/requests/{request.Reference}";
            Array.ForEach(more, value => values[value.Name] = value.Value);
            var link = links.AnswerOf(step, reader.Id, now);
            values["byLink"] = link is null ? "" : Messages.Text("Mail.ByLink", reader.Language);
            var message = Add(reader, template, request, values, now, step.Id);
            if (link is not null)
            {
                message.ByLink(TaskLinks.PathOf(link));
            }

            if (links.MoreTimeOf(step, reader.Id, now) is { } moreTime)
            {
                message.WithMoreTime(TaskLinks.PathOf(moreTime));
            }

            messages.Add(message);
        }

        return messages;
    }

    /// <summary>A mail about the case as a whole, to those a workflow file names.</summary>
    public async Task TellAsync(
        IEnumerable<string> audience, string template, AssistanceRequest request, Guid? missionId, DateTime now, CancellationToken cancellationToken) =>
        Tell(await people.FindAsync(audience, request, missionId, cancellationToken), template, request, now);

    /// <summary>A mail about the case as a whole.</summary>
    public void Tell(IEnumerable<CasePerson> readers, string template, AssistanceRequest request, DateTime now, params (string Name, string Value)[] more)
    {
        foreach (var reader in readers)
        {
            var values = Values(request, reader.Language);
            values["path"] = $"/requests/{request.Reference}";
            Array.ForEach(more, value => values[value.Name] = value.Value);
            Add(reader, template, request, values, now);
        }
    }

    /// <summary>"mercredi 14 mai 2031, 18:00 (Africa/Dakar)": a due time never goes without its zone.</summary>
    public static string DueText(DateTime dueAt, TimeZoneInfo zone, string language)
    {
        var culture = CultureInfo.GetCultureInfo(language == "fr" ? "fr-FR" : "en-GB");
        return TimeZoneInfo.ConvertTimeFromUtc(dueAt, zone).ToString("dddd d MMMM yyyy, HH:mm", culture) + $" ({zone.Id})";
    }

    private static Dictionary<string, string> Values(AssistanceRequest request, string language) => new()
    {
        ["reference"] = request.Reference ?? "",
        ["title"] = request.Title(language),
    };

    private OutboxMessage Add(CasePerson reader, string template, AssistanceRequest request, Dictionary<string, string> values, DateTime now, Guid? stepRowId = null)
    {
        var isInternal = People.Roles.Secretariat.Contains(reader.Role);
        values[MailText.Answers] = isInternal ? MailText.AnswersInternal : reader.Role is People.Role.Committee or People.Role.ReferenceCountry ? MailText.AnswersSecretariat : "";
        var message = OutboxMessage.To(new OutboxMessage.Person(reader.Id, reader.Email, reader.Name, reader.Language), template, request.Id, values, now, stepRowId)
            .AnsweredAt(address.Of(request.Reference, isInternal));
        db.Outbox.Add(message);
        return message;
    }
}
