using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Missions;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.EndOfMission.Translating;

internal static class Translations
{
    /// <summary>The secretariat and the team translate, at any time: what is translated stands beside the report, not in it.</summary>
    public static bool MayTranslate(this Actor actor, EndOfMissionReport report) => actor.IsSecretariat || actor.IsOnTeam(report.Mission);

    /// <summary>What there is of a report in its other language, by <see cref="TranslatableText.Source"/>; nothing for its own. Sees what the
    /// running act has not saved yet.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> TranslationsOfAsync(
        this TechAssistDb db, EndOfMissionReport report, string language, CancellationToken cancellationToken)
    {
        if (report.Language == language)
        {
            return new Dictionary<string, string>();
        }

        await db.TextTranslations.Where(translation => translation.ReportId == report.Id && translation.Language == language).LoadAsync(cancellationToken);
        return db.TextTranslations.Local
            .Where(translation => translation.ReportId == report.Id && translation.Language == language)
            .ToDictionary(translation => translation.Source, translation => translation.Text);
    }
}
