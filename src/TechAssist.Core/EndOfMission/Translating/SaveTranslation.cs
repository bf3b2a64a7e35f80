using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Audit;
using TechAssist.Core.Documents;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;
using TechAssist.Core.Requests;

namespace TechAssist.Core.EndOfMission.Translating;

/// <summary>One text as it was translated, with what its translator had before them.</summary>
public sealed record TypedTranslation
{
    /// <summary>Where the original stands, as a camel-case path inside the content.</summary>
    [Required, StringLength(CommentOnReportInput.MostField)]
    public string Field { get; init; } = "";

    /// <summary>Of the original that was translated: <see cref="TranslatableText.Source"/>.</summary>
    [Required, RegularExpression("^[0-9a-f]{12}$")]
    public string Source { get; init; } = "";

    /// <summary>Of the translation that stood there, an older one too; null where there was none.</summary>
    [RegularExpression("^[0-9a-f]{12}$")]
    public string? Base { get; init; }

    /// <summary>Limited Markdown where the original is; blank takes the translation out.</summary>
    [StringLength(ReportContent.MostText)]
    public string? Text { get; init; }

    /// <summary>Replaces what somebody else wrote meanwhile.</summary>
    public bool Replaces { get; init; }

    /// <summary>An older translation that was looked at and still holds: it is kept as it is.</summary>
    public bool Holds { get; init; }
}

public sealed record SaveTranslationInput
{
    [MaxLength(600)]
    public IReadOnlyList<TypedTranslation> Texts { get; init; } = [];

    /// <summary>Its writer is done for now: what keeps itself meanwhile may end in the middle of a word.</summary>
    public bool IsDone { get; init; }
}

/// <summary>Keeps what was translated. A text of which somebody else wrote a translation meanwhile is not touched, unless it is said to be
/// replaced. When a writer is done and all of a final report is translated, it is filed anew in that language, and the history says so.</summary>
public sealed class SaveTranslation(TechAssistDb db, TimelineWriter timeline, ProduceDocument produce, TimeProvider clock)
{
    /// <summary>Two saves may meet; each one that loses the race looks at what won.</summary>
    private const int Attempts = 5;

    /// <returns>The texts (<see cref="TypedTranslation.Source"/>) of which nothing was kept, because somebody else had translated them
    /// meanwhile.</returns>
    public async Task<IReadOnlyList<string>> ExecuteAsync(Guid reportId, SaveTranslationInput input, Actor actor, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SaveAsync(reportId, input, actor, cancellationToken);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<IReadOnlyList<string>> SaveAsync(Guid reportId, SaveTranslationInput input, Actor actor, CancellationToken cancellationToken)
    {
        var report = await db.FindReportAsync(reportId, actor, cancellationToken);
        actor.Require(actor.MayTranslate(report));
        InputCheck.ThrowIfInvalid(input);
        var known = await db.TextTranslations.Where(row => row.ReportId == report.Id && row.Language == report.OtherLanguage).ToListAsync(cancellationToken);
        var texts = TranslatableTexts.Of(report.Content, report.Language);
        var now = clock.GetUtcNow().UtcDateTime;
        var refused = input.Texts.Where(typed => !Keep(report, typed, texts, known, actor, now)).Select(typed => typed.Source).ToList();
        if (input.IsDone && report.Status == ReportStatus.Final && known.Count > 0 && texts.All(text => known.Exists(row => row.Source == text.Source))
            && await produce.TranslatedReportAsync(report, report.OtherLanguage, known.Max(row => row.At), now, cancellationToken))
        {
            await timeline.AddAsync(report.RequestId, MissionLine.Of($"report-translated-{report.OtherLanguage}", report.Mission), actor, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return refused;
    }

    /// <returns>False where somebody else's translation stands in the way.</returns>
    private bool Keep(
        EndOfMissionReport report, TypedTranslation typed, IReadOnlyList<TranslatableText> texts, List<TextTranslation> known, Actor actor, DateTime now)
    {
        var text = Blank.ToNull(typed.Text?.ReplaceLineEndings("\n"));
        var stands = known.Find(row => row.Source == typed.Source);
        var hash = stands is null ? null : TranslationMark.HashOf(stands.Text);
        if (text == stands?.Text || (!typed.Holds && (text is null ? null : TranslationMark.HashOf(text)) == typed.Base))
        {
            // Nothing was changed here, or it is what stands there already.
            return true;
        }

        // Who wrote it themselves has not been answered yet.
        if (stands is not null && hash != typed.Base && !typed.Replaces && stands.ByPersonId != actor.PersonId)
        {
            return false;
        }

        if (text is null)
        {
            Remove(known, stands);
            return true;
        }

        if (stands is null)
        {
            var original = texts.FirstOrDefault(one => one.Source == typed.Source);
            Remove(known, OlderTranslations.Of(texts, known).GetValueOrDefault(typed.Source));
            stands = TextTranslation.Of(report, typed.Source, original?.Text, original?.Field ?? typed.Field);
            db.TextTranslations.Add(stands);
            known.Add(stands);
        }

        stands.Write(text, actor, now);
        return true;
    }

    private void Remove(List<TextTranslation> known, TextTranslation? row)
    {
        if (row is not null && known.Remove(row))
        {
            db.TextTranslations.Remove(row);
        }
    }
}
