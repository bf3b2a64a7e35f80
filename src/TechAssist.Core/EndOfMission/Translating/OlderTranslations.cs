using TechAssist.Core.EndOfMission.Merging;

namespace TechAssist.Core.EndOfMission.Translating;

/// <summary>Finds for texts without a translation the one their earlier words had: of the same part of the report, and of words that read
/// like theirs. Rows may have moved meanwhile, so their numbers say little. Pure.</summary>
internal static class OlderTranslations
{
    /// <returns>By <see cref="TranslatableText.Source"/>; each translation once.</returns>
    public static Dictionary<string, TextTranslation> Of(IReadOnlyList<TranslatableText> texts, IReadOnlyList<TextTranslation> known)
    {
        var sources = known.Select(row => row.Source).ToHashSet();
        List<TranslatableText> open = [.. texts.Where(text => !sources.Contains(text.Source)).DistinctBy(text => text.Source)];
        var orphans = known.ExceptBy(texts.Select(text => text.Source), row => row.Source).ToHashSet();
        var found = new Dictionary<string, TextTranslation>();
        var pairs =
            from text in open
            from row in orphans
            where TranslatableTexts.PartOf(text.Field) == TranslatableTexts.PartOf(row.Field)
            let likeness = Likeness(text, row)
            where likeness >= TextLikeness.Least
            orderby likeness descending, row.Field == text.Field descending, row.At descending
            select (text, row);
        foreach (var (text, row) in pairs.ToList())
        {
            if (orphans.Contains(row) && found.TryAdd(text.Source, row))
            {
                orphans.Remove(row);
            }
        }

        return found;
    }

    /// <summary>A part that is there once was rewritten, however little of it is left.</summary>
    private static double Likeness(TranslatableText text, TextTranslation row) => row.Original is { } before && text.Field.Contains('[', StringComparison.Ordinal)
        ? TextLikeness.Of(before, text.Text)
        : row.Field == text.Field ? 1 : 0;
}
