using TechAssist.Core.EndOfMission;

namespace TechAssist.Core.Tests.EndOfMission;

public sealed class ReportRulesTests
{
    [Test]
    public void A_complete_report_passes_the_gate() => Assert.That(Check(CaseTexts.Report), Is.Empty);

    [Test]
    public void Every_objective_is_answered() =>
        Assert.That(Check(CaseTexts.Report with { Findings = [CaseTexts.Report.Findings[0]] }), Is.EqualTo(new[] { ("findings", "objective-not-answered") }));

    [Test]
    public void Every_deliverable_of_the_terms_is_accounted_for_and_one_that_was_dropped_is_named()
    {
        var rows = CaseTexts.Report.Deliverables;
        var errors = ReportRules.Check(CaseTexts.Report with { Deliverables = [rows[0]] }, "fr", CaseTexts.Terms, new DateOnly(2031, 9, 8));
        var renamed = rows[1] with { Title = new LangText("Le profil, premier jet", null) };
        var typed = rows[1] with { Number = null, Title = new LangText(" projet de PROFIL", null) };
        Assert.Multiple(() =>
        {
            Assert.That(errors.Single(), Has.Property("Field").EqualTo("deliverables").And.Property("Code").EqualTo("deliverable-not-accounted"));
            Assert.That(Messages.Text(errors.Single(), "fr"), Does.Contain("livrable 2").And.Contain("Projet de profil"));
            Assert.That(Check(CaseTexts.Report with { Deliverables = [renamed, rows[0]] }), Is.Empty, "by its number, whatever it is called now");
            Assert.That(Check(CaseTexts.Report with { Deliverables = [rows[0], typed] }), Is.Empty, "by its title, where it came from elsewhere");
            Assert.That(Check(CaseTexts.Report with { Deliverables = [rows[0], rows[0]] }).Single(), Is.EqualTo(("deliverables", "deliverable-not-accounted")));
        });
    }

    [Test]
    public void Nothing_counts_as_done_before_somebody_says_so()
    {
        var report = CaseTexts.Report with
        {
            Activities = [new ReportActivity { Planned = "Atelier", Done = "Cinq jours" }, new ReportActivity { Planned = "Visite", State = ActivityState.NotHeld, Difference = "néant" }],
            Deliverables = [CaseTexts.Report.Deliverables[0] with { State = null }, CaseTexts.Report.Deliverables[1] with { State = DeliverableState.PartlyDelivered }],
        };
        Assert.That(Check(report), Is.EquivalentTo(new[]
        {
            ("activities[0].state", "state-not-said"), ("activities[1].difference", "reason-required"), ("deliverables[0].state", "state-not-said"), ("deliverables[1].note", "reason-required"),
        }));
    }

    [Test]
    public void A_text_from_before_states_were_asked_for_is_still_read()
    {
        const string Stored = """{"activities":[{"planned":"Atelier","done":"Cinq jours"}],"deliverables":[{"title":{"fr":"Support"},"state":"delivered"}]}""";
        var read = CoreJson.Read<ReportContent>(Stored);
        Assert.That((read.Activities[0].State, read.Deliverables[0].Number, read.Deliverables[0].State), Is.EqualTo(((ActivityState?)null, (int?)null, (DeliverableState?)DeliverableState.Delivered)));
        Assert.That(CoreJson.Write(read), Does.Contain("Cinq jours").And.Not.Contain("\"number\""));
    }

    [TestCase("Néant")]
    [TestCase("none.")]
    [TestCase(" N/A ")]
    public void A_bare_none_is_no_answer(string text) =>
        Assert.That(Check(CaseTexts.Report with { Difficulties = text }), Is.EqualTo(new[] { ("difficulties", "empty-none") }));

    [TestCase(2, false)]
    [TestCase(3, true)]
    [TestCase(7, true)]
    [TestCase(8, false)]
    public void Three_to_seven_recommendations(int count, bool passes)
    {
        var report = CaseTexts.Report with { Recommendations = [.. Enumerable.Repeat(CaseTexts.Recommendation("Publier", new DateOnly(2032, 1, 1)), count)] };
        Assert.That(Check(report).Select(error => error.Code), passes ? Is.Empty : Is.EqualTo(new[] { "recommendation-count" }));
    }

    [Test]
    public void A_recommendation_names_who_acts_and_a_day_to_come()
    {
        var poor = CaseTexts.Recommendation("Publier", new DateOnly(2031, 9, 8)) with { Addressee = null };
        var report = CaseTexts.Report with { Recommendations = [poor, .. CaseTexts.Report.Recommendations] };
        Assert.That(Check(report), Is.EqualTo(new[] { ("recommendations[0].addressee", "required"), ("recommendations[0].dueOn", "in-the-past") }));
    }

    [Test]
    public void The_summary_is_needed_in_both_languages_before_anybody_reviews_it()
    {
        Assert.That(Check(CaseTexts.Report with { Summary = new LangText("Résumé", " ") }), Is.EqualTo(new[] { ("summary.en", "required") }));
        Assert.That(Check(CaseTexts.Report with { Summary = new LangText("Néant", "Summary") }, "en"), Is.EqualTo(new[] { ("summary.fr", "empty-none") }));
    }

    [Test]
    public void A_report_is_published_with_its_recommendations_in_both_languages_too()
    {
        Assert.That(ReportRules.CheckPublication(CaseTexts.Report), Is.Empty);
        var half = CaseTexts.Recommendation("Publier", new DateOnly(2032, 1, 1)) with { Text = new LangText(null, "Publish") };
        var report = CaseTexts.Report with { Summary = new LangText("Résumé", null), Recommendations = [.. CaseTexts.Report.Recommendations, half, new ReportRecommendation()] };
        Assert.That(
            ReportRules.CheckAll(report, "fr", CaseTexts.Terms, new DateOnly(2031, 9, 8)).Select(error => error.Field),
            Is.EqualTo(new[] { "summary.en", "recommendations[4].addressee", "recommendations[4].text", "recommendations[4].dueOn", "recommendations[3].text.fr" }),
            "each place is named once");
    }

    [Test]
    public void Training_is_counted_by_women_and_men_and_a_person_met_has_a_name() => Assert.That(
        Check(CaseTexts.Report with { Training = new TrainingData { Women = 4, PreTest = 50 }, PersonsMet = [new PersonMet { Function = "Directrice" }] }),
        Is.EquivalentTo(new[] { ("training.men", "required"), ("personsMet[0].name", "required") }));

    private static IReadOnlyList<(string Field, string Code)> Check(ReportContent content, string language = "fr") =>
        [.. ReportRules.Check(content, language, CaseTexts.Terms, new DateOnly(2031, 9, 8)).Select(error => (error.Field, error.Code))];
}
