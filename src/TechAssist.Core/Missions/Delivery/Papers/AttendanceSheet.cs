using TechAssist.Reports;
using Paper = TechAssist.Reports.Document;

namespace TechAssist.Core.Missions.Delivery.Papers;

/// <summary>The sheet on which those who take part sign, a column a day, with free lines for whoever comes unannounced. Pure.</summary>
internal static class AttendanceSheet
{
    /// <summary>More would leave no room to sign.</summary>
    private const int MostDays = 5;

    private const int FreeLines = 5;

    /// <summary>Two lines high: room for a signature.</summary>
    private const string Room = "\u00A0\n\u00A0";

    public static Paper Of(DeliveryPaper paper)
    {
        var days = paper.Delivery.Plan.Sessions.Select(session => session.On).OfType<DateOnly>().Distinct().Order().ToList();
        if (days.Count == 0 && paper.Delivery.FirstOn is { } first)
        {
            days.Add(first);
        }

        var blocks = new List<Block>();
        foreach (var part in days.Chunk(MostDays))
        {
            if (blocks.Count > 0)
            {
                blocks.Add(new PageBreak());
            }

            blocks.Add(TableOf(paper, part));
        }

        blocks.Add(new Signature([new Signatory(paper.Words["Delivery.TrainerSigns"]), new Signatory(paper.Words["Delivery.HostSigns"])]));
        return paper.Sheet("AttendanceSheet", blocks);
    }

    private static Table TableOf(DeliveryPaper paper, DateOnly[] days)
    {
        var (words, people) = (paper.Words, paper.Delivery.Participants);
        TableColumn[] columns = [new(words["Delivery.No"], 8), new(words["Delivery.Name"], 27), new(words["Institution"], 25), .. days.Select(day => new TableColumn(day.ToString("d MMM", words.Culture), 70.0 / days.Length))];
        var named = people.Select((person, at) => (IReadOnlyList<RichText>)[words.Text("Delivery.Number", at + 1), person.Name, person.Institution ?? "", .. days.Select(_ => (RichText)Room)]);
        var free = Enumerable.Range(people.Count + 1, FreeLines).Select(number => (IReadOnlyList<RichText>)[words.Text("Delivery.Number", number), "", "", .. days.Select(_ => (RichText)Room)]);
        return new Table(columns, [.. named, .. free]);
    }
}
