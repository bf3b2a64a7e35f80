using System.Text.RegularExpressions;
using TechAssist.Core.EndOfMission.Review;

namespace TechAssist.Core.EndOfMission.Translating;

/// <summary>A text that stands in the report's language only.</summary>
/// <param name="Field">Camel-case path inside the content.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Source">By which its translation is known: <see cref="TranslationMark.HashOf"/> of it.</param>
public sealed record TranslatableText(string Field, string Text, string Source);

/// <summary>Which texts of a report are written in its language only and translated apart from it, in the order of the report. Not the
/// persons met, who have names, nor the internal annex, which is read by those who wrote it. Pure.</summary>
public static partial class TranslatableTexts
{
    private static readonly HashSet<string> Names =
    [
        "purpose", "deviations.what", "deviations.reason", "approach", "activities.planned", "activities.done", "activities.difference", "findings.answer",
        "deliverables.note", "results.indicator", "results.baseline", "results.target", "results.actual", "initiatives.title", "initiatives.description",
        "initiatives.lead", "initiatives.partners", "initiatives.costRange", "initiatives.nextStep", "recommendations.addressee", "recommendations.means",
        "positive", "difficulties", "lessons", "genderAndRights", "sustainability", "acknowledgements", "annexes", "photos.altText",
    ];

    /// <summary>A figure says the same in both languages: without a letter there is nothing to translate.</summary>
    public static IReadOnlyList<TranslatableText> Of(ReportContent content) =>
    [
        .. ReportTexts.Of(content)
            .Where(place => Names.Contains(Row().Replace(place.Key, "")) && place.Value.Any(char.IsLetter))
            .Select(place => new TranslatableText(place.Key, place.Value, TranslationMark.HashOf(place.Value))),
    ];

    /// <summary>The report with every text that is translated in its translation, and the others as they were written.</summary>
    /// <param name="content">As its authors wrote it.</param>
    /// <param name="translations">By <see cref="TranslatableText.Source"/>.</param>
    public static ReportContent Translated(this ReportContent content, IReadOnlyDictionary<string, string> translations)
    {
        if (translations.Count == 0)
        {
            return content;
        }

        var tree = JsonPlace.TreeOf(content);
        foreach (var text in Of(content))
        {
            if (translations.TryGetValue(text.Source, out var translation))
            {
                JsonPlace.Set(tree, text.Field, translation);
            }
        }

        return JsonPlace.ContentOf(tree);
    }

    /// <summary>Of the translations, those of texts that stand in this content.</summary>
    public static IReadOnlyDictionary<string, string> Within(this IReadOnlyDictionary<string, string> translations, ReportContent content) =>
        Of(content).Select(text => text.Source).Distinct().Where(translations.ContainsKey).ToDictionary(source => source, source => translations[source]);

    [GeneratedRegex(@"\[\d+\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Row();
}
