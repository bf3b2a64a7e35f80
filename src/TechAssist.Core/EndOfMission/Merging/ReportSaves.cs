using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.EndOfMission.Merging;

internal static class ReportSaves
{
    /// <summary>Keeps the text that is about to be replaced: somebody may have begun with it. Does not save.</summary>
    public static async Task KeepSaveAsync(this TechAssistDb db, EndOfMissionReport report, CancellationToken cancellationToken)
    {
        db.ReportSaves.Add(new ReportSave(report));
        var oldest = report.Revision - ReportSave.Kept;
        if (oldest > 0)
        {
            await db.ReportSaves.Where(save => save.ReportId == report.Id && save.Revision <= oldest).ExecuteDeleteAsync(cancellationToken);
        }
    }

    /// <summary>The text as it stood at a revision. What moves the revision without touching the text (a submission, a choice between two
    /// texts) leaves no row of its own: the next one kept holds the same text.</summary>
    /// <returns>Null when it is kept no more, or never was.</returns>
    public static async Task<ReportSave?> SaveOfAsync(this TechAssistDb db, EndOfMissionReport report, int revision, CancellationToken cancellationToken)
    {
        if (revision < 0 || revision > report.Revision || revision <= report.Revision - ReportSave.Kept)
        {
            return null;
        }

        return await db.ReportSaves.AsNoTracking()
            .Where(save => save.ReportId == report.Id && save.Revision >= revision)
            .OrderBy(save => save.Revision)
            .FirstOrDefaultAsync(cancellationToken) ?? new ReportSave(report);
    }
}
