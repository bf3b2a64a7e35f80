using TechAssist.Core.EndOfMission;
using TechAssist.Core.EndOfMission.Photos;
using TechAssist.Core.EndOfMission.Translating;

namespace TechAssist.Core.Tests.EndOfMission;

public sealed class ReportTranslationsTests
{
    private static readonly ReportContent Content = new()
    {
        Summary = new LangText("Le résumé", "The summary"),
        Deliverables = [new ReportDeliverable { Title = new LangText("Guide", null) }],
        Recommendations = [new ReportRecommendation { Text = new LangText(null, "Publish") }],
        Photos = [new ReportPhoto()],
    };

    [Test]
    public void What_is_missing_in_a_language_is_told_of()
    {
        Assert.That(States(Content, []), Is.EqualTo(new[]
        {
            ("summary", TranslationState.NotCompared), ("deliverables[0].title", TranslationState.EnglishMissing),
            ("recommendations[0].text", TranslationState.FrenchMissing), ("photos[0].caption", TranslationState.Empty),
        }));
    }

    [Test]
    public void A_pair_somebody_compared_stays_up_to_date_until_one_language_is_changed_and_the_other_is_older_then()
    {
        var marks = ReportTranslations.Marked(Content, [], ["summary", "deliverables[0].title", "nonsense"]);
        Assert.That(marks, Has.Count.EqualTo(1), "half a pair says nothing");
        Assert.That(Summary("Le résumé", "The summary", marks), Is.EqualTo(TranslationState.UpToDate));
        Assert.That(Summary("Le résumé\r\n", " The summary", marks), Is.EqualTo(TranslationState.UpToDate), "blanks are no words");
        Assert.That(Summary("Le nouveau résumé", "The summary", marks), Is.EqualTo(TranslationState.EnglishOlder));
        Assert.That(Summary("Le résumé", "The new summary", marks), Is.EqualTo(TranslationState.FrenchOlder));
        Assert.That(Summary("Le nouveau résumé", "The new summary", marks), Is.EqualTo(TranslationState.NotCompared));

        var renewed = Content with { Summary = new LangText("Le nouveau résumé", "The summary") };
        var both = ReportTranslations.Marked(renewed, marks, ["summary"]);
        Assert.That(States(renewed, both)[0].State, Is.EqualTo(TranslationState.UpToDate));
        var moved = renewed with { Recommendations = [new ReportRecommendation { Text = renewed.Summary }, .. renewed.Recommendations] };
        Assert.That(States(moved, both)[2].State, Is.EqualTo(TranslationState.UpToDate), "a pair is known wherever it stands");
        Assert.That(ReportTranslations.Marked(new ReportContent(), both, []), Is.Empty, "what nothing is left of is forgotten");
    }

    private static TranslationState Summary(string fr, string en, IReadOnlyList<TranslationMark> marks) =>
        States(Content with { Summary = new LangText(fr, en) }, marks)[0].State;

    private static (string Field, TranslationState State)[] States(ReportContent content, IReadOnlyList<TranslationMark> marks) =>
        [.. ReportTranslations.Of(content, marks).Select(field => (field.Field, field.State))];
}
