using System.Globalization;

namespace TechAssist.Core.EndOfMission.Translating;

/// <summary>How one language of a text stands against the other.</summary>
public enum TranslationState
{
    /// <summary>Nothing in either language: there is nothing to translate.</summary>
    Empty,

    FrenchMissing,

    EnglishMissing,

    /// <summary>Both are there; nobody has said that they say the same.</summary>
    NotCompared,

    /// <summary>The English was changed after both had said the same.</summary>
    FrenchOlder,

    /// <summary>The French was changed after both had said the same.</summary>
    EnglishOlder,

    UpToDate,
}

/// <summary>A text in two languages, by camel-case path inside the content.</summary>
public sealed record TranslatedField(string Field, TranslationState State);

/// <summary>The texts of a report that exist in French and English, and how their translations stand. Pure.</summary>
public static class ReportTranslations
{
    /// <summary>Deliverables come from the terms, captions and recommendations from the authors; the objectives are the terms' own words.</summary>
    public static IReadOnlyList<TranslatedField> Of(ReportContent content, IReadOnlyList<TranslationMark> marks) =>
        [.. Texts(content).Select(text => new TranslatedField(text.Field, StateOf(text.Text, marks)))];

    /// <summary>What is known of pairs after somebody said of some fields that both languages say the same. Pairs nothing is left of are
    /// forgotten.</summary>
    /// <param name="fields">Paths of the fields that were ticked; what is none of them is passed over.</param>
    public static IReadOnlyList<TranslationMark> Marked(ReportContent content, IReadOnlyList<TranslationMark> known, IReadOnlyCollection<string> fields)
    {
        var now = Texts(content).Select(text => (text.Field, Mark: TranslationMark.Of(text.Text))).Where(text => text.Mark is not null).ToList();
        var added = now.Where(text => fields.Contains(text.Field)).Select(text => text.Mark!);
        return [.. known.Where(mark => now.Exists(text => text.Mark!.Fr == mark.Fr || text.Mark.En == mark.En)).Concat(added).Distinct()];
    }

    private static TranslationState StateOf(LangText text, IReadOnlyList<TranslationMark> marks) => text switch
    {
        { IsEmpty: true } => TranslationState.Empty,
        _ when string.IsNullOrWhiteSpace(text.Fr) => TranslationState.FrenchMissing,
        _ when string.IsNullOrWhiteSpace(text.En) => TranslationState.EnglishMissing,
        _ => StateOf(TranslationMark.Of(text)!, marks),
    };

    private static TranslationState StateOf(TranslationMark now, IReadOnlyList<TranslationMark> marks)
    {
        if (marks.Contains(now))
        {
            return TranslationState.UpToDate;
        }

        return marks.LastOrDefault(mark => mark.Fr == now.Fr || mark.En == now.En) switch
        {
            null => TranslationState.NotCompared,
            var last when last.En == now.En => TranslationState.EnglishOlder,
            _ => TranslationState.FrenchOlder,
        };
    }

    private static IEnumerable<(string Field, LangText Text)> Texts(ReportContent content) =>
    [
        ("summary", content.Summary),
        .. content.Deliverables.Select((row, index) => (At("deliverables", index, "title"), row.Title)),
        .. content.Recommendations.Select((row, index) => (At("recommendations", index, "text"), row.Text)),
        .. content.Photos.Select((row, index) => (At("photos", index, "caption"), row.Caption)),
    ];

    private static string At(string list, int index, string name) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}].{name}");
}
