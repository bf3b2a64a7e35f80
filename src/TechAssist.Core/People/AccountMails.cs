using TechAssist.Core.Notifications;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.People;

/// <summary>The mails of an account, each with its one-time link.</summary>
internal static class AccountMails
{
    public static async Task AddInvitationAsync(TechAssistDb db, AccountLinks links, Person person, DateTime now) =>
        Add(db, person, "invitation", await links.InvitationAsync(person), now);

    public static async Task AddResetAsync(TechAssistDb db, AccountLinks links, Person person, DateTime now) =>
        Add(db, person, "password-reset", await links.ResetAsync(person), now);

    private static void Add(TechAssistDb db, Person person, string template, string path, DateTime now) =>
        db.Outbox.Add(OutboxMessage.To(
            new OutboxMessage.Person(person.Id, person.Email!, person.Name, person.Language), template, requestId: null,
            new Dictionary<string, string> { ["name"] = person.Name }, now).ByLink(path));
}
