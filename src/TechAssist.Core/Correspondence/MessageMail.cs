using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;
using TechAssist.Core.Work;

namespace TechAssist.Core.Correspondence;

/// <summary>Tells those concerned of a message: requester, case officer and experts of one for all; the case officer, or where there
/// is none whoever steers, of an internal one; and everybody it names. Answers go to the address of the case: those to an internal message to the
/// one whose mails stay internal.</summary>
public sealed class MessageMail(TechAssistDb db, CasePeople people, CaseAddress address)
{
    public const string Posted = "message-posted";
    public const string Mentioned = "message-mention";

    /// <summary>Characters of the text that the mail holds; the whole is in the portal.</summary>
    private const int MostText = 1500;

    public async Task TellAsync(
        CaseMessage message, AssistanceRequest request, IReadOnlyList<MessageReader> mentioned, Actor by, DateTime now, CancellationToken cancellationToken)
    {
        string[] audience = message.IsInternal ? ["caseOfficer"] : ["requester", "caseOfficer", "expert"];
        var concerned = await people.FindAsync(audience, request, null, cancellationToken);
        if (request.CaseOfficerId is null)
        {
            concerned = [.. concerned, .. await people.FindAsync(["coordinator"], request, null, cancellationToken)];
        }

        var readers = mentioned.Select(reader => (Person: new OutboxMessage.Person(reader.Id, reader.Email, reader.Name, reader.Language), Template: Mentioned))
            .Concat(concerned.Select(reader => (Person: new OutboxMessage.Person(reader.Id, reader.Email, reader.Name, reader.Language), Template: Posted)))
            .Where(reader => reader.Person.Id != by.PersonId)
            .DistinctBy(reader => reader.Person.Id);
        var replyTo = address.Of(request.Reference, message.IsInternal);
        foreach (var (person, template) in readers)
        {
            db.Outbox.Add(OutboxMessage.To(person, template, request.Id, Values(message, request, person.Language, replyTo), now).AnsweredAt(replyTo));
        }
    }

    private static Dictionary<string, string> Values(CaseMessage message, AssistanceRequest request, string language, string? replyTo) => new()
    {
        ["reference"] = request.Reference ?? "",
        ["title"] = request.Title(language),
        ["author"] = message.AuthorName,
        ["text"] = message.Text.Length > MostText ? message.Text[..MostText] + " …" : message.Text,
        ["files"] = message.Documents.Count == 0 ? "" : message.Documents.Count.ToString(Languages.Culture(language)),
        ["byMail"] = replyTo is null ? "" : Messages.Text("Message.AnswerByMail", language),
        [MailText.Answers] = message.IsInternal ? MailText.AnswersInternal : "",
        ["path"] = $"/requests/{request.Reference}/messages",
    };
}
