using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Photos;
using TechAssist.Core.EndOfMission.Translating;

namespace TechAssist.Core.Tests.EndOfMission;

public sealed class TranslatableTextsTests
{
    private static readonly ReportContent Content = new()
    {
        Summary = new LangText("Le résumé", "The summary"),
        Purpose = "Le but",
        PersonsMet = [new PersonMet { Name = "Aïda Ndiaye", Function = "Directrice" }],
        Findings = [new Finding { Objective = 1, Text = new LangText("Objectif", null), Answer = "Atteint\r\nen partie" }],
        Deliverables = [new ReportDeliverable { Number = 1, Title = new LangText("Guide", null), State = DeliverableState.PartlyDelivered, Note = "Le but" }],
        Results = [new ReportResult { Indicator = "Agents formés", Baseline = "0", Target = "20", Actual = "20 %" }],
        Recommendations = [new ReportRecommendation { Text = new LangText("Publier", null), Addressee = "Ministère", Objective = "dakar:1", DueOn = new DateOnly(2031, 12, 1) }],
        Photos = [new ReportPhoto { Caption = new LangText("Légende", null), AltText = "Une salle", Place = "Dakar", ConsentBy = "Tous" }],
        Internal = new InternalAnnex { Cost = "Trop cher" },
    };

    [Test]
    public void What_is_written_in_one_language_is_translated_and_names_figures_choices_and_the_internal_annex_are_not()
    {
        Assert.That(TranslatableTexts.Of(Content, "fr").Select(text => text.Field), Is.EqualTo(new[]
        {
            "purpose", "findings[0].text.fr", "findings[0].answer", "deliverables[0].title.fr", "deliverables[0].note", "results[0].indicator", "recommendations[0].text.fr",
            "recommendations[0].addressee", "photos[0].caption.fr", "photos[0].altText",
        }));
    }

    [Test]
    public void A_translated_report_differs_in_nothing_but_the_words_that_are_translated()
    {
        var translations = new Dictionary<string, string> { [Of("purpose")] = "The aim", [Of("findings[0].answer")] = "Reached in part", [Of("findings[0].text.fr")] = "Objective" };
        var read = Content.Translated("fr", translations);
        Assert.That((read.Purpose, read.Deliverables[0].Note, read.Findings[0].Answer), Is.EqualTo(("The aim", "The aim", "Reached in part")), "the same words are translated wherever they stand");
        var back = read with
        {
            Purpose = Content.Purpose,
            Findings = Content.Findings,
            Deliverables = Content.Deliverables,
        };
        Assert.That(read.Findings[0].Text, Is.EqualTo(new LangText("Objectif", "Objective")), "a text with room for both gets its other half");
        Assert.That(CoreJson.Write(back), Is.EqualTo(CoreJson.Write(Content)));
        Assert.That(ReportInLanguage.Of(Content, "fr", "fr", translations).Content, Is.SameAs(Content), "its own readers read its own words");
    }

    [TestCase(new string[0], Wording.NotTranslated)]
    [TestCase(new[] { "purpose" }, Wording.PartlyTranslated)]
    [TestCase(new[] { "purpose", "findings[0].answer", "results[0].indicator", "recommendations[0].addressee", "photos[0].altText", "findings[0].text.fr", "deliverables[0].title.fr", "recommendations[0].text.fr", "photos[0].caption.fr" }, Wording.Translated)]
    public void A_reader_is_told_how_much_is_translated(string[] fields, Wording wording) =>
        Assert.That(ReportInLanguage.Of(Content, "fr", "en", fields.ToDictionary(Of, field => field)).Wording, Is.EqualTo(wording));

    [Test]
    public void Only_translations_of_words_that_stand_there_are_handed_on()
    {
        var translations = new Dictionary<string, string> { [Of("purpose")] = "The aim", [TranslationMark.HashOf("Secret")] = "Secret" };
        Assert.That(translations.Within(Content, "fr").Values, Is.EqualTo(new[] { "The aim" }));
    }

    [Test]
    public void Where_there_is_nothing_to_translate_nothing_is_a_translation()
    {
        var both = new ReportContent { Summary = new LangText("Le résumé", "The summary") };
        Assert.That(ReportInLanguage.Of(both, "fr", "en", new Dictionary<string, string>()).Wording, Is.EqualTo(Wording.Original));
    }

    private static string Of(string field) => TranslatableTexts.Of(Content, "fr").First(text => text.Field == field).Source;
}
