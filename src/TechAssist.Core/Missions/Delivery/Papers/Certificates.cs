using TechAssist.Core.Documents;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Missions.Delivery.Papers;

/// <summary>A certificate of participation for each person who gets one, a page each, in the person's language or the mission's. Pure.</summary>
internal static class Certificates
{
    /// <returns>Null when nobody gets one.</returns>
    public static Paper? Of(DeliveryPaper paper)
    {
        var people = paper.Delivery.Participants.Where(person => person.GetsCertificate).ToList();
        return people.Count == 0 ? null : paper.Sheet("Certificates", [.. people.Select(person => Of(person, paper))]) with { Layout = PageLayout.Bare, CoverFacts = [] };
    }

    private static Certificate Of(ParticipantRow person, DeliveryPaper paper)
    {
        var words = person.Language is null || person.Language == paper.Words.Language ? paper.Words : paper.Words.In(person.Language);
        return new Certificate(words["Kind.Certificate"], person.Name)
        {
            Language = words.DocumentLanguage,
            Issuer = paper.Letterhead.Name(words),
            Above = words["Certificate.Certifies"],
            Below = string.Join(", ", new[] { person.Function, person.Institution }.OfType<string>()),
            Text = [words["Certificate.TookPart"] + " ", Inline.Bold(paper.TitleIn(words))],
            Facts = [.. FactsOf(person, paper, words)],
            IssuedAt = paper.Letterhead.Place(words) is { } place ? words.Text("Certificate.IssuedAt", place, words.Day(paper.IssuedOn)) : words.Text("Certificate.IssuedOn", words.Day(paper.IssuedOn)),
            Signatories =
            [
                new Signatory(words["Letter.ForSecretariat"], null, paper.Letterhead.Name(words)),
                .. paper.Delivery.Team.Where(member => member.IsLead).Take(1).Select(lead => new Signatory(lead.Name, words["Certificate.Lead"])),
            ],
        };
    }

    private static IEnumerable<Fact> FactsOf(ParticipantRow person, DeliveryPaper paper, DocumentWords words)
    {
        yield return new Fact(words["Dates"], paper.TrainingDaysIn(words));
        yield return new Fact(words["Place"], paper.Places);
        if (person.Minutes > 0)
        {
            yield return new Fact(words["Certificate.Hours"], words.Text("Certificate.HoursOf", person.Minutes / 60m, paper.Delivery.Figures.HeldMinutes / 60m));
        }

        if (paper.Request.Reference is { } reference)
        {
            yield return new Fact(words["Certificate.Case"], words.Text("Certificate.CaseAndMission", reference, paper.Mission.Number));
        }
    }
}
