using TechAssist.Core.EndOfMission;
using TechAssist.Core.Persistence;

namespace TechAssist.Core.Missions.Delivery;

/// <summary>Writes what the records of the mission add up to into section 10 of its report; satisfaction stays as it is.</summary>
public sealed class TakeTrainingFigures(TechAssistDb db, SaveReport saveReport)
{
    /// <returns>False where there is nothing to count yet.</returns>
    public async Task<bool> ExecuteAsync(Guid reportId, Actor actor, CancellationToken cancellationToken)
    {
        var report = await db.FindReportAsync(reportId, actor, cancellationToken);
        if (await DeliveryFigures.FindAsync(db, report.MissionId, cancellationToken) is not { } figures)
        {
            return false;
        }

        var content = report.Content with { Training = figures.Over(report.Content.Training) };
        await saveReport.ExecuteAsync(reportId, new SaveReportInput(content, report.Language, report.Revision), actor, cancellationToken);
        return true;
    }
}
