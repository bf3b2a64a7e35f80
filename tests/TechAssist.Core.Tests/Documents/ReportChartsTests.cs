using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission;
using TechAssist.Reports;

namespace TechAssist.Core.Tests.Documents;

public sealed class ReportChartsTests
{
    private static readonly DocumentWords English = new("en");

    [Test]
    public void What_was_not_held_or_not_delivered_is_not_charted_as_done()
    {
        var chart = Planned(new ReportContent
        {
            Activities =
            [
                new ReportActivity { Planned = "Review", State = ActivityState.Done, Done = "Eleven sources" },
                new ReportActivity { Planned = "Workshop", State = ActivityState.PartlyDone, Done = "Two days of three" },
                new ReportActivity { Planned = "Visit", State = ActivityState.NotHeld, Done = "The track was cut", Difference = "Floods" },
                new ReportActivity { Done = "A talk nobody had planned", State = ActivityState.Done },
            ],
            Deliverables = [new ReportDeliverable { State = DeliverableState.Delivered }, new ReportDeliverable { State = DeliverableState.NotDelivered }],
        });
        Assert.That(chart!.Series.Select(series => (series.Name, string.Join(' ', series.Values))), Is.EqualTo(new[] { ("Planned", "3 2"), ("Done, or delivered", "1 1"), ("In part", "1 0") }));
    }

    [Test]
    public void What_nobody_said_anything_of_is_not_charted()
    {
        var old = new ReportContent { Activities = [new ReportActivity { Planned = "Workshop", Done = "Five days" }], Deliverables = [new ReportDeliverable()] };
        Assert.That(Planned(old), Is.Null);
    }

    private static Chart? Planned(ReportContent content) => new ReportCharts(content, English).Planned().OfType<Chart>().SingleOrDefault();
}
