using System.Text.RegularExpressions;
using TechAssist.Core.EndOfMission.Review;

namespace TechAssist.Core.EndOfMission.Translating;

/// <summary>A text that stands in the report's language only.</summary>
/// <param name="Field">Camel-case path inside the content.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Source">By which its translation is known: <see cref="TranslationMark.HashOf"/> of it.</param>
public sealed record TranslatableText(string Field, string Text, string Source);

/// <summary>Which texts of a report stand in its language only and are translated apart from it, in the order of the report: those that are
/// written once, and of those that have room for both languages the ones of which the other is missing. Not the persons met, who have names,
/// nor the internal annex, which is read by those who wrote it. Pure.</summary>
public static partial class TranslatableTexts
{
    private static readonly HashSet<string> Names =
    [
        "purpose", "deviations.what", "deviations.reason", "approach", "activities.planned", "activities.done", "activities.difference", "findings.answer",
        "deliverables.note", "results.indicator", "results.baseline", "results.target", "results.actual", "initiatives.title", "initiatives.description",
        "initiatives.lead", "initiatives.partners", "initiatives.costRange", "initiatives.nextStep", "recommendations.addressee", "recommendations.means",
        "positive", "difficulties", "lessons", "genderAndRights", "sustainability", "acknowledgements", "annexes", "photos.altText",
    ];

    private static readonly HashSet<string> Pairs = ["summary", "findings.text", "deliverables.title", "recommendations.text", "photos.caption"];

    /// <summary>A figure says the same in both languages: without a letter there is nothing to translate.</summary>
    /// <param name="content">As its authors wrote it.</param>
    /// <param name="language">Of the report.</param>
    public static IReadOnlyList<TranslatableText> Of(ReportContent content, string language)
    {
        var texts = ReportTexts.Of(content);
        return
        [
            .. texts
                .Where(place => place.Value.Any(char.IsLetter) && (Names.Contains(PartOf(place.Key)) || IsHalf(place.Key, language, texts)))
                .Select(place => new TranslatableText(place.Key, place.Value, TranslationMark.HashOf(place.Value))),
        ];
    }

    /// <summary>The report with every text that is translated in its translation, and the others as they were written.</summary>
    /// <param name="content">As its authors wrote it.</param>
    /// <param name="language">Of the report.</param>
    /// <param name="translations">By <see cref="TranslatableText.Source"/>.</param>
    public static ReportContent Translated(this ReportContent content, string language, IReadOnlyDictionary<string, string> translations)
    {
        if (translations.Count == 0)
        {
            return content;
        }

        var tree = JsonPlace.TreeOf(content);
        foreach (var text in Of(content, language))
        {
            if (translations.TryGetValue(text.Source, out var translation))
            {
                JsonPlace.Set(tree, IsIn(text.Field, language) ? OtherOf(text.Field, language) : text.Field, translation);
            }
        }

        return JsonPlace.ContentOf(tree);
    }

    /// <summary>Of the translations, those of texts that stand in this content.</summary>
    public static IReadOnlyDictionary<string, string> Within(this IReadOnlyDictionary<string, string> translations, ReportContent content, string language) =>
        Of(content, language).Select(text => text.Source).Distinct().Where(translations.ContainsKey).ToDictionary(source => source, source => translations[source]);

    /// <summary>Of which part of the report a field is, in whatever row: <c>findings.answer</c>.</summary>
    public static string PartOf(string field) => Row().Replace(field, "");

    private static bool IsHalf(string field, string language, Dictionary<string, string> texts) =>
        IsIn(field, language) && Pairs.Contains(PartOf(field[..^3])) && string.IsNullOrWhiteSpace(texts.GetValueOrDefault(OtherOf(field, language)));

    private static bool IsIn(string field, string language) => field.EndsWith("." + language, StringComparison.Ordinal);

    private static string OtherOf(string field, string language) => field[..^2] + (language == "fr" ? "en" : "fr");

    [GeneratedRegex(@"\[\d+\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Row();
}
