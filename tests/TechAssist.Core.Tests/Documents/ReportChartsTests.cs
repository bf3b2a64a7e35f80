using TechAssist.Core.Documents;
using TechAssist.Core.EndOfMission;
using TechAssist.Core.FollowUp.Surveys;
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

    [TestCase("fr", "Évaluation par les participants (4 réponses)", "Pertinence : 4,5 ; Clarté : 4 ; Utilité : 3,3 ; Experts : 5 ; Organisation : 2")]
    [TestCase("en", "Evaluation by the participants (4 answers)", "Relevance: 4.5 ; Clarity: 4 ; Usefulness: 3.3 ; Experts: 5 ; Organisation: 2")]
    public void The_five_questions_to_the_participants_are_charted_with_their_means(string language, string caption, string figures)
    {
        double[] means = [4.5, 4, 3.25, 5, 2];
        var said = new SurveyResults(3.75, [.. SurveyResults.Questioned.Zip(means, (question, mean) => new QuestionResult(question, mean, [0, 1, 1, 1, 1]))], [], [], 0);
        var content = new ReportContent { Training = new TrainingData { Satisfaction = 3.8m } };
        var chart = new ReportCharts(content, said, new DocumentWords(language)).Evaluation().OfType<Chart>().Single();
        Assert.Multiple(() =>
        {
            Assert.That(chart.AltText.Replace('\u00A0', ' '), Does.StartWith(caption).And.EndWith(figures));
            Assert.That((chart.Most, chart.Categories.Count), Is.EqualTo((5, 5)));
        });
        var typed = new ReportCharts(content, null, English).Evaluation().OfType<Chart>().Single();
        Assert.That(typed.Series.Single().Values, Is.EqualTo(new decimal?[] { 3.8m }), "the mean that was typed, where nobody was asked");
        Assert.That(new ReportCharts(new ReportContent(), null, English).Evaluation(), Is.Empty);
    }

    private static Chart? Planned(ReportContent content) => new ReportCharts(content, null, English).Planned().OfType<Chart>().SingleOrDefault();
}
