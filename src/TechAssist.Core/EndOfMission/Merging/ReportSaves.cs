using Microsoft.EntityFrameworkCore;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.EndOfMission.Merging;

internal static class ReportSaves
{
    /// <summary>Saves come every few seconds; they are looked through now and then.</summary>
    private const int ThinEvery = 20;

    /// <summary>Keeps the text of a revision that is about to be left: somebody may have begun with it. Does not save.</summary>
    public static async Task KeepSaveAsync(this TechAssistDb db, EndOfMissionReport report, DateTime now, CancellationToken cancellationToken)
    {
        db.ReportSaves.Add(new ReportSave(report));
        if (report.Revision % ThinEvery == 0)
        {
            var saves = await db.ReportSaves.Where(save => save.ReportId == report.Id)
                .OrderBy(save => save.Revision)
                .Select(save => new SaveTime(save.Revision, save.SavedAt, save.SavedByName))
                .ToListAsync(cancellationToken);
            var spare = SavesToKeep.Spare(saves, now);
            await db.ReportSaves.Where(save => save.ReportId == report.Id && spare.Contains(save.Revision)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    /// <summary>Nobody writes the report any more. Does not save.</summary>
    public static async Task DropSavesAsync(this TechAssistDb db, EndOfMissionReport report, CancellationToken cancellationToken)
    {
        var revisions = await db.ReportSaves.Where(save => save.ReportId == report.Id).Select(save => save.Revision).ToListAsync(cancellationToken);
        db.ReportSaves.RemoveRange(revisions.Select(revision => ReportSave.Key(report.Id, revision)));
    }

    /// <summary>The text as it stood at a revision.</summary>
    /// <returns>Null when it is kept no more, or never was.</returns>
    public static async Task<ReportSave?> SaveOfAsync(this TechAssistDb db, EndOfMissionReport report, int revision, CancellationToken cancellationToken) =>
        revision == report.Revision
            ? new ReportSave(report)
            : await db.ReportSaves.AsNoTracking().SingleOrDefaultAsync(save => save.ReportId == report.Id && save.Revision == revision, cancellationToken);

    /// <summary>What a text typed on a revision is put together by: the text of that revision; where it is kept no more the nearest older
    /// one, where there is none an empty one. An older one shows more as changed than was: rows may come twice and texts have to be
    /// chosen from, but nothing that anybody added is lost.</summary>
    public static async Task<ReportSave> BaseOfAsync(this TechAssistDb db, EndOfMissionReport report, int revision, CancellationToken cancellationToken)
    {
        if (revision == report.Revision)
        {
            return new ReportSave(report);
        }

        var older = db.ReportSaves.AsNoTracking().Where(save => save.ReportId == report.Id && save.Revision <= revision).OrderByDescending(save => save.Revision);
        return revision < report.Revision && await older.FirstOrDefaultAsync(cancellationToken) is { } known ? known : ReportSave.Nothing(report);
    }
}
