using TechAssist.Core.Notifications;

namespace TechAssist.Core.People.Substitutes;

/// <summary>The mails about a substitution.</summary>
internal static class SubstituteMail
{
    private const string Page = "/account/substitute";

    public static OutboxMessage To(Person reader, string template, OfficerSubstitution row, DateTime now, int acts = 0)
    {
        var culture = Languages.Culture(reader.Language);
        return OutboxMessage.To(new OutboxMessage.Person(reader.Id, reader.Email!, reader.Name, reader.Language), template, null, new Dictionary<string, string>
        {
            ["person"] = row.Person.Name,
            ["substitute"] = row.Substitute.Name,
            ["from"] = row.FromOn.ToString("d MMMM yyyy", culture),
            ["to"] = row.ToOn.ToString("d MMMM yyyy", culture),
            ["note"] = row.Note ?? "",
            ["count"] = acts.ToString(culture),
            ["path"] = Page,
        }, now);
    }
}
