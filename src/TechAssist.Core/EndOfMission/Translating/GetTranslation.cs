using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.EndOfMission.Translating;

public enum TextState { Missing, Older, UpToDate }

/// <summary>A text of the report beside its translation. The same words in several places are translated once.</summary>
/// <param name="Field">Camel-case path inside the content of the first place.</param>
/// <param name="Source">By which the text is known.</param>
/// <param name="Original">The text, in the report's language.</param>
/// <param name="Text">Its translation; where that is older, of what stood there before; null where there is none.</param>
/// <param name="ByName">Who translated it last; null where nobody did.</param>
public sealed record TranslationPlace(string Field, string Source, string Original, TextState State, string? Text, string? ByName)
{
    /// <summary>What the older translation was made of, compared with what stands there now; null where it is not older, or not known.</summary>
    public ReportDifference? Changed { get; init; }
}

/// <summary>A report beside its translation into the other language.</summary>
/// <param name="Pairs">What stands in both languages in the report itself, and how far.</param>
public sealed record TranslationView(Guid ReportId, string From, string Into, IReadOnlyList<TranslationPlace> Places, IReadOnlyList<TranslatedField> Pairs)
{
    /// <summary>Of every text that has a translation, or shows an older one, also of texts that stand there no more: what a save says it was typed on
    /// (<see cref="TypedTranslation.Base"/>), by <see cref="TranslationPlace.Source"/>.</summary>
    public IReadOnlyDictionary<string, string> Bases { get; init; } = new Dictionary<string, string>();

    /// <summary>When something was translated last, UTC; null while nothing is.</summary>
    public DateTime? SavedAt { get; init; }

    public string? SavedByName { get; init; }
}

/// <summary>The report of a mission and what there is of it in the other language, for those who translate it.</summary>
public sealed class GetTranslation(TechAssistDb db)
{
    /// <exception cref="NotFoundException">Absent, or not the actor's to translate.</exception>
    public async Task<TranslationView> ExecuteAsync(Guid reportId, Actor actor, CancellationToken cancellationToken)
    {
        var report = await db.FindReportAsync(reportId, actor, cancellationToken);
        return actor.MayTranslate(report) ? await OfAsync(report, cancellationToken) : throw new NotFoundException("The translation");
    }

    /// <summary>What there is of a report in the other language, for everybody who reads it.</summary>
    /// <returns>By <see cref="TranslatableText.Source"/>; nothing where the report is not this reader's.</returns>
    public async Task<IReadOnlyDictionary<string, string>> ForReaderAsync(Guid reportId, string language, Actor actor, CancellationToken cancellationToken) =>
        await db.ReportsVisibleTo(actor).Where(report => report.Id == reportId && report.Language != language)
            .SelectMany(report => db.TextTranslations.Where(translation => translation.ReportId == report.Id && translation.Language == language))
            .Select(translation => new { translation.Source, translation.Text })
            .ToDictionaryAsync(translation => translation.Source, translation => translation.Text, cancellationToken);

    private async Task<TranslationView> OfAsync(EndOfMissionReport report, CancellationToken cancellationToken)
    {
        var known = await db.TextTranslations
            .Where(translation => translation.ReportId == report.Id && translation.Language == report.OtherLanguage)
            .OrderBy(translation => translation.At)
            .ToListAsync(cancellationToken);
        var places = PlacesOf(TranslatableTexts.Of(report.Content, report.Language), known);
        var older = places.Where(place => place.State == TextState.Older).Select(place => (place.Source, Text: place.Text!));
        return new TranslationView(report.Id, report.Language, report.OtherLanguage, places, ReportTranslations.Of(report.Content, report.Translations))
        {
            Bases = known.Select(translation => (translation.Source, translation.Text)).Concat(older).ToDictionary(text => text.Source, text => TranslationMark.HashOf(text.Text)),
            SavedAt = known.LastOrDefault()?.At,
            SavedByName = known.LastOrDefault()?.ByName,
        };
    }

    private static IReadOnlyList<TranslationPlace> PlacesOf(IReadOnlyList<TranslatableText> texts, List<TextTranslation> known)
    {
        var bySource = known.ToDictionary(translation => translation.Source);
        var older = OlderTranslations.Of(texts, known);
        return [.. texts.DistinctBy(text => text.Source).Select(text => PlaceOf(text, bySource.GetValueOrDefault(text.Source), older.GetValueOrDefault(text.Source)))];
    }

    private static TranslationPlace PlaceOf(TranslatableText text, TextTranslation? own, TextTranslation? older) => (own, older) switch
    {
        ({ } found, _) => new TranslationPlace(text.Field, text.Source, text.Text, TextState.UpToDate, found.Text, found.ByName),
        (_, { } found) => new TranslationPlace(text.Field, text.Source, text.Text, TextState.Older, found.Text, found.ByName)
        {
            Changed = found.Original is { } before ? ReportDifferences.OfTexts(text.Field, before, text.Text) : null,
        },
        _ => new TranslationPlace(text.Field, text.Source, text.Text, TextState.Missing, null, null),
    };
}
