using TechAssist.Core.Documents;
using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Missions.Delivery.Papers;

/// <summary>Those who took part, and what the records add up to. Pure.</summary>
internal static class ParticipantSheet
{
    public static Paper Of(DeliveryPaper paper)
    {
        var (words, people, figures) = (paper.Words, paper.Delivery.Participants, paper.Delivery.Figures);
        return paper.Sheet("ParticipantList",
        [
            new Facts([.. Totals(figures, words)]),
            new Table(
                [new(words["Delivery.No"], 9), new(words["Delivery.Name"], 28), new(words["Delivery.Sex"], 11), new(words["Institution"], 30), new(words["Function"], 25), new(words["Delivery.Attendance"], 19, Alignment.End)],
                [.. people.Select((person, at) => (IReadOnlyList<RichText>)
                [
                    words.Text("Delivery.Number", at + 1), person.Name, person.Sex is { } sex ? words.Text($"Delivery.Sex.{sex}") : "–",
                    DocumentWords.OrDash(person.Institution), DocumentWords.OrDash(person.Function), person.Share is { } share ? words.Text("Delivery.Percent", share) : "–",
                ])]),
            .. paper.Delivery.Plan.Groups.Count == 0 ? [] : new Block[]
            {
                new Table(
                    [new(words["Delivery.CountedOnly"], 50), new(words["Delivery.Women"], 15, Alignment.End), new(words["Delivery.Men"], 15, Alignment.End)],
                    [.. paper.Delivery.Plan.Groups.Select(group => (IReadOnlyList<RichText>)[DocumentWords.OrDash(group.Institution), words.Text("Delivery.Number", group.Women ?? 0), words.Text("Delivery.Number", group.Men ?? 0)])]),
            },
        ]);
    }

    private static IEnumerable<Fact> Totals(DeliveryFigures figures, DocumentWords words)
    {
        yield return new Fact(words["Delivery.Participants"], words.Text("Delivery.Total", figures.Total, figures.Women, figures.Men));
        if (figures.AttendanceRate is { } rate)
        {
            yield return new Fact(words["Delivery.Attendance"], words.Text("Delivery.Percent", rate));
        }

        if (figures is { PreTest: { } before, PostTest: { } after, Gain: { } gain })
        {
            yield return new Fact(words["Delivery.Tests"], words.Text("Delivery.BeforeAfter", before, after, gain));
        }
    }
}
